// Office waits that nobody records: they begin when what they wait for is finished, and are over when what
// waits for them has begun.

import { type Day, earlierOf } from '../domain/day.ts';
import { addPeriod, firstAllowedStart } from '../domain/duration.ts';
import type { ActivityDescription } from '../domain/network.ts';
import { nullOutsideCover, type WorkingCalendar } from '../domain/working-calendar.ts';

interface Step {
  readonly description: ActivityDescription;
  readonly isOffice: boolean;
}

/**
 * The descriptions with the facts that follow from recorded ones: a family records that it renewed the permit
 * and sent the form, not that the new date reached the system in between. Only steps of offices are inferred,
 * only where nothing was recorded for them.
 */
export function inferOfficeWaits(
  calendar: WorkingCalendar,
  asOf: Day,
  steps: readonly Step[],
): ActivityDescription[] {
  const byId = new Map(steps.map((step) => [step.description.id, step.description]));
  for (const { description, isOffice } of steps) {
    if (!isOffice || description.startedOn !== null) continue;
    const startedOn = startOf(calendar, description, byId);
    if (startedOn === null || startedOn > asOf) continue;
    byId.set(description.id, {
      ...description,
      startedOn,
      finishedOn: finishOf(description.id, startedOn, byId),
    });
  }
  return steps.map(({ description }) => byId.get(description.id) ?? description);
}

/** The day on which everything it waits for was finished; null while something is not. */
function startOf(
  calendar: WorkingCalendar,
  { after, startsOn }: ActivityDescription,
  byId: ReadonlyMap<string, ActivityDescription>,
): Day | null {
  const released = after.map(({ predecessor, minLag }) => {
    const finishedOn = byId.get(predecessor)?.finishedOn ?? null;
    return finishedOn === null ? null : nullOutsideCover(() => addPeriod(calendar, finishedOn, minLag));
  });
  const [first, ...others] = released;
  if (first === undefined || first === null) return null;
  let latest = first;
  for (const day of others) {
    if (day === null) return null;
    if (day > latest) latest = day;
  }
  return nullOutsideCover(() => firstAllowedStart(calendar, latest, startsOn));
}

/** The day on which the first thing that waits for it began; null while none has. */
function finishOf(id: string, startedOn: Day, byId: ReadonlyMap<string, ActivityDescription>): Day | null {
  const starts = [...byId.values()]
    .filter(({ after }) => after.some(({ predecessor }) => predecessor === id))
    .flatMap(({ startedOn: start }) => (start === null || start < startedOn ? [] : [start]));
  return starts.length === 0 ? null : starts.reduce(earlierOf);
}
