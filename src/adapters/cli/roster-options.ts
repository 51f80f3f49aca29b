// The arguments of `lastbus roster`.

import { parseArgs } from 'node:util';
import { DAY_FORM, type Day, parseDay } from '../../domain/day.ts';
import { LOCALES, type Locale } from '../../domain/localized.ts';
import type { HrCapacity } from '../../domain/roster/hr-capacity.ts';
import { parseCapacity } from '../../input/capacity-text.ts';
import { faultSentence } from '../../input/fault-text.ts';
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

/** @throws UsageError that tells every fault of both options */
function capacityIn(texts: readonly string[], daysOff: readonly string[]): HrCapacity | null {
  const capacity = parseCapacity(texts.join(','), daysOff.join(','));
  if (capacity.ok) return capacity.value;
  const options: Readonly<Record<string, string>> = { capacity: '--capacity', daysOff: '--days-off' };
  throw new UsageError(
    capacity.problems.map((fault) => `${options[fault.path.join('.')]}: ${faultSentence(fault)}`).join('\n'),
  );
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
