// Dispatching processes that have read their policies and wait for an order: starting one takes longer than what it does.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { DispatchOrder } from './dispatching-process.ts';

const SCRIPT = fileURLToPath(new URL('./dispatching-process.ts', import.meta.url));

export interface Outcome {
  readonly wasKilled: boolean;
  /** At how many points it could have been killed; null: it did not come to its end. */
  readonly points: number | null;
}

export interface WaitingProcesses {
  /** Runs one to its end, or until it is killed. */
  readonly run: (order: DispatchOrder) => Promise<Outcome>;
  readonly end: () => void;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Keeps `ahead` processes waiting. */
export function keepProcesses(policyFolder: string, ahead: number): WaitingProcesses {
  const start = (): Child =>
    spawn(process.execPath, [SCRIPT, policyFolder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = Array.from({ length: ahead }, start);
  return {
    async run(order) {
      waiting.push(start());
      const child = waiting.shift();
      if (child === undefined) throw new Error('no process waits');
      const printed: string[] = [];
      createInterface({ input: child.stdout }).on('line', (line) => printed.push(line));
      // Its pipe may close under the order: it is there to be killed.
      child.stdin.on('error', () => {});
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const [code, signal] = await once(child, 'close');
      const wasKilled = signal === 'SIGKILL';
      if (!wasKilled && code !== 0) throw new Error(`a dispatching process ended with ${code ?? signal}`);
      return { wasKilled, points: wasKilled ? null : Number(printed.at(-1)) };
    },
    end() {
      for (const child of waiting) child.kill('SIGKILL');
    },
  };
}
