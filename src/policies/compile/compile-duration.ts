// A duration of a policy and the facts of a case → the periods a network is scheduled with, and who says so.

import { type Period, SAME_DAY } from '../../domain/duration.ts';
import { triangleWeights } from '../../domain/duration-weights.ts';
import { type ActivityDescription, byScenario } from '../../domain/network.ts';
import type { RouteActivity } from '../../domain/route.ts';
import type { DurationDefinition } from '../parts/activity.ts';
import type { CheckedFacts } from './check-facts.ts';

/** The four scenarios of a duration: what was observed, and what is reckoned with. */
export function durationsOf(
  duration: DurationDefinition,
  checked: CheckedFacts,
): ActivityDescription['durations'] {
  const { observed, legalLimit } = duration;
  const planning = planningPeriod(duration, checked);
  const reckoned = planning ?? legalLimit?.period ?? observed?.max ?? SAME_DAY;
  return byScenario((scenario) => (scenario === 'statutory' ? reckoned : (observed?.[scenario] ?? reckoned)));
}

/** The observed durations as a triangle; where nothing was observed, the one that is reckoned with. */
export function outcomesOf(
  duration: DurationDefinition,
  checked: CheckedFacts,
): ActivityDescription['outcomes'] {
  const { observed } = duration;
  if (observed === null) return [{ period: durationsOf(duration, checked).statutory, weight: 1 }];
  const { min, mode, max } = observed;
  const { unit } = min;
  return triangleWeights({ min: min.amount, mode: mode.amount, max: max.amount }).map(([amount, weight]) => ({
    period: { amount, unit },
    weight,
  }));
}

function planningPeriod({ planning }: DurationDefinition, { facts }: CheckedFacts): Period | null {
  if (planning === null) return null;
  const { period } = planning;
  if ('amount' in period) return period;
  const amount = facts.get(period.fact);
  return typeof amount === 'number' ? { amount, unit: period.unit } : null;
}

/** Whether the law, our planning, the family or an observer says how long it takes. */
export function basisOf(
  { observed, planning, legalLimit }: DurationDefinition,
  { assumed }: CheckedFacts,
): RouteActivity['durationBasis'] {
  if (planning !== null) {
    const isOwn = 'fact' in planning.period && !assumed.has(planning.period.fact);
    return {
      basis: isOwn ? 'own' : 'planning-value',
      source: planning.source,
      legalLimit: legalLimit?.period ?? null,
    };
  }
  if (legalLimit !== null) return { basis: 'legal-limit', source: legalLimit.source, legalLimit: null };
  return { basis: 'observed', source: observed?.source ?? '', legalLimit: null };
}
