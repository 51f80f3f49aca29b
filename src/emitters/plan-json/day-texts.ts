// Days in JSON: `YYYY-MM-DD`, or null where they are not known.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Scenario } from '../../domain/network.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';

/** A day under each scenario. */
export function dayTexts(days: Readonly<Record<Scenario, Day | null>>): Record<Scenario, string | null> {
  const { min, mode, max, statutory } = days;
  return { min: dayText(min), mode: dayText(mode), max: dayText(max), statutory: dayText(statutory) };
}

/** `YYYY-MM-DD`; null stays null. */
export function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

/** Where a holiday notice still to come decides, the first and last day that it may be. */
export function rangeTexts(ranges: PlannedRoute['completionRange']): Record<Scenario, string[] | null> {
  const { min, mode, max, statutory } = ranges;
  const texts = (range: typeof min) => range?.map(formatDay) ?? null;
  return { min: texts(min), mode: texts(mode), max: texts(max), statutory: texts(statutory) };
}
