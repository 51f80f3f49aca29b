// The chance of being in time by the day on which the family starts, as a stepped curve and as a table.

import { addDays, type Day, formatDay } from '../../domain/day.ts';
import type { Likelihood, LikelihoodByStart } from '../../domain/likelihood.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { type PlanWords, planWords } from '../wording/plan-words.ts';
import { CHART_SIZES, type DrawingSize } from './drawing-size.ts';
import { type DayTick, dayTicks, type MonthMark, monthMarks } from './time-axis.ts';
import { type Extent, timeScale } from './time-scale.ts';
import type { TimelineWords } from './words/timeline-words.ts';
import { timelineWordsOf } from './words/timeline-words-of.ts';

/** One day to start on. `top` and `height` in rem: the column stands on the ground line. */
export interface ChanceColumn extends Extent {
  readonly startOn: string;
  readonly top: number;
  readonly height: number;
  /** What lies on it where only a range is known: between the least and the most. */
  readonly unsure: { readonly top: number; readonly height: number } | null;
}

/** The curve in one size. */
export interface ChanceDrawing {
  readonly size: DrawingSize['id'];
  /** Where the lines of the levels begin, in percent. */
  readonly plotX: number;
  readonly columns: readonly ChanceColumn[];
  readonly ticks: readonly DayTick[];
  readonly months: readonly MonthMark[];
}

export interface ChanceChart {
  readonly title: string;
  readonly description: string;
  readonly basis: string;
  readonly noneAfter: string;
  readonly height: number;
  /** Where the columns stand, and the levels that are named. */
  readonly ground: number;
  readonly levels: readonly { readonly y: number; readonly label: string }[];
  readonly dayY: number;
  readonly monthY: number;
  readonly drawings: readonly ChanceDrawing[];
  readonly rows: readonly { readonly days: string; readonly chance: string }[];
}

const HEIGHT_REM = 8;
const TOP_REM = 0.8;
const GROUND_REM = TOP_REM + HEIGHT_REM;
const LEVELS_IN_TENTHS = [10, 5] as const;

/** The chart of a route; null: no start day of the family's would be in time, or it has none left to choose. */
export function chanceChart(plan: Plan, route: PlannedRoute, locale: Locale): ChanceChart | null {
  const { chanceByStart, likelihoodBasis } = route;
  const first = chanceByStart?.days[0];
  const last = chanceByStart?.days.at(-1);
  if (!chanceByStart || first === undefined || last === undefined) return null;
  const words = timelineWordsOf(locale);
  const told = planWords(plan, route, locale);
  const step = route.activities.find(({ id }) => id === chanceByStart.activity);
  // A day before and two behind, so that the curve is seen to begin and to end.
  const span = { from: addDays(first.startOn, -1), until: addDays(last.startOn, 2) };
  return {
    title: words.chance.title(step?.title[locale] ?? chanceByStart.activity),
    description: words.chance.description,
    basis: words.chance.basis(likelihoodBasis.confidence !== 'confirmed'),
    noneAfter: words.chance.noneAfter(told.day(last.startOn)),
    height: GROUND_REM + 2.6,
    ground: GROUND_REM,
    levels: LEVELS_IN_TENTHS.map((tenths) => ({
      y: levelY(tenths / 10),
      label: words.chance.tenths(tenths),
    })),
    dayY: GROUND_REM + 1.1,
    monthY: GROUND_REM + 2.2,
    drawings: CHART_SIZES.map((size) => {
      const scale = timeScale(span, size);
      return {
        size: size.id,
        plotX: scale.start(span.from),
        columns: chanceByStart.days.flatMap((day) => {
          const extent = scale.extent(day.startOn, day.startOn);
          return extent === null ? [] : [{ ...extent, ...columnOf(day) }];
        }),
        ticks: dayTicks(scale, [first.startOn, last.startOn]),
        months: monthMarks(scale, words, locale),
      };
    }),
    rows: chanceRows(chanceByStart.days, words, told),
  };
}

function columnOf({ startOn, likelihood }: LikelihoodByStart): Omit<ChanceColumn, keyof Extent> {
  const [least, most] = boundsOf(likelihood);
  const top = levelY(least);
  return {
    startOn: formatDay(startOn),
    top,
    height: round(GROUND_REM - top),
    unsure: most > least ? { top: levelY(most), height: round(top - levelY(most)) } : null,
  };
}

/** Days that follow each other with the same words for their chance in one row. */
function chanceRows(
  days: readonly LikelihoodByStart[],
  words: TimelineWords,
  { words: { chance }, day }: PlanWords,
): ChanceChart['rows'] {
  const rows: { from: Day; until: Day; chance: string }[] = [];
  for (const { startOn, likelihood } of days) {
    const [least, most] = boundsOf(likelihood).map(chance) as [string, string];
    const text = least === most ? least : words.chance.between(least, most);
    const last = rows.at(-1);
    if (last?.chance === text) last.until = startOn;
    else rows.push({ from: startOn, until: startOn, chance: text });
  }
  return rows.map(({ from, until, chance: text }) => ({
    days: from === until ? day(from) : words.range(day(from), day(until)),
    chance: text,
  }));
}

function boundsOf(likelihood: Likelihood): [least: number, most: number] {
  return 'onTime' in likelihood
    ? [likelihood.onTime, likelihood.onTime]
    : [likelihood.atLeast, likelihood.atMost];
}

function levelY(probability: number): number {
  return round(GROUND_REM - HEIGHT_REM * probability);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
