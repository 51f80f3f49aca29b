// What a plan said and what it says now → what is kept of the change, and when its subscribers are told of it.

import { addDays, type Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlanCause } from '../domain/plan-cause.ts';
import { differenceOf, isWorthTelling } from '../domain/plan-difference.ts';
import { digestOf, type PlanDigest } from '../domain/plan-digest.ts';
import type { Instant } from '../ports/clock.ts';
import type { ChangeNotice, PlanChange } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import { instantOf, todayIn } from './zoned-time.ts';

/** Mornings that are looked at for one on which nobody was told of a change yet. */
const MORNINGS = 7;

/** How long a change is news where the cutoff is past: it may be about what can still be done. */
const NEWS_FOR_DAYS = 14;

export interface BothPlans {
  /** As the plan would be today without the change; null: none could be made, or it is not known. */
  readonly before: PlanDigest | null;
  /** Null: none can be made any more. */
  readonly after: Plan | null;
  readonly causes: readonly PlanCause[];
  /** Of the policy. */
  readonly zone: string;
}

export function planChange(
  dependencies: Dependencies,
  { before, after, causes, zone }: BothPlans,
): PlanChange {
  const said = after === null ? null : digestOf(after);
  const notice = isWorthTelling(before, said) ? noticeOf(dependencies, before, said, zone) : null;
  return { record: { said, saidBefore: before, causes }, notice };
}

/**
 * The next morning at the time of the reminders, so that it goes out with them; or at once, when a last day of family or
 * HR came so near that it would be that very morning or be past.
 */
function noticeOf(
  { clock, reminderTime }: Dependencies,
  before: PlanDigest | null,
  after: PlanDigest | null,
  zone: string,
): ChangeNotice {
  const today = todayIn(clock)(zone);
  const now = clock.now();
  const isEarly = now < instantOf(today, reminderTime, zone);
  const first = isEarly ? today : addDays(today, 1);
  const mornings = Array.from({ length: MORNINGS }, (_, index) => addDays(first, index));
  const occasions = mornings.map((day) => ({ day, sendAt: instantOf(day, reminderTime, zone) }));
  const lastDay = Math.max(after?.cutoff.on ?? today, addDays(today, NEWS_FOR_DAYS)) as Day;
  return {
    occasions: isUrgent(before, after, first) ? [{ day: today, sendAt: now }, ...occasions] : occasions,
    staleAt: instantOf(addDays(lastDay, 1), '00:00', zone),
    floatWorkingDays: 0,
  };
}

function isUrgent(before: PlanDigest | null, after: PlanDigest | null, morning: Day): boolean {
  if (before === null || after === null) return false;
  return differenceOf(before, after).steps.some(
    ({ what, before: was, after: is }) =>
      what !== 'safe-last-start' && is !== null && is <= morning && (was === null || is < was),
  );
}

/** Whether somebody is to be told at once. */
export function isToldBy({ notice }: PlanChange, now: Instant): boolean {
  const [first] = notice?.occasions ?? [];
  return first !== undefined && first.sendAt <= now;
}
