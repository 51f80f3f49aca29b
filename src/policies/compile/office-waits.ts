// Office waits that nobody records: they begin when what they wait for is finished, and are over when what
// waits for them has begun.

import { type Day, earlierOf } from '../../domain/day.ts';
import { addPeriod, firstAllowedStart } from '../../domain/duration.ts';
import type { ActivityDescription } from '../../domain/network.ts';
import { nullOutsideCover, type WorkingCalendar } from '../../domain/working-calendar.ts';

interface Step {
  readonly description: ActivityDescription;
  readonly isOffice: boolean;
}

/**
 * The descriptions with the facts that follow from recorded ones: a family records that it renewed the permit
 * and sent the form, not that the new date reached the system in between. Only steps of offices are inferred,
 * only where nothing was recorded for them.
 *
 * @param steps in the order in which they are done.
 */
export function inferOfficeWaits(
  calendar: WorkingCalendar,
  asOf: Day,
  steps: readonly Step[],
): ActivityDescription[] {
  const byId = new Map(steps.map((step) => [step.description.id, step.description]));
  const neededOn = firstUses(steps);
  for (const { description, isOffice } of steps) {
    if (!isOffice || description.startedOn !== null) continue;
    const startedOn = startOf(calendar, description, byId);
    if (startedOn === null || startedOn > asOf) continue;
    const usedOn = neededOn.get(description.id) ?? null;
    // Used before it can have begun: what was recorded contradicts itself, and is told as that.
    const finishedOn = usedOn !== null && usedOn >= startedOn ? usedOn : null;
    byId.set(description.id, { ...description, startedOn, finishedOn });
  }
  return steps.map(({ description }) => byId.get(description.id) ?? description);
}

/**
 * The first day on which something that waits for a step had begun, also by way of office waits in between; steps
 * that nothing recorded has used yet are left out.
 */
function firstUses(steps: readonly Step[]): ReadonlyMap<string, Day> {
  const uses = new Map<string, Day>();
  for (const { description, isOffice } of steps.toReversed()) {
    const { id, after, startedOn } = description;
    const usedOn = startedOn ?? (isOffice ? (uses.get(id) ?? null) : null);
    if (usedOn === null) continue;
    for (const { predecessor } of after)
      uses.set(predecessor, earlierOf(uses.get(predecessor) ?? usedOn, usedOn));
  }
  return uses;
}

/** The day on which everything it waits for was finished and its window was open; null while something is not. */
function startOf(
  calendar: WorkingCalendar,
  { after, startsOn, opensOn }: ActivityDescription,
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
  if (opensOn !== null && opensOn > latest) latest = opensOn;
  return nullOutsideCover(() => firstAllowedStart(calendar, latest, startsOn));
}
