// The YAML of a working calendar → the calendar. Notices come in the order of publication; a later one wins.

import { z } from 'zod';
import { addDays, type Day } from '../../domain/day.ts';
import type { Localized } from '../../domain/localized.ts';
import type { Fault, Result } from '../../domain/problem.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Document } from '../../input/document.ts';
import { faultsOfShape } from '../../input/shape-faults.ts';
import { DayText } from '../../input/shapes.ts';
import { Text } from '../file/value-shapes.ts';
import { bracketCalendar, UnpublishedYears } from './unpublished-years.ts';

const DayRange = z
  .union([DayText, z.strictObject({ from: DayText, until: DayText })])
  .transform((range) => (typeof range === 'number' ? { from: range, until: range } : range));

const Notice = z.strictObject({
  /** The year whose holidays it arranges; some days may lie in the year before. */
  year: z.int(),
  number: z.string().nullable(),
  publishedOn: DayText.nullable(),
  address: z.string(),
  note: z.string().optional(),
  closures: z.array(DayRange),
  makeUpWorkingDays: z.array(DayText),
});

const CalendarFile = z.strictObject({
  calendar: z.string(),
  title: Text,
  weekend: z.array(z.int().min(1).max(7)),
  coversFrom: DayText,
  coversUntil: DayText,
  notices: z.array(Notice).min(1),
  unpublished: UnpublishedYears.optional(),
});

export interface HolidayNotice {
  readonly year: number;
  /** Document number; null where the copy that was read shows none. */
  readonly number: string | null;
  readonly publishedOn: Day | null;
  readonly address: string;
}

/** A shipped calendar: the working days and the notices that say so. */
export interface PublishedCalendar {
  readonly title: Localized;
  /** What the notices settle; refuses every other day. */
  readonly settled: WorkingCalendar;
  /** The same, and behind it the fewest working days thinkable, with the most as its `most`. */
  readonly workingCalendar: WorkingCalendar;
  readonly notices: readonly HolidayNotice[];
  /** What the file says, as it was read: the same calendar is made of it again. */
  readonly written: unknown;
}

/** The calendar that a file holds, or every fault of its shape. */
export function parseCalendarFile({ value }: Pick<Document, 'value'>): Result<PublishedCalendar> {
  const parsed = CalendarFile.safeParse(value);
  if (!parsed.success) return { ok: false, problems: faultsOfShape(parsed.error.issues, value) };
  const { calendar: id, title, weekend, coversFrom, coversUntil, notices, unpublished } = parsed.data;
  const faults = selfContradictions(parsed.data);
  if (faults.length > 0) return { ok: false, problems: faults };

  const exceptions = exceptionsOf(notices);
  const published = { id, weekend, coversFrom, afterCover: 'unpublished' as const };
  const settled = buildWorkingCalendar({ ...published, ...exceptions, coversUntil });
  return {
    ok: true,
    value: {
      title,
      written: value,
      settled,
      workingCalendar:
        unpublished === undefined
          ? settled
          : bracketCalendar(settled, { ...published, ...exceptions }, unpublished),
      notices: notices.map(({ year, number, publishedOn, address }) => ({
        year,
        number,
        publishedOn,
        address,
      })),
    },
  };
}

/** The closures and make-up working days of all notices together; of two that speak of a day the later one counts. */
function exceptionsOf(notices: readonly z.output<typeof Notice>[]) {
  const closures = new Set<Day>();
  const makeUpWorkingDays = new Set<Day>();
  const noticeByDay = new Map<Day, string>();
  for (const notice of notices) {
    const name = notice.number ?? `${notice.year}`;
    for (const { from, until } of notice.closures) {
      for (let day = from; day <= until; day = addDays(day, 1)) {
        closures.add(day);
        noticeByDay.set(day, name);
        makeUpWorkingDays.delete(day);
      }
    }
    for (const day of notice.makeUpWorkingDays) {
      makeUpWorkingDays.add(day);
      noticeByDay.set(day, name);
    }
  }
  return { closures, makeUpWorkingDays, noticeOf: (day: Day) => noticeByDay.get(day) ?? null };
}

/** A closure that is also a make-up day of the same notice contradicts itself. */
function selfContradictions({ notices }: z.output<typeof CalendarFile>): Fault[] {
  return notices.flatMap(({ closures, makeUpWorkingDays }, index) =>
    makeUpWorkingDays.flatMap((day, position): Fault[] => {
      if (!closures.some(({ from, until }) => from <= day && day <= until)) return [];
      const path = ['notices', index, 'makeUpWorkingDays', position];
      return [
        { path, what: 'a make-up working day that the same notice closes', allowed: 'one or the other' },
      ];
    }),
  );
}
