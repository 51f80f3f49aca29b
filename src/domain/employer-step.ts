// What of a plan is the employer's to do. Pure.

import { type Plan, recommendedRouteOf } from './plan.ts';
import type { PlannedActivity } from './planned-activity.ts';

/** The employer's next step of the recommended way, or its last one when all are done; undefined: it has none. */
export function employerStepOf(plan: Plan): PlannedActivity | undefined {
  const steps = (recommendedRouteOf(plan)?.activities ?? []).filter(({ actor }) => actor === 'employer');
  return steps.find(({ state }) => state !== 'done') ?? steps.at(-1);
}
