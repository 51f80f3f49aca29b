// A route as a drawing of its days, ready for templates/pages/timeline.eta: places and texts, no markup.

import { type Day, formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { planWords } from '../wording/plan-words.ts';
import { type ChanceChart, chanceChart } from './chance-chart.ts';
import { type DayBand, type DayKind, type DayRun, dayBands, dayRuns } from './day-bands.ts';
import { type DrawingSize, TIMELINE_SIZES } from './drawing-size.ts';
import { type LegendKey, legendKeys } from './legend.ts';
import { type DayTick, dayTicks, type Flag, flagOn, type MonthMark, monthMarks } from './time-axis.ts';
import { timeScale } from './time-scale.ts';
import { BAR_REM, type Lane, layOutLanes } from './timeline-rows.ts';
import { spanOf } from './timeline-span.ts';
import { type TableRow, tableRow } from './timeline-table.ts';
import type { TimelineWords } from './words/timeline-words.ts';
import { timelineWordsOf } from './words/timeline-words-of.ts';

/** The days as a picture of one size. What lies downwards is in rem, what lies sideways in percent. */
export interface Drawing {
  readonly size: DrawingSize['id'];
  readonly height: number;
  readonly axis: typeof AXIS_REM;
  readonly bands: readonly DayBand[];
  readonly ticks: readonly DayTick[];
  readonly months: readonly MonthMark[];
  readonly today: Flag;
  readonly cutoff: Flag;
  readonly lanes: readonly Lane[];
  readonly barHeight: number;
}

export interface Timeline {
  readonly words: TimelineWords;
  readonly description: string;
  /** First and last day as `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
  readonly drawings: readonly Drawing[];
  readonly legend: readonly { readonly key: LegendKey; readonly text: string }[];
  /** Which days are holidays, are worked, or are not settled. */
  readonly dayNotes: readonly string[];
  readonly table: readonly TableRow[];
  readonly chance: ChanceChart | null;
}

/** Base lines of the lines above the rows, and where the rows begin. */
const AXIS_REM = { today: 0.85, cutoff: 2.05, months: 3.4, days: 4.5, bottom: 4.85 } as const;

/** The drawing of a route; null: there is no route, or none of its steps has a day. */
export function drawTimeline(plan: Plan, route: PlannedRoute | undefined, locale: Locale): Timeline | null {
  const span = route === undefined ? null : spanOf(plan, route);
  if (route === undefined || span === null) return null;
  const words = timelineWordsOf(locale);
  const told = planWords(plan, route, locale);
  const runs = dayRuns(plan.calendar, span);
  const draw = (size: DrawingSize): Drawing => {
    const scale = timeScale(span, size);
    const laidOut = layOutLanes(route.activities, AXIS_REM.bottom, { scale, words, plan: told, locale });
    return {
      size: size.id,
      height: laidOut.bottom,
      axis: AXIS_REM,
      bands: dayBands(runs, scale),
      ticks: dayTicks(scale),
      months: monthMarks(scale, words, locale),
      today: flagOn(plan.asOf, words.today(told.day(plan.asOf)), scale),
      cutoff: flagOn(plan.cutoff.on, words.cutoff(told.day(plan.cutoff.on)), scale),
      lanes: laidOut.lanes,
      barHeight: BAR_REM,
    };
  };
  const drawings = TIMELINE_SIZES.map(draw);
  const rows = drawings[0]?.lanes.flatMap((lane) => lane.rows) ?? [];
  return {
    words,
    description: words.description(told.day(span.from), told.day(span.until)),
    from: formatDay(span.from),
    until: formatDay(span.until),
    drawings,
    legend: legendKeys(rows, runs).map((key) => ({ key, text: words.legend[key] })),
    dayNotes: dayNotes(runs, words, told.day),
    table: route.activities.map((activity, index) =>
      tableRow(activity, index + 1, { words, plan: told }, locale),
    ),
    chance: chanceChart(plan, route, locale),
  };
}

function dayNotes(runs: readonly DayRun[], words: TimelineWords, day: (day: Day) => string): string[] {
  const daysOf = (kind: DayKind) =>
    runs
      .filter((run) => run.kind === kind)
      .map(({ from, until }) => (from === until ? day(from) : words.range(day(from), day(until))));
  const [closures, makeUpDays] = [daysOf('closure'), daysOf('make-up')];
  const unpublished = runs.find(({ kind }) => kind === 'unpublished');
  return [
    ...(closures.length === 0 ? [] : [words.closures(closures)]),
    ...(makeUpDays.length === 0 ? [] : [words.makeUpDays(makeUpDays)]),
    ...(unpublished === undefined ? [] : [words.unpublished(day(unpublished.from))]),
  ];
}
