// Families of the two Shanghai policies, generated: what the bench plans. The same ones in every run.

import { addDays, type Day, formatDay, parseDay } from '../../src/domain/day.ts';
import { type Random, randomFrom } from './random.ts';

/** A case as it comes in (contracts of `lastbus plan`): odd ones of the year 2017, even ones of 2027. */
export interface RosterCase {
  readonly policy: 'shanghai-2017' | 'shanghai-2027';
  readonly asOf: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

const SEED = 20_261_225;

export function rosterCases(count: number): RosterCase[] {
  const random = randomFrom(SEED);
  return Array.from({ length: count }, (_, index) => (index % 2 === 0 ? of2027(random) : of2017(random)));
}

/** On paper only; a permit to some day from 1 December 2016 on, looked at in the seven weeks before 13 December. */
function of2017(random: Random): RosterCase {
  return {
    policy: 'shanghai-2017',
    asOf: dayAfter('2016-10-25', random.below(49)),
    facts: {
      enrolling: random.oneOf('child-out-of-school', 'spouse'),
      permitExpiresOn: dayAfter('2016-12-14', random.below(40)),
    },
  };
}

/** Online, on paper, by direct renewal; some cannot be on time, some can at their shortest only. */
function of2027(random: Random): RosterCase {
  return {
    policy: 'shanghai-2027',
    asOf: dayAfter('2026-10-25', random.below(49)),
    facts: {
      enrolling: random.oneOf('child-out-of-school', 'spouse'),
      permitExpiresOn: dayAfter('2026-12-14', random.below(40)),
      insuredLastYear: random.oneOf(true, false),
      pointsChange: random.oneOf('unchanged', 'unchanged', 'unknown', 'changed'),
      childOnPointsNotice: random.oneOf('yes', 'yes', 'unknown', 'no'),
      addressUnchanged: random.oneOf(true, true, false),
      insuredElsewhere: random.oneOf(false, false, true),
      hrApprovalWorkingDays: random.below(4),
    },
  };
}

function dayAfter(text: string, days: number): string {
  return formatDay(addDays(dayOfText(text), days));
}

/** A day written out in the bench itself. */
export function dayOfText(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`not a day: ${text}`);
  return day;
}
