// The small shapes that every file of ours shares.

import { z } from 'zod';
import { DAY_FORM, type Day, parseDay } from '../domain/day.ts';

/** `YYYY-MM-DD` → Day. */
export const DayText = z.string({ error: `a day, ${DAY_FORM}` }).transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: `a day, ${DAY_FORM}` });
  return z.NEVER;
});

const COUNT_FORM = 'a whole number, 0 or more';

/** A count of days, 0 or more. */
export const Count = z.int({ error: COUNT_FORM }).min(0, { error: COUNT_FORM });

export const UnitName = z.enum(['calendar-days', 'working-days']);

/** `{ amount: 3, unit: working-days }` */
export const PeriodShape = z.strictObject({ amount: Count, unit: UnitName });

export const StartRuleName = z.enum(['working-day', 'any-day']);

export const FinishRollName = z.enum(['forward', 'none']);
