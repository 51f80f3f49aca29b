// Is the clock right, as far as one can tell from within, and are the zones known?

import { IANAZone } from 'luxon';
import type { Instant } from '../../ports/clock.ts';
import type { PolicyBook } from '../policy-book.ts';
import { type Finding, fine, toMend, warning } from './finding.ts';

/** Seconds. Processes that share a database share leases, too, which last half a minute. */
const UNEASY = 2;
const WRONG = 15;

/** The program did not exist before. */
const EARLIEST = Date.parse('2026-11-01T00:00:00Z');

/** Shanghai has been at UTC+8 without summer time since 1992: what else is said comes from broken zone data. */
const SHANGHAI = { zone: 'Asia/Shanghai', offsetMinutes: 480 };

export interface ClockReading {
  readonly now: Instant;
  /** The clock of the database server minus ours, in milliseconds; null: it has none of its own. */
  readonly databaseAhead: number | null;
}

export function examineClock(reading: ClockReading, { policies }: Pick<PolicyBook, 'policies'>): Finding[] {
  return [ownClock(reading), ...databaseClock(reading), zones(reading, policies)];
}

function ownClock({ now }: ClockReading): Finding {
  const shown = new Date(now).toISOString();
  return now < EARLIEST
    ? toMend('clock', `the clock of this machine stands at ${shown}`, 'set it, by a time service (NTP)')
    : fine('clock', `it is ${shown}`);
}

function databaseClock({ databaseAhead }: ClockReading): Finding[] {
  if (databaseAhead === null) return [];
  const seconds = Math.abs(databaseAhead) / 1_000;
  const what = `the clock of the database server is ${seconds.toFixed(1)} s ${databaseAhead < 0 ? 'behind' : 'ahead of'} ours`;
  const remedy = 'set both by the same time service (NTP)';
  if (seconds > WRONG) return [toMend('clock', what, remedy)];
  return [seconds > UNEASY ? warning('clock', what, remedy) : fine('clock', what)];
}

function zones({ now }: ClockReading, policies: PolicyBook['policies']): Finding {
  const names = new Set([SHANGHAI.zone, ...[...policies.values()].map(({ zone }) => zone)]);
  const unknown = [...names].filter((name) => !IANAZone.isValidZone(name));
  const remedy = 'use a Node with full ICU data, such as the packaged one';
  if (unknown.length > 0) return toMend('clock', `the zone ${unknown.join(', ')} is not known`, remedy);
  if (IANAZone.create(SHANGHAI.zone).offset(now) !== SHANGHAI.offsetMinutes) {
    return toMend('clock', `the zone ${SHANGHAI.zone} is not at UTC+8`, remedy);
  }
  return fine('clock', `the zones of all policies are known (${[...names].join(', ')})`);
}
