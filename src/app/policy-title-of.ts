// By which policy somebody is written to: all that an address is told before it is confirmed.

import type { Localized } from '../domain/localized.ts';
import type { Subscribed } from '../ports/subscription-store.ts';
import type { Dependencies } from './dependencies.ts';

/** Of a policy that is not known any more the id; undefined: the plan or roster is gone. */
export async function policyTitleOf(
  { book, planStore, rosterStore }: Dependencies,
  { kind, id }: Subscribed,
): Promise<Localized | undefined> {
  const stored = await (kind === 'plan' ? planStore : rosterStore).find(id);
  if (stored === undefined) return undefined;
  const { policyId } = stored;
  return book.policies.get(policyId)?.title ?? { zh: policyId, en: policyId };
}
