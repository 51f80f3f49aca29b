// Numbers every point at which a process that sends waits for the world: each statement to a database and each line to
// a relay. At the one that is asked for, the process is killed as a power cut would do it.

import { Socket } from 'node:net';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import pg from 'pg';

/**
 * From now on counts the points.
 *
 * @param killAt the number of the point, from 1, before which this process is killed; null: never
 * @param relayPort where the relay listens
 * @returns how many points there were so far
 */
export function countKillPoints(killAt: number | null, relayPort: number): () => number {
  let points = 0;
  const pass = () => {
    points += 1;
    if (points !== killAt) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way; nothing more happens here.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  for (const method of ['run', 'all', 'iterate'] as const) before(StatementSync.prototype, method, pass);
  before(DatabaseSync.prototype, 'exec', pass);
  before(pg.Client.prototype, 'query', pass);
  before(Socket.prototype, 'write', (socket) => {
    if (socket instanceof Socket && socket.remotePort === relayPort) pass();
  });
  return () => points;
}

/** Lets `first` run before each call of the method. */
function before(prototype: object, method: string, first: (self: unknown) => void): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== 'function') throw new Error(`there is no method ${method} to wait at`);
  Reflect.set(prototype, method, function passing(this: unknown, ...args: unknown[]) {
    first(this);
    return Reflect.apply(original, this, args);
  });
}
