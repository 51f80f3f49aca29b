// The arguments of `lastbus roster`.

import { parseArgs } from 'node:util';
import type { DayRange, HrCapacity } from '../../app/roster-capacity.ts';
import { DAY_FORM, type Day, parseDay } from '../../domain/day.ts';
import { LOCALES, type Locale } from '../../domain/localized.ts';
import { UsageError } from './terminal.ts';

const FORMATS = ['table', 'csv', 'json', 'ics'] as const;

export interface RosterArguments {
  readonly file: string;
  readonly asOf: Day | null;
  readonly policyId: string | null;
  readonly capacity: HrCapacity | null;
  readonly format: (typeof FORMATS)[number];
  readonly locale: Locale;
}

/** @throws UsageError */
export function parseRosterArguments(args: readonly string[]): RosterArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      policy: { type: 'string' },
      capacity: { type: 'string', multiple: true, default: [] },
      'days-off': { type: 'string', multiple: true, default: [] },
      format: { type: 'string', default: 'table' },
      lang: { type: 'string', default: 'zh' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('roster: one CSV file is needed, or - for standard input');
  const asOf = values['as-of'];
  return {
    file,
    asOf: asOf === undefined ? null : dayIn('--as-of', asOf),
    policyId: values.policy ?? null,
    capacity: capacityIn(values.capacity, values['days-off']),
    format: oneOf('--format', FORMATS, values.format),
    locale: oneOf('--lang', LOCALES, values.lang),
  };
}

const CAPACITY_FORM =
  'N/day for both, approvals=N/day, visits=N/day, or N/DAY and N/DAY..DAY on some days only, N a whole number';

/** `5/day`, `visits=3/day`, `approvals=20/2026-12-08`, `visits=0/2026-12-01..2026-12-04`; several parted by commas. */
function capacityIn(texts: readonly string[], daysOff: readonly string[]): HrCapacity | null {
  if (texts.length === 0 && daysOff.length === 0) return null;
  const usual: { approvals: number | null; visits: number | null } = { approvals: null, visits: null };
  const onDays: HrCapacity['onDays'][number][] = [];
  for (const text of splitAtCommas(texts)) {
    const [, named, count, when = ''] = /^(?:(approvals|visits)=)?(\d{1,6})\/(.+)$/.exec(text) ?? [];
    if (count === undefined)
      throw new UsageError(`--capacity: not a capacity, "${text}", allowed: ${CAPACITY_FORM}`);
    const kinds =
      named === undefined ? (['approvals', 'visits'] as const) : [named as 'approvals' | 'visits'];
    const range = when === 'day' ? null : rangeIn('--capacity', when);
    for (const kind of kinds) {
      if (range === null) usual[kind] = Number(count);
      else onDays.push({ ...range, kind, places: Number(count) });
    }
  }
  return { usual, onDays, daysOff: splitAtCommas(daysOff).map((text) => rangeIn('--days-off', text)) };
}

function splitAtCommas(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(',')).map((text) => text.trim());
}

function rangeIn(option: string, text: string): DayRange {
  const [first = '', last = first, ...more] = text.split('..');
  const [from, until] = [dayIn(option, first), dayIn(option, last)];
  if (more.length === 0 && from <= until) return { from, until };
  throw new UsageError(`${option}: not a range of days, "${text}", allowed: DAY..DAY, the earlier first`);
}

function dayIn(option: string, text: string): Day {
  const day = parseDay(text);
  if (day !== null) return day;
  throw new UsageError(`${option}: not a day, "${text}", allowed: ${DAY_FORM}`);
}

function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UsageError(`${option}: not an allowed value, "${value}", allowed: ${allowed.join(' | ')}`);
}
