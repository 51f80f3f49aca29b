// Which values of the policies nobody has looked at for a year.

import { type Day, formatDay } from '../domain/day.ts';
import { isStale } from '../domain/provenance.ts';
import type { TodayIn } from './make-plan.ts';
import type { PolicyBook } from './policy-book.ts';

export interface StaleSources {
  readonly policy: string;
  readonly verifiedOn: Day;
  /** Those last looked at on that day. */
  readonly sources: readonly string[];
}

/** By policy and day, the longest ago first. */
export function staleSources({ policies }: Pick<PolicyBook, 'policies'>, todayIn: TodayIn): StaleSources[] {
  return [...policies.values()].flatMap(({ id, zone, sources }) => {
    const stale = [...sources.values()].filter((source) => isStale(source, todayIn(zone)));
    const byDay = Map.groupBy(stale, ({ verifiedOn }) => verifiedOn);
    return [...byDay]
      .toSorted(([a], [b]) => a - b)
      .map(([verifiedOn, those]) => ({ policy: id, verifiedOn, sources: those.map((one) => one.id) }));
  });
}

/** `shanghai-2026: not verified since 2025-11-22, more than a year: eastday-2016, points-limit` */
export function staleLine({ policy, verifiedOn, sources }: StaleSources): string {
  return `${policy}: not verified since ${formatDay(verifiedOn)}, more than a year: ${sources.join(', ')}`;
}
