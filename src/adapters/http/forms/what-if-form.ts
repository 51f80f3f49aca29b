// What a form or an address supposes, as the use case takes it; and what is wrong with it.

import { isNothing, type WhatIf } from '../../../app/compare-what-if.ts';
import type { Day } from '../../../domain/day.ts';
import { DAY_FORM } from '../../../domain/day.ts';
import type { Fault, Result } from '../../../domain/problem.ts';
import { WHAT_IF_NAMES } from '../../../emitters/what-if/what-if-view.ts';
import { writtenDay } from './answers.ts';
import { type FormValues, formText } from './case-form.ts';

export interface TypedWhatIf {
  /** By name, as typed; empty answers are left out. */
  readonly typed: ReadonlyMap<string, string>;
  readonly whatIf: Result<WhatIf>;
}

/** Null: nothing is supposed. */
export function typedWhatIf(values: FormValues): TypedWhatIf | null {
  const { takes, startOn, cutoffOn, isFullTime } = WHAT_IF_NAMES;
  const names = Object.keys(values).filter(
    (name) => name.startsWith(takes) || name === startOn || name === cutoffOn || name === isFullTime,
  );
  const typed = new Map(
    names.map((name) => [name, formText(values, name).trim()] as const).filter(([, text]) => text !== ''),
  );
  const faults: Fault[] = [];
  const dayOf = (name: string, key: 'startOn' | 'cutoffOn'): Day | null => {
    const text = typed.get(name);
    const day = text === undefined ? null : writtenDay(text);
    if (text !== undefined && day === null)
      faults.push({ path: [key], what: 'not a day', value: text, allowed: DAY_FORM });
    return day;
  };
  const whatIf: WhatIf = {
    takes: new Map(
      [...typed]
        .filter(([name]) => name.startsWith(takes))
        .map(([name, text]) => [
          name.slice(takes.length),
          /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN,
        ]),
    ),
    startOn: dayOf(startOn, 'startOn'),
    cutoffOn: dayOf(cutoffOn, 'cutoffOn'),
    isFullTime: typed.has(isFullTime),
  };
  if (faults.length > 0) return { typed, whatIf: { ok: false, problems: faults } };
  return isNothing(whatIf) ? null : { typed, whatIf: { ok: true, value: whatIf } };
}
