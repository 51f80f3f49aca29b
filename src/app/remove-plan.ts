// Deletes a plan and every trace of it.

import type { Dependencies } from './dependencies.ts';
import { findPlan } from './open-plan.ts';

/** Only an edit token removes; links, subscriptions, reminders and unsent mails go with the plan. */
export async function removePlan(
  dependencies: Dependencies,
  token: string,
): Promise<'removed' | 'view-only' | 'unknown'> {
  const found = await findPlan(dependencies, token);
  if (found === undefined) return 'unknown';
  if (!found.canEdit) return 'view-only';
  await dependencies.planStore.remove(found.stored.id);
  return 'removed';
}
