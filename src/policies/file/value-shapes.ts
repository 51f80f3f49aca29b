// The small values that every part of a policy file is made of.

import { z } from 'zod';
import { DAY_FORM, type Day, parseDay, weekdayOf } from '../../domain/day.ts';
import { UnitName } from '../../input/shapes.ts';

/** A text in both languages. */
export const Text = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
  .meta({ id: 'Text', description: 'A text in both languages.' });

/** A text that is told only where its condition holds; `source` where it is another than that of its activity. */
export const ToldText = Text.extend({
  when: z.string().min(1).optional(),
  source: z.string().optional(),
}).meta({
  id: 'ToldText',
  description: 'A text, told only where `when` holds; `source` where it is not that of its activity.',
});

export const SourceId = z
  .string()
  .meta({ id: 'SourceId', description: 'Who says so: the id of an entry of `sources`.' });
export const Expression = z.string().min(1).meta({
  id: 'Condition',
  description:
    'A CEL expression over facts.ID, ages.ID (whole years on 1 January), asOf and yearStart; has(facts.ID) for one that may be unknown.',
});
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time of day, HH:MM' })
  .meta({ id: 'TimeOfDay', description: 'HH:MM, in quotes.' });

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const WRITTEN_DAY = new RegExp(
  `^(?:(${WEEKDAYS.join('|')}) )?(\\d{4}-\\d{2}-\\d{2})(?: (${WEEKDAYS_ZH.join('|')}))?$`,
);
const WRITTEN_DAY_FORM = `a day, ${DAY_FORM}, also with its weekday, Sun 2022-12-25 or 2022-12-25 周日`;

/** `2022-12-25`, `Sun 2022-12-25` or `2022-12-25 周日` → Day; a weekday that is not that of the day is refused. */
export const WrittenDay = z
  .string({ error: WRITTEN_DAY_FORM })
  .transform((text, context): Day => {
    const [, en, date = '', zh] = WRITTEN_DAY.exec(text) ?? [];
    const day = parseDay(date);
    if (day === null) {
      context.addIssue({ code: 'custom', message: WRITTEN_DAY_FORM });
      return z.NEVER;
    }
    const weekday = weekdayOf(day) - 1;
    if (
      (en ?? WEEKDAYS[weekday]) !== WEEKDAYS[weekday] ||
      (zh ?? WEEKDAYS_ZH[weekday]) !== WEEKDAYS_ZH[weekday]
    ) {
      context.addIssue({
        code: 'custom',
        message: `${WEEKDAYS[weekday]} ${date}: it is a ${WEEKDAYS[weekday]} (${WEEKDAYS_ZH[weekday]})`,
      });
      return z.NEVER;
    }
    return day;
  })
  .meta({ id: 'Day', description: WRITTEN_DAY_FORM, pattern: WRITTEN_DAY.source });

const DAY_COUNT_FORM = 'a whole number, 0 to 3660';

/** A count of days or months: ten years of days at most, for a chance is reckoned day by day. */
export const DayCount = z
  .int({ error: DAY_COUNT_FORM })
  .min(0, { error: DAY_COUNT_FORM })
  .max(3660, { error: DAY_COUNT_FORM });

/** `{ amount: 3, unit: working-days }` */
export const PeriodShape = z.strictObject({ amount: DayCount, unit: UnitName });
