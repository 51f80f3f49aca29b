// Whether somebody who keeps a roster is written to this morning, and about whom.

import { addDays, type Day, laterOf, weekdayOf } from '../day.ts';
import { type HrDay, hrDaysOf } from './hr-days.ts';
import type { Roster, RosterEntry } from './roster.ts';

/** What an address was told before. */
export interface ToldBefore {
  /** The day of the last digest; before the first one, the last morning on which none could be. */
  readonly on: Day;
  readonly wasRed: (entry: RosterEntry) => boolean;
}

export interface Digest {
  readonly roster: Roster;
  /** `weekly`: a Monday came since the last one, this day included. `red`: somebody turned red. */
  readonly kind: 'weekly' | 'red';
  /** Who is red and was not; the most urgent first. */
  readonly turnedRed: readonly RosterEntry[];
  /** From the roster's day to Sunday, both included. */
  readonly week: readonly HrDay[];
  readonly weekUntil: Day;
}

/** Too late, or at risk of it. */
export function isRed({ answer }: RosterEntry): boolean {
  return answer.verdict === 'too-late' || answer.verdict === 'at-risk';
}

/** Null: nothing is new, or nobody is left for whom anything can be. */
export function digestOf(roster: Roster, told: ToldBefore): Digest | null {
  const { asOf, entries } = roster;
  const open = entries.filter((entry) => isOpen(entry, asOf));
  if (open.length === 0) return null;
  const turnedRed = open.filter((entry) => isRed(entry) && !told.wasRed(entry));
  const isWeekly = mondayBy(asOf) > told.on;
  if (!isWeekly && turnedRed.length === 0) return null;
  const weekUntil = addDays(mondayBy(asOf), 6);
  return {
    roster,
    kind: isWeekly ? 'weekly' : 'red',
    turnedRed,
    week: hrDaysOf(roster).filter(({ on }) => on >= asOf && on <= weekUntil),
    weekUntil,
  };
}

/** The last cutoff of anybody in it; null: nobody is in it. */
export function lastCutoffOf({ cutoffs }: Pick<Roster, 'cutoffs'>): Day | null {
  const days = cutoffs.map(({ on }) => on);
  return days.length === 0 ? null : days.reduce(laterOf);
}

function isOpen({ answer: { verdict, cutoff } }: RosterEntry, asOf: Day): boolean {
  return verdict !== 'done' && verdict !== 'not-eligible' && cutoff.on >= asOf;
}

/** The day itself where it is a Monday, else the one before it. */
function mondayBy(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}
