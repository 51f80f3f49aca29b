// This process as the others on one database know it.

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { HoldingProcess } from '../../ports/leases.ts';

/**
 * A name for this process and no other: host, process number, and a part by chance, since numbers come again. A
 * holder is certainly gone when it ran on this host under a number that nobody has now, or that is our own.
 */
export function thisProcess(): HoldingProcess {
  const id = `${hostname()}/${process.pid}/${randomUUID()}`;
  return {
    id,
    isGone(holder) {
      const [host, pid] = holder.split('/');
      if (holder === id || host !== hostname()) return false;
      return Number(pid) === process.pid || !isRunning(Number(pid));
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
