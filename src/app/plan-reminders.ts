// The reminders of a plan as the ledger keeps them: days become instants in the policy's zone.

import { addDays } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import { remindersOf } from '../domain/reminder.ts';
import type { PlanReminder } from '../ports/reminder-ledger.ts';
import { instantOf } from './zoned-time.ts';

/** Each goes out at `reminderTime` on its day and has something to say until the end of its last day. */
export function planReminders(plan: Plan, reminderTime: string): PlanReminder[] {
  const { zone } = plan.policy;
  return remindersOf(plan).map(({ activity, actor, kind, day, staleAfter, floatWorkingDays }) => ({
    activity,
    actor,
    kind,
    day,
    sendAt: instantOf(day, reminderTime, zone),
    staleAt: instantOf(addDays(staleAfter, 1), '00:00', zone),
    floatWorkingDays,
  }));
}
