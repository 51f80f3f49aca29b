// Years without a holiday notice, as two calendars between which the true one will lie: the fewest and the most
// working days that are thinkable (scheduling.md §10).

import { z } from 'zod';
import { addDays, type Day, weekdayOf } from '../../domain/day.ts';
import {
  buildWorkingCalendar,
  type WorkingCalendar,
  type WorkingCalendarRules,
} from '../../domain/working-calendar.ts';
import { DayText } from '../../input/shapes.ts';

/** Days counted from a holiday, both inclusive; negative: before it. */
const Offsets = z.strictObject({ from: z.int(), until: z.int() });

export const UnpublishedYears = z
  .strictObject({
    source: z.string(),
    workedAtMost: Offsets,
    holidays: z.record(z.string(), z.strictObject({ statutory: Offsets, closedAtMost: Offsets })),
    coversUntil: DayText,
    days: z.array(z.strictObject({ holiday: z.string(), on: DayText })).min(1),
  })
  .superRefine(({ holidays, days }, context) => {
    for (const [index, { holiday }] of days.entries()) {
      if (Object.hasOwn(holidays, holiday)) continue;
      const message = Object.keys(holidays).join(' | ');
      context.addIssue({ code: 'custom', path: ['days', index, 'holiday'], message });
    }
  });
export type UnpublishedYears = z.output<typeof UnpublishedYears>;

/**
 * `settled` and, behind its cover, the fewest working days thinkable: everything closed that a notice ever closed
 * for such a holiday, no weekend day worked. Its `most` has only the holidays of the law closed, and every weekend
 * day worked that lies so near a holiday that it could be.
 *
 * Fewer working days never make an earliest date earlier nor a latest one later, so the two dates computed on them
 * enclose the true one.
 */
export function bracketCalendar(
  settled: WorkingCalendar,
  rules: Omit<WorkingCalendarRules, 'coversUntil' | 'uncertain'>,
  unpublished: UnpublishedYears,
): WorkingCalendar {
  const { coversUntil } = unpublished;
  const finalUntil = settled.coversUntil;
  const behind = (day: Day) => day > finalUntil && day <= coversUntil;
  const around = (offsetsOf: (holiday: string) => { from: number; until: number } | undefined): Day[] =>
    unpublished.days.flatMap(({ holiday, on }) => {
      const { from, until } = offsetsOf(holiday) ?? { from: 0, until: 0 };
      return Array.from({ length: until - from + 1 }, (_, index) => addDays(on, from + index)).filter(behind);
    });
  const closedAtMost = around((holiday) => unpublished.holidays[holiday]?.closedAtMost);
  const statutory = new Set(around((holiday) => unpublished.holidays[holiday]?.statutory));
  const weekend = new Set(rules.weekend);
  const workedAtMost = around(() => unpublished.workedAtMost).filter(
    (day) => weekend.has(weekdayOf(day)) && !statutory.has(day),
  );
  const most = buildWorkingCalendar({
    ...rules,
    coversUntil,
    closures: [...rules.closures, ...statutory],
    makeUpWorkingDays: [...rules.makeUpWorkingDays, ...workedAtMost],
  });
  return buildWorkingCalendar({
    ...rules,
    coversUntil,
    closures: [...rules.closures, ...closedAtMost],
    uncertain: { finalUntil, most },
  });
}
