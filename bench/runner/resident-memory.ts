// What a server holds in memory when it has had nothing to do for a while.

import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { RealServer } from './real-server.ts';

const IDLE_MILLISECONDS = 1500;
const KILOBYTES_PER_MEGABYTE = 1024;

/** Resident memory after a while without work; nothing where the system does not tell. */
export async function residentMegabytes({ pid }: RealServer): Promise<number[]> {
  await wait(IDLE_MILLISECONDS);
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? [] : [Number(kilobytes) / KILOBYTES_PER_MEGABYTE];
}

/** Resident memory in the middle of its work; NaN where the system does not tell. */
export function megabytesHeldBy(pid: number): number {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / KILOBYTES_PER_MEGABYTE;
}
