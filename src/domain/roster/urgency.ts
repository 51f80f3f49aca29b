// In which order HR looks at people: who is lost or in danger first.

import { surelyOnTime } from '../likelihood.ts';
import type { Verdict } from '../verdict.ts';
import type { RosterAnswer } from './roster-answer.ts';

/** Most urgent first. Who is not meant by any route needs another way, but no day of this one is pressing. */
export const VERDICTS_BY_URGENCY: readonly Verdict[] = [
  'too-late',
  'at-risk',
  'tight',
  'on-track',
  'not-eligible',
  'done',
];

/**
 * Negative where `a` is more urgent: by verdict, then by the chance that can be promised, then by the float, then by
 * the last day of what comes next. 0: equally urgent.
 */
export function compareUrgency(a: RosterAnswer, b: RosterAnswer): number {
  return (
    VERDICTS_BY_URGENCY.indexOf(a.verdict) - VERDICTS_BY_URGENCY.indexOf(b.verdict) ||
    chanceOf(a) - chanceOf(b) ||
    numberOr(a.floatWorkingDays) - numberOr(b.floatWorkingDays) ||
    numberOr(a.next.step?.until) - numberOr(b.next.step?.until)
  );
}

function chanceOf({ likelihood }: RosterAnswer): number {
  return likelihood === null ? 1 : surelyOnTime(likelihood);
}

/** What is not known presses less than any number; finite, so that two of them are equal. */
function numberOr(value: number | null | undefined): number {
  return value ?? Number.MAX_SAFE_INTEGER;
}
