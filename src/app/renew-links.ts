// New links in the place of those that were given out: somebody has one who should not.

import type { PlanLinkKind } from '../ports/plan-store.ts';
import type { Dependencies } from './dependencies.ts';
import type { RenewOutcome } from './lastbus.ts';
import { findPlan, tokensOf } from './open-plan.ts';
import { hashOfOwnToken } from './secret-links.ts';

/**
 * Renews the links of these kinds, all or none; only an edit token does. The plan itself, its version and its
 * reminders stay. Calendars and mails that carry an old link are not reached: what they lead to is unknown.
 */
export async function renewLinks(
  dependencies: Dependencies,
  token: string,
  kinds: readonly PlanLinkKind[],
): Promise<RenewOutcome> {
  const { links, planStore } = dependencies;
  const found = await findPlan(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const { stored } = found;
  const renewed = [...new Set(kinds)].map((kind) => {
    const generation = stored[`${kind}Generation`] + 1;
    return { kind, generation, hash: hashOfOwnToken(links.tokenOf(kind, stored.id, generation)) };
  });
  if (!(await planStore.renewLinks(stored.id, renewed))) return { kind: 'stale' };
  const generations = Object.fromEntries(
    renewed.map(({ kind, generation }) => [`${kind}Generation`, generation]),
  );
  return { kind: 'renewed', tokens: tokensOf(dependencies, { ...stored, ...generations }, true) };
}
