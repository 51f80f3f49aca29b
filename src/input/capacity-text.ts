// HR's capacity as it is written on a command line, in a form and in a request.

import { DAY_FORM, parseDay } from '../domain/day.ts';
import type { Fault, Result } from '../domain/problem.ts';
import type { DayRange, HrCapacity } from '../domain/roster/hr-capacity.ts';
import type { Places } from '../domain/roster/waves.ts';

const CAPACITY_FORM =
  'N/day for both, approvals=N/day, visits=N/day, or N/DAY and N/DAY..DAY on some days only, N a whole number';

const CAPACITY = /^(?:(?<kind>approvals|visits)=)?(?<places>\d{1,6})\/(?<when>.+)$/;

/**
 * `5/day`, `visits=3/day`, `approvals=20/2026-12-08`, `visits=0/2026-12-01..2026-12-04`, and days off as days or ranges;
 * several of each parted by commas. Null: nothing is written in either.
 *
 * @returns else every fault, with the path `capacity` or `daysOff`
 */
export function parseCapacity(capacity: string, daysOff: string): Result<HrCapacity | null> {
  const faults: Fault[] = [];
  const usual: { approvals: number | null; visits: number | null } = { approvals: null, visits: null };
  const onDays: HrCapacity['onDays'][number][] = [];
  for (const text of partsOf(capacity)) {
    const { kind, places, when = '' } = CAPACITY.exec(text)?.groups ?? {};
    if (places === undefined) {
      faults.push({ path: ['capacity'], what: 'not a capacity', value: text, allowed: CAPACITY_FORM });
      continue;
    }
    const kinds: readonly (keyof Places)[] =
      kind === 'approvals' || kind === 'visits' ? [kind] : ['approvals', 'visits'];
    const range = when === 'day' ? null : rangeOf(when);
    if (range !== null && 'what' in range) faults.push({ path: ['capacity'], ...range });
    else if (range === null) for (const one of kinds) usual[one] = Number(places);
    else for (const one of kinds) onDays.push({ ...range, kind: one, places: Number(places) });
  }
  const off: DayRange[] = [];
  for (const text of partsOf(daysOff)) {
    const range = rangeOf(text);
    if ('what' in range) faults.push({ path: ['daysOff'], ...range });
    else off.push(range);
  }
  if (faults.length > 0) return { ok: false, problems: faults };
  const isSaid = partsOf(capacity).length > 0 || off.length > 0;
  return { ok: true, value: isSaid ? { usual, onDays, daysOff: off } : null };
}

/** A Chinese keyboard writes its own comma. */
function partsOf(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function rangeOf(text: string): DayRange | Pick<Fault, 'what' | 'value' | 'allowed'> {
  const ends = text.split('..').map((end) => end.trim());
  for (const end of ends)
    if (parseDay(end) === null) return { what: 'not a day', value: end, allowed: DAY_FORM };
  const [from, until, ...more] = ends.flatMap((end) => parseDay(end) ?? []);
  if (from === undefined || more.length > 0 || (until !== undefined && until < from))
    return { what: 'not a range of days', value: text, allowed: 'DAY..DAY, the earlier first' };
  return { from, until: until ?? from };
}
