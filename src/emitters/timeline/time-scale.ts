// Where a day lies in a drawing. Sideways everything is a share of the width in percent, so that one drawing fits a
// phone, a desk and paper; downwards it is counted in rem, so that it grows with the reader's type.
//
// d3-scale and d3-time (ISC, Mike Bostock) turn days into places and know where weeks and months begin; they run on
// the server only.

import { type ScaleTime, scaleUtc } from 'd3-scale';
import { type TimeInterval, utcDay, utcMonday, utcMonth } from 'd3-time';
import { addDays, type Day } from '../../domain/day.ts';
import type { DrawingSize } from './drawing-size.ts';

/** The days of a drawing, both inclusive. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

/** From the left edge, and how wide; in percent of the drawing. */
export interface Extent {
  readonly x: number;
  readonly width: number;
}

export interface TimeScale {
  readonly span: Span;
  readonly size: DrawingSize;
  /** Where a day begins. */
  readonly start: (day: Day) => number;
  readonly middle: (day: Day) => number;
  /** The days from `from` to `until`, both whole, as far as the drawing shows them; null: it shows none. */
  readonly extent: (from: Day, until: Day) => Extent | null;
  /**
   * The days that carry a number, as many as leave room for it where the drawing is narrowest; none where only the names
   * of months do.
   */
  readonly ticks: readonly Day[];
  /** The first days of months. */
  readonly months: readonly Day[];
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** So far apart numbers of two digits can be told apart. */
export const LEAST_TICK_REM = 1.2;

export function timeScale(span: Span, size: DrawingSize): TimeScale {
  const scale = scaleUtc()
    .domain([instant(span.from), instant(addDays(span.until, 1))])
    .range(size.plot);
  const interval = tickInterval(span, size);
  const place = (day: number) => percent(scale(new Date(day * MILLISECONDS_PER_DAY)));
  return {
    span,
    size,
    start: place,
    middle: (day) => place(day + 0.5),
    extent: (from, until) => {
      const first = Math.max(from, span.from);
      const last = Math.min(until, span.until);
      if (first > last) return null;
      const x = place(first);
      return { x, width: percent(place(last + 1) - x) };
    },
    ticks: interval === null ? [] : daysOf(scale, interval),
    months: daysOf(scale, utcMonth),
  };
}

function tickInterval({ from, until }: Span, { drawingRem, plot }: DrawingSize): TimeInterval | null {
  const remPerDay = (drawingRem * (plot[1] - plot[0])) / 100 / (until - from + 1);
  const fits = (days: number) => days * remPerDay >= LEAST_TICK_REM;
  if (fits(1)) return utcDay;
  if (fits(7)) return utcMonday;
  return fits(14) ? utcMonday.every(2) : null;
}

/** The last place of the scale is the end of the last day, and no day of its own. */
function daysOf(scale: ScaleTime<number, number>, interval: TimeInterval): Day[] {
  const [, end] = scale.domain();
  return scale
    .ticks(interval)
    .filter((date) => end === undefined || date < end)
    .map((date) => (date.getTime() / MILLISECONDS_PER_DAY) as Day);
}

function instant(day: Day): Date {
  return new Date(day * MILLISECONDS_PER_DAY);
}

/** A thousandth of a percent is less than a pixel is wide on any screen. */
function percent(value: number): number {
  return Math.round(value * 1000) / 1000;
}
