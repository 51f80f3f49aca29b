// The mornings on which a roster is looked at, as entries in the ledger of each of its addresses.

import { addDays, type Day } from '../../domain/day.ts';
import { WHOLE_ROSTER } from '../../domain/reminder.ts';
import type { Instant } from '../../ports/clock.ts';
import type { PlanReminder } from '../../ports/reminder-ledger.ts';
import type { StoredRoster } from '../../ports/roster-store.ts';
import type { Dependencies } from '../dependencies.ts';
import { instantOf, todayIn } from '../zoned-time.ts';

/** A morning never comes too late: what it says is looked up when it is handled. */
const NEVER_STALE_DAYS = 366;

type Needed = Pick<Dependencies, 'book' | 'clock' | 'reminderTime'>;

/** The first morning that is still to come. */
export function nextMorningOf(dependencies: Needed, roster: StoredRoster): PlanReminder {
  const { clock, reminderTime } = dependencies;
  const zone = zoneOf(dependencies, roster);
  const day = firstMorningAfter(clock.now(), reminderTime, zone);
  return {
    activity: WHOLE_ROSTER,
    actor: 'employer',
    kind: 'digest',
    day,
    sendAt: instantOf(day, reminderTime, zone),
    staleAt: instantOf(addDays(day, NEVER_STALE_DAYS), '00:00', zone),
    floatWorkingDays: 0,
  };
}

/** The last morning at or before an instant. */
export function morningBy(
  instant: Instant,
  { reminderTime }: Pick<Needed, 'reminderTime'>,
  zone: string,
): Day {
  return addDays(firstMorningAfter(instant, reminderTime, zone), -1);
}

/** Where its policy is not known any more, days are those of UTC: nothing is said of them. */
export function zoneOf({ book }: Pick<Needed, 'book'>, { policyId }: StoredRoster): string {
  return book.policies.get(policyId)?.zone ?? 'UTC';
}

function firstMorningAfter(instant: Instant, reminderTime: string, zone: string): Day {
  const today = todayIn({ now: () => instant })(zone);
  return instantOf(today, reminderTime, zone) > instant ? today : addDays(today, 1);
}
