// That no plan can be made any more → the mail that asks for what is missing.

import type { Localized } from '../domain/localized.ts';
import { renderMisfitMail } from '../emitters/emails/misfit-mail.ts';
import type { NewOutboxMail } from '../ports/outbox.ts';
import type { DueReminder } from '../ports/reminder-ledger.ts';
import type { Subscription } from '../ports/subscription-store.ts';
import { SUBSCRIPTION_GENERATION } from './ask-for-confirmation.ts';
import { calendarIdOf } from './calendar-file.ts';
import type { CaseDoesNotFit } from './case-does-not-fit.ts';
import { type Dependencies, hostOf } from './dependencies.ts';
import { viewUrlOf } from './open-plan.ts';
import { toldChange } from './told-change.ts';

/** Null: they know it, or no plan could be made before either. @param notice that the plan changed. */
export async function composeMisfitMail(
  dependencies: Dependencies,
  subscription: Subscription,
  address: string,
  { misfit, notice }: { readonly misfit: CaseDoesNotFit; readonly notice: DueReminder },
): Promise<NewOutboxMail | null> {
  const { clock, links, publicUrl } = dependencies;
  const { stored, faults } = misfit;
  const change = await toldChange(dependencies, stored, notice.sinceVersion ?? stored.version, null);
  if (change === null) return null;
  const policy = dependencies.book.policies.get(stored.policyId);
  const questions = faults.flatMap(({ path: [part, id] }): Localized[] => {
    const fact = part === 'facts' ? policy?.facts.find((one) => one.id === id) : undefined;
    return fact === undefined ? [] : [fact.question];
  });
  const host = hostOf(dependencies);
  const id = `reminder.${subscription.id}.${notice.id}.${clock.now().toString(36)}`;
  const unsubscribeToken = links.tokenOf('unsubscribe', subscription.id, SUBSCRIPTION_GENERATION);
  const policyTitle = policy?.title ?? { zh: stored.policyId, en: stored.policyId };
  return {
    id,
    kind: 'reminder',
    subscriptionId: subscription.id,
    message: renderMisfitMail(
      { policyTitle, questions, change },
      {
        locale: subscription.locale,
        to: address,
        messageId: `${id}@${host}`,
        planUrl: viewUrlOf(dependencies, stored),
        unsubscribeUrl: `${publicUrl}/reminders/unsubscribe/${unsubscribeToken}`,
        threadId: `plan.${calendarIdOf(stored.id)}@${host}`,
        listId: `reminders.${host}`,
      },
    ),
    reminderIds: [notice.id],
    planVersion: stored.version,
    urgency: notice.floatWorkingDays,
    staleAt: notice.staleAt,
  };
}
