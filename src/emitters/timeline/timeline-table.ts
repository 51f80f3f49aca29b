// The timeline as a table: what the drawing says, for who cannot see it or would rather read.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { DayRange } from '../../domain/provisional.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import type { TimelineWords } from './words/timeline-words.ts';

export interface TableCell {
  readonly text: string;
  readonly notes: readonly string[];
}

export interface TableRow {
  readonly id: string;
  readonly head: string;
  /** Who, earliest, latest, to spare. */
  readonly cells: readonly TableCell[];
}

interface CellContext {
  readonly words: TimelineWords;
  readonly plan: PlanWords;
}

export function tableRow(
  activity: PlannedActivity,
  number: number,
  context: CellContext,
  locale: Locale,
): TableRow {
  const { words, plan } = context;
  return {
    id: activity.id,
    head: words.step(number, activity.title[locale]),
    cells: [
      { text: words.lane[activity.actor], notes: [] },
      earliestCell(activity, context),
      latestCell(activity, context),
      floatCell(activity, plan),
    ],
  };
}

function earliestCell(activity: PlannedActivity, { words, plan }: CellContext): TableCell {
  const { state, earliestStartOn, earliestFinishOn, opensOn, closesOn, provisional } = activity;
  const { table } = words;
  const window = [
    ...(opensOn === null ? [] : [table.opens(plan.day(opensOn))]),
    ...(closesOn === null ? [] : [table.closes(plan.day(closesOn))]),
  ];
  return {
    text: daysText(earliestStartOn, earliestFinishOn, { words, plan }),
    notes: [
      ...(state === 'open' ? [] : [plan.words.state[state]]),
      ...mayMove(provisional.earliestFinishOn, { words, plan }),
      ...(state === 'open' && window.length > 0 ? [table.window(plan.words.list(window))] : []),
    ],
  };
}

function latestCell(activity: PlannedActivity, { words, plan }: CellContext): TableCell {
  const { state, latestStartOn, mustFinishBy, provisional } = activity;
  const { table } = words;
  if (state === 'done') return { text: '–', notes: [] };
  if (mustFinishBy === null)
    return { text: latestStartOn === null ? table.noLatest : plan.day(latestStartOn), notes: [] };
  const finishBy = table.finishBy(plan.day(mustFinishBy));
  const notes = mayMove(provisional.mustFinishBy, { words, plan });
  if (state === 'running' || latestStartOn === null) return { text: finishBy, notes };
  if (latestStartOn === mustFinishBy) return { text: plan.day(latestStartOn), notes };
  return { text: table.startBy(plan.day(latestStartOn)), notes: [finishBy, ...notes] };
}

function floatCell(
  { totalFloatDays, totalFloatWorkingDays }: PlannedActivity,
  { words }: PlanWords,
): TableCell {
  const isKnown = totalFloatDays !== null && totalFloatWorkingDays !== null;
  return { text: isKnown ? words.float(totalFloatDays, totalFloatWorkingDays) : '–', notes: [] };
}

function daysText(from: Day | null, until: Day | null, { words, plan }: CellContext): string {
  if (from === null) return words.dayUnknown;
  return until === null || until === from ? plan.day(from) : words.range(plan.day(from), plan.day(until));
}

function mayMove(range: DayRange | undefined, { words, plan }: CellContext): string[] {
  return range === undefined ? [] : [words.table.mayMove(plan.day(range[0]), plan.day(range[1]))];
}
