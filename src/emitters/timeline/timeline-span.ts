// Which days a timeline shows: what is still to do and the cutoff, and what lies near enough to it.

import { addDays, type Day, earlierOf, laterOf } from '../../domain/day.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import type { Span } from './time-scale.ts';

/** What lies further off is told at the edge, so that the days that matter stay wide. */
const NEAR_DAYS = 42;

/**
 * So far from today at most. Anybody may say that the cutoff is in the year 9999 or that a step was begun in the year 1:
 * thousands of years took seconds to draw, and showed nothing.
 */
const FARTHEST_DAYS = 366;

/** A single day would fill the whole width and say nothing. */
const FEWEST_DAYS = 14;

/** The days to draw; null: no step has a day. */
export function spanOf({ asOf, cutoff }: Plan, { activities }: PlannedRoute): Span | null {
  const unfinished = activities.filter(({ state }) => state !== 'done');
  const core = (unfinished.length === 0 ? activities : unfinished).flatMap(plannedDays);
  if (core.length === 0) return null;
  const [firstStart, lastFinish] = [core.reduce(earlierOf), core.reduce(laterOf)];
  const beside = [cutoff.on, asOf, ...activities.flatMap(plannedDays), ...activities.flatMap(latestDays)];
  const isNear = (day: Day) => day >= firstStart - NEAR_DAYS && day <= lastFinish + NEAR_DAYS;
  const shown = [firstStart, lastFinish, cutoff.on, ...beside.filter(isNear)];
  const [first, last] = [shown.reduce(earlierOf), shown.reduce(laterOf)];
  const middle = laterOf(first, earlierOf(last, asOf));
  const from = addDays(laterOf(first, addDays(middle, -FARTHEST_DAYS)), -1);
  const until = addDays(earlierOf(last, addDays(middle, FARTHEST_DAYS)), 1);
  const missing = Math.max(0, FEWEST_DAYS - (until - from + 1));
  return { from: addDays(from, -Math.floor(missing / 2)), until: addDays(until, Math.ceil(missing / 2)) };
}

function plannedDays({ earliestStartOn, earliestFinishOn, provisional }: PlannedActivity): Day[] {
  return [earliestStartOn, earliestFinishOn, ...(provisional.earliestFinishOn ?? [])].filter(
    (day) => day !== null,
  );
}

function latestDays({ latestStartOn, mustFinishBy }: PlannedActivity): Day[] {
  return [latestStartOn, mustFinishBy].filter((day) => day !== null);
}
