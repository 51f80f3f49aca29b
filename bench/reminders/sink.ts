// The sink as seen by the bench: its port, and how many mails have arrived, and when.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('./sink-process.ts', import.meta.url));

export interface Sink {
  readonly port: number;
  /** Instants of arrival, in milliseconds, since it was last emptied. */
  readonly arrivals: readonly number[];
  /** Resolves when so many have arrived since it was last emptied. */
  readonly has: (count: number) => Promise<void>;
  readonly empty: () => void;
  readonly close: () => Promise<void>;
}

export async function openSink(): Promise<Sink> {
  const child = spawn(process.execPath, [PROCESS], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [port] = await once(lines, 'line');
  const arrivals: number[] = [];
  let wanted: { count: number; reached: () => void } | null = null;
  lines.on('line', (line) => {
    arrivals.push(Number(line));
    if (wanted !== null && arrivals.length >= wanted.count) wanted.reached();
  });
  return {
    port: Number(port),
    arrivals,
    has: (count) =>
      new Promise((reached) => {
        if (arrivals.length >= count) reached();
        else wanted = { count, reached };
      }),
    empty: () => {
      arrivals.length = 0;
      wanted = null;
    },
    async close() {
      child.kill();
      await once(child, 'close');
    },
  };
}
