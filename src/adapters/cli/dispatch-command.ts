// lastbus dispatch [--now INSTANT]: one round of the reminder clock, its counts as JSON.

import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import type { DispatchCounts } from '../../app/sending/dispatch-counts.ts';
import type { Instant } from '../../ports/clock.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

/** The instant that `--now` names; null: the present. */
export function parseDispatchArguments(args: readonly string[]): Instant | null {
  const { values } = parseArgs({ args: [...args], options: { now: { type: 'string' } } });
  if (values.now === undefined) return null;
  // setZone: an instant without an offset names no instant, so it is refused instead of read in the host's zone.
  const parsed = DateTime.fromISO(values.now, { setZone: true });
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(values.now);
  if (parsed.isValid && hasOffset) return parsed.toMillis() as Instant;
  throw new UsageError(
    `--now: not an instant, "${values.now}", allowed: a date and time with its offset, for example 2026-12-08T09:00+08:00`,
  );
}

export async function printCounts(counts: DispatchCounts, terminal: Terminal): Promise<ExitCode> {
  await terminal.print(`${JSON.stringify(counts)}\n`);
  return 0;
}
