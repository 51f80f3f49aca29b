// The real server as a process: a free port, data and mails in a folder that goes with it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RealServer {
  readonly url: string;
  /** Of the process that was started: with npm that is npm itself. */
  readonly pid: number;
  /** When it was started, as `performance.now()`. */
  readonly startedAt: number;
  readonly stop: () => Promise<void>;
}

/**
 * Resolves when it says where it listens.
 *
 * @param command what starts it, such as `['npm', 'start']`
 * @param environment wins over what it has by itself: another database, say
 */
export async function startRealServer(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-bench-'));
  const startedAt = performance.now();
  const child = spawn(program, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(folder, 'lastbus.sqlite')}`,
      MAIL_DIR: join(folder, 'mail'),
      LOG_LEVEL: 'info',
      // What is measured is the server, and not its patience with one address.
      RATE_LIMIT_PER_MINUTE: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own: npm does not pass signals on to what it has started.
    detached: true,
  });
  const url = await addressOf(child);
  // The log must be read, or the server would stand still when the pipe is full.
  child.stdout.resume();
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} has no process`);
  const stop = async () => {
    const exit = once(child, 'exit');
    process.kill(-pid, 'SIGTERM');
    await exit;
    await rm(folder, { recursive: true });
  };
  return { url, pid, startedAt, stop };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('a server without output');
  const lines = createInterface({ input: stdout });
  try {
    for await (const line of lines) {
      const url = /Lastbus is at (http:\/\/[^\s"]+)/.exec(line)?.[1];
      if (url !== undefined) return url;
    }
    throw new Error('the server ended before it listened');
  } finally {
    lines.close();
  }
}
