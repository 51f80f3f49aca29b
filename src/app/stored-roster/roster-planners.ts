// The planner of a stored roster: kept for as long as policy and day stay, for the same cases are planned again with
// every look at the board.

import type { Day } from '../../domain/day.ts';
import type { PublishedCalendar } from '../../policies/calendars/calendar-file.ts';
import { isPlannable, type Policy } from '../../policies/policy.ts';
import type { PolicyBook } from '../policy-book.ts';
import { createRosterPlanner, type RosterPlanner } from '../roster-planner.ts';

export interface PlannedBy {
  readonly policy: Policy;
  readonly calendar: PublishedCalendar;
  readonly planner: RosterPlanner;
}

interface KeptPlanner {
  readonly asOf: Day;
  readonly planner: RosterPlanner;
}

/** A policy that is read anew is another object, and the old one goes with its planner. */
const kept = new WeakMap<Policy, KeptPlanner>();

/** Undefined: there is no such policy any more, or none that can be planned by. */
export function plannerOf(book: PolicyBook, policyId: string, asOf: Day): PlannedBy | undefined {
  const policy = book.policies.get(policyId);
  const calendar = policy && book.calendars.get(policy.calendar);
  if (policy === undefined || calendar === undefined || !isPlannable(policy)) return undefined;
  const known = kept.get(policy);
  if (known?.asOf === asOf) return { policy, calendar, planner: known.planner };
  const planner = createRosterPlanner({ policy, calendar, asOf, withVisits: true });
  kept.set(policy, { asOf, planner });
  return { policy, calendar, planner };
}
