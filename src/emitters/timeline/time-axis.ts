// What stands above the rows: the flags of today and the cutoff, the months, the days.

import { addDays, civilDate, type Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { widthInEm } from './fit-lines.ts';
import { LEAST_TICK_REM, type TimeScale } from './time-scale.ts';
import { TYPE_REM } from './timeline-rows.ts';
import type { TimelineWords } from './words/timeline-words.ts';

export interface DayTick {
  readonly x: number;
  /** Null: there is no room for its number. */
  readonly label: string | null;
  /** Where its number stands. */
  readonly labelX: number;
}

export interface MonthMark {
  readonly x: number;
  readonly label: string;
}

export interface Flag {
  readonly text: string;
  /** The middle of its day; at an edge where the day is not shown. */
  readonly x: number;
  /** Where its text begins, or ends where `anchor` says so. */
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  /** Whether its day lies outside the drawing, and where; null: it is shown. */
  readonly beyond: 'before' | 'after' | null;
}

const MILLISECONDS_PER_DAY = 86_400_000;

const MONTH_NAMES: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { month: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
};

/**
 * The lines of days, numbered wherever the number does not stand out at an edge.
 *
 * @param first days that have one in any case; others give way to them.
 */
export function dayTicks({ ticks, start, middle, size }: TimeScale, first: readonly Day[] = []): DayTick[] {
  const apart = (100 * LEAST_TICK_REM) / size.drawingRem;
  const kept: Day[] = [];
  for (const day of [...first, ...ticks]) {
    if (kept.every((other) => Math.abs(start(other) - start(day)) >= apart)) kept.push(day);
  }
  return kept
    .toSorted((a, b) => a - b)
    .map((day) => {
      const number = String(civilDate(day).dayOfMonth);
      const half = (50 * widthInEm(number) * TYPE_REM.note) / size.drawingRem;
      const labelX = middle(day);
      return { x: start(day), labelX, label: labelX - half >= 0 && labelX + half <= 100 ? number : null };
    });
}

/**
 * The months where they begin, the first where the drawing does; the year stands where there is room for it first,
 * and wherever it changes. A month too short for its name where the drawing is narrowest has none.
 */
export function monthMarks(
  { span, months, start, size }: TimeScale,
  words: TimelineWords,
  locale: Locale,
): MonthMark[] {
  const begins = [span.from, ...months.filter((day) => day !== span.from)];
  const marks: MonthMark[] = [];
  let yearSaid: number | null = null;
  for (const [index, day] of begins.entries()) {
    const { year } = civilDate(day);
    const end = begins[index + 1];
    const room = (((end === undefined ? 100 : start(end)) - start(day)) / 100) * size.drawingRem;
    const fits = (label: string) => (widthInEm(label) + 0.15) * TYPE_REM.note <= room;
    const name = MONTH_NAMES[locale].format(day * MILLISECONDS_PER_DAY);
    const withYear = words.month(name, year);
    const saysYear = year !== yearSaid && fits(withYear);
    if (saysYear) yearSaid = year;
    if (saysYear || fits(name)) marks.push({ x: start(day), label: saysYear ? withYear : name });
  }
  return marks;
}

/** A flag on a day, its text on the side where there is more room; from the edge on where even that is too little. */
export function flagOn(day: Day, text: string, { span, start, middle, size }: TimeScale): Flag {
  const beyond = day < span.from ? 'before' : day > span.until ? 'after' : null;
  const edge = beyond === 'before' ? span.from : addDays(span.until, 1);
  const x = beyond === null ? middle(day) : start(edge);
  const isRight = x > 50;
  const room = (isRight ? x : 100 - x) / 100;
  const fits = room * size.drawingRem >= (widthInEm(text) + 0.8) * TYPE_REM.note;
  if (fits) return { text, x, textX: x, anchor: isRight ? 'end' : 'start', beyond };
  return { text, x, textX: isRight ? 100 : 0, anchor: isRight ? 'end' : 'start', beyond };
}
