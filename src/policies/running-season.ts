// Which of the policies that are known is the one of today's season.

import type { Day } from '../domain/day.ts';
import { isPlannable, type Policy } from './policy.ts';

/**
 * The policy that a family most likely came for: among those that can be planned and whose last cutoff is today or
 * later, the one that closes first; when every season is over, the one that closed last.
 *
 * @param todayIn the present day in a zone. Cutoffs that depend on the family (a birth) do not count.
 * @returns undefined when nothing can be planned.
 */
export function policyInSeason(
  policies: readonly Policy[],
  todayIn: (zone: string) => Day,
): Policy | undefined {
  const [running] = policiesInSeason(policies, todayIn);
  return running ?? byLastCutoff(policies).at(-1)?.policy;
}

/** Those among them that can be planned and whose last cutoff is today or later; the one that closes first stands first. */
export function policiesInSeason(
  policies: readonly Policy[],
  todayIn: (zone: string) => Day,
): readonly Policy[] {
  return byLastCutoff(policies)
    .filter(({ policy, closesOn }) => closesOn >= todayIn(policy.zone))
    .map(({ policy }) => policy);
}

function byLastCutoff(policies: readonly Policy[]) {
  return policies
    .filter(isPlannable)
    .map((policy) => ({ policy, closesOn: lastCutoffOf(policy) }))
    .toSorted((a, b) => a.closesOn - b.closesOn);
}

/** Minus infinity: no cutoff is a day of the calendar. */
function lastCutoffOf({ cutoffs }: Policy): number {
  const days = [...cutoffs.values()].flatMap(({ on: { from, amount }, until }) =>
    from.kind === 'day' && amount === 0 ? [until ?? from.day] : [],
  );
  return Math.max(...days);
}
