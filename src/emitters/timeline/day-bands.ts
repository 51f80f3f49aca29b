// The days on which no office works, and those of which nobody knows it yet, as bands across the drawing.

import { addDays, type Day } from '../../domain/day.ts';
import { covers, isWorkingDay, type WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Extent, Span, TimeScale } from './time-scale.ts';

/** `rest`: a weekend. `closure`: a day off by notice. `make-up`: a weekend day that is worked by notice. */
export type DayKind = 'rest' | 'closure' | 'make-up' | 'unpublished';

/** Days of one kind that follow each other, both inclusive. */
export interface DayRun extends Span {
  readonly kind: DayKind;
}

export interface DayBand extends Extent {
  readonly kind: DayKind;
}

/** The runs of days in the span that are not ordinary working days; of what is not published, nothing but that. */
export function dayRuns(calendar: WorkingCalendar, { from, until }: Span): DayRun[] {
  const runs: DayRun[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const kind = kindOf(calendar, day);
    if (kind === null) continue;
    const last = runs.at(-1);
    if (last?.kind === kind && last.until === day - 1) runs[runs.length - 1] = { ...last, until: day };
    else runs.push({ kind, from: day, until: day });
  }
  return runs;
}

export function dayBands(runs: readonly DayRun[], { extent }: TimeScale): DayBand[] {
  return runs.flatMap(({ kind, from, until }) => {
    const place = extent(from, until);
    return place === null ? [] : [{ kind, ...place }];
  });
}

function kindOf(calendar: WorkingCalendar, day: Day): DayKind | null {
  if (day > calendar.finalUntil && calendar.afterCover === 'unpublished') return 'unpublished';
  if (!covers(calendar, day)) return null;
  const exception = calendar.exceptions.get(day);
  if (exception !== undefined) return exception.kind;
  return isWorkingDay(calendar, day) ? null : 'rest';
}
