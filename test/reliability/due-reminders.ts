// One plan and any number of confirmed addresses, to each of which two reminders are due on one morning.

import type { Database } from '../../src/adapters/database/open-database.ts';
import { makePlan } from '../../src/app/make-plan.ts';
import { planReminders } from '../../src/app/plan-reminders.ts';
import type { PolicyBook } from '../../src/app/policy-book.ts';
import { parseDay } from '../../src/domain/day.ts';
import type { Instant } from '../../src/ports/clock.ts';
import type { PlanReminder } from '../../src/ports/reminder-ledger.ts';
import { aPlan, aSubscription, hashesOf } from '../adapters/database/contract-world.ts';

export const PLAN_ID = 'plan-1';

/** Wednesday 2 December 2026, five seconds past nine in Shanghai: the renewal has opened. */
export const MORNING = Date.parse('2026-12-02T09:00:05+08:00') as Instant;
const NINE = Date.parse('2026-12-02T09:00:00+08:00');
const MADE_AT = Date.parse('2026-11-22T10:00:00+08:00') as Instant;
/** The renewal opens, and it is the last day that is safe under every reading. */
export const REMINDERS_EACH = 2;

const CASE = {
  policy: 'shanghai-2027',
  facts: { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged', childOnPointsNotice: 'yes' },
};

export async function writePlan({ planStore }: Database): Promise<void> {
  await planStore.create(
    aPlan({
      id: PLAN_ID,
      caseJson: JSON.stringify(CASE),
      policyId: CASE.policy,
      policyFingerprint: null,
      createdAt: MADE_AT,
      changedAt: MADE_AT,
    }),
    [],
  );
}

/** Confirms the addresses for the plan, with what is due to them at nine. */
export async function writeSubscriptions(
  { subscriptionStore }: Database,
  book: PolicyBook,
  addresses: readonly string[],
): Promise<void> {
  const reminders = remindersAtNine(book);
  for (const [index, address] of addresses.entries()) {
    const id = `subscription-${index}`;
    await subscriptionStore.createOrFind(
      aSubscription({ id, of: { kind: 'plan', id: PLAN_ID }, address, createdAt: MADE_AT }),
      hashesOf(id),
      `address ${id}`,
    );
    await subscriptionStore.confirm(id, reminders, 1);
  }
}

function remindersAtNine(book: PolicyBook): readonly PlanReminder[] {
  const madeOn = parseDay('2026-11-22');
  if (madeOn === null) throw new Error('no such day');
  const plan = makePlan(book, CASE, () => madeOn, null);
  if (!plan.ok) throw new Error('the case is at fault');
  const due = planReminders(plan.value, '09:00').filter(({ sendAt }) => sendAt === NINE);
  if (due.length !== REMINDERS_EACH) throw new Error(`${due.length} reminders are due at nine`);
  return due;
}
