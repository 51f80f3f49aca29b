// case and key → a stored plan, once: the same request again gets the first answer again (Idempotency-Key).
//
// The answer is not kept, for it holds the plan's secret links. It is made anew of what it was made of: the case that
// was sent, the day on which it was, and the links of the first generation. Links that were renewed since then stay
// revoked: whoever repeats the request gets what was given out at first and nothing newer.

import { createHash } from 'node:crypto';
import type { Locale } from '../domain/localized.ts';
import type { Clock, Instant } from '../ports/clock.ts';
import type { Dependencies } from './dependencies.ts';
import type { OpenedPlan, StoreOnceOutcome } from './lastbus.ts';
import { openStored } from './open-plan.ts';
import { FIRST_GENERATIONS, newPlan, storedCase } from './store-plan.ts';
import { todayIn } from './zoned-time.ts';

const KEPT_FOR = 24 * 60 * 60 * 1000;

/** A key that is taken and whose plan is gone by the next look: it cannot go on for long. */
const MOST_TRIES = 5;

/**
 * Stores a plan, unless the same case was sent with the same key less than 24 hours ago: then the answer is that of
 * the first time, also when that is still under way. A case at fault uses up no key.
 *
 * @param key of the sender's own making; kept only as a digest under the server's key.
 */
export async function storePlanOnce(
  dependencies: Dependencies,
  caseJson: unknown,
  locale: Locale,
  key: string,
): Promise<StoreOnceOutcome> {
  const { clock, idempotencyStore, links } = dependencies;
  const keyHash = links.digestOf('made up', key);
  const requestHash = hashOfRequest(caseJson);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const now = clock.now();
    const earlier = await idempotencyStore.findByKey(keyHash, now);
    if (earlier !== undefined) {
      if (earlier.requestHash !== requestHash) return { kind: 'key-reused' };
      const opened = await answerAgain(dependencies, earlier.planId, caseJson);
      if (opened !== undefined) return { kind: 'stored', isNew: false, opened };
      continue;
    }
    const plan = newPlan(dependencies, caseJson, locale);
    if (!plan.ok) return { kind: 'invalid', problems: plan.problems };
    const { stored, linkHashes, said } = plan.value;
    const request = { keyHash, requestHash, expiresAt: (now + KEPT_FOR) as Instant };
    if (await idempotencyStore.createPlanOnce(stored, linkHashes, request, said))
      return { kind: 'stored', isNew: true, opened: await openStored(dependencies, stored, true, null) };
  }
  throw new Error('a key was taken and free again several times over');
}

async function answerAgain(
  dependencies: Dependencies,
  planId: string,
  caseJson: unknown,
): Promise<OpenedPlan | undefined> {
  const { book, planStore } = dependencies;
  const present = await planStore.find(planId);
  if (present === undefined) return undefined;
  const { createdAt, policyId } = present;
  const zone = book.policies.get(policyId)?.zone;
  if (zone === undefined) throw new Error(`the policy ${policyId} of a stored plan is not there any more`);
  const first = {
    ...present,
    caseJson: storedCase(caseJson),
    version: 1,
    ...FIRST_GENERATIONS,
    changedAt: createdAt,
  };
  const then: Clock = { now: () => createdAt };
  return openStored(dependencies, first, true, todayIn(then)(zone));
}

/** Blanks in the JSON that was sent make no other request. */
function hashOfRequest(caseJson: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(caseJson) ?? '')
    .digest('base64url');
}
