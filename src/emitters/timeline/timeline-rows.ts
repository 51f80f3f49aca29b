// The steps of a route under whoever acts, one below the other: texts broken into lines, and how high each lies.

import type { Locale } from '../../domain/localized.ts';
import type { Actor, PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import { fitLines, widthInEm } from './fit-lines.ts';
import { type StepMarks, stepMarks } from './step-marks.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineWords } from './words/timeline-words.ts';

/** A line of text; `y` is its base line in rem from the top of the drawing. */
export interface TextLine {
  readonly text: string;
  readonly y: number;
}

export interface TimelineRow {
  readonly id: string;
  readonly actor: Actor;
  readonly state: PlannedActivity['state'];
  readonly titleLines: readonly TextLine[];
  /** The day that counts, and how much there is to spare. */
  readonly noteLines: readonly TextLine[];
  /** Where it begins and ends, and the top of its bar. */
  readonly top: number;
  readonly bottom: number;
  readonly barY: number;
  readonly marks: StepMarks;
}

export interface Lane {
  readonly actor: Actor;
  readonly title: TextLine;
  readonly rows: readonly TimelineRow[];
  /** Where it begins and ends. */
  readonly top: number;
  readonly bottom: number;
}

/** Type sizes in rem; static/site.css draws with the same. */
export const TYPE_REM = { title: 0.83, note: 0.75 } as const;
/** How high a bar is. */
export const BAR_REM = 0.8;
const LINE_REM = { lane: 1.7, title: 1.15, note: 1.05, bar: 1.1, gap: 0.7 } as const;

const LANES: readonly Actor[] = ['applicant', 'employer', 'office'];

export interface RowContext {
  readonly scale: TimeScale;
  readonly words: TimelineWords;
  readonly plan: PlanWords;
  readonly locale: Locale;
}

/** The lanes that have steps, from `top` on; a step keeps the number that it has in the list of all steps. */
export function layOutLanes(
  activities: readonly PlannedActivity[],
  top: number,
  context: RowContext,
): { lanes: Lane[]; bottom: number } {
  const lanes: Lane[] = [];
  let y = top;
  for (const actor of LANES) {
    const own = [...activities.entries()].filter(([, activity]) => activity.actor === actor);
    if (own.length === 0) continue;
    const laneTop = y;
    y = down(y, LINE_REM.lane);
    const title = { text: context.words.lane[actor], y: down(y, -0.55) };
    const rows: TimelineRow[] = [];
    for (const [index, activity] of own) {
      const row = layOutRow(activity, index + 1, y, context);
      rows.push(row);
      y = row.bottom;
    }
    lanes.push({ actor, title, rows, top: laneTop, bottom: y });
  }
  return { lanes, bottom: y };
}

function layOutRow(
  activity: PlannedActivity,
  number: number,
  top: number,
  { scale, words, plan, locale }: RowContext,
): TimelineRow {
  const { id, actor, state } = activity;
  const { textRem } = scale.size;
  const titles = fitLines(words.step(number, activity.title[locale]), textRem / TYPE_REM.title);
  const notes = noteTexts(notesOf(activity, words, plan), textRem / TYPE_REM.note, words);
  const said = { id, actor, state, top, marks: stepMarks(activity, scale) };
  return scale.size.id === 'wide' ? textsBeside(said, titles, notes) : textsAround(said, titles, notes);
}

/** On one line where there is room, else each part on lines of its own. */
function noteTexts(parts: readonly string[], em: number, words: TimelineWords): string[] {
  const together = words.join(parts);
  return widthInEm(together) <= em ? [together] : parts.flatMap((part) => fitLines(part, em));
}

type Said = Pick<TimelineRow, 'id' | 'actor' | 'state' | 'top' | 'marks'>;

/** The title above the bar, the note below it. */
function textsAround(said: Said, titles: readonly string[], notes: readonly string[]): TimelineRow {
  const barTop = down(said.top, titles.length * LINE_REM.title);
  const noteTop = down(barTop, LINE_REM.bar);
  return {
    ...said,
    titleLines: linesFrom(said.top, titles, LINE_REM.title),
    noteLines: linesFrom(noteTop, notes, LINE_REM.note),
    barY: down(barTop, (LINE_REM.bar - BAR_REM) / 2),
    bottom: down(noteTop, notes.length * LINE_REM.note + LINE_REM.gap),
  };
}

/** Title and note one below the other, the bar in the middle beside them. */
function textsBeside(said: Said, titles: readonly string[], notes: readonly string[]): TimelineRow {
  const noteTop = down(said.top, titles.length * LINE_REM.title);
  const textBottom = down(noteTop, notes.length * LINE_REM.note);
  return {
    ...said,
    titleLines: linesFrom(said.top, titles, LINE_REM.title),
    noteLines: linesFrom(noteTop, notes, LINE_REM.note),
    barY: down((said.top + textBottom) / 2, -BAR_REM / 2),
    bottom: down(textBottom, LINE_REM.gap / 2),
  };
}

/** Lines of `height` from `top` on, each standing on its base line. */
function linesFrom(top: number, texts: readonly string[], height: number): TextLine[] {
  return texts.map((text, index) => ({ text, y: down(top, (index + 1) * height - 0.3) }));
}

/** An office's result is awaited, so its last day counts; of what people do themselves their latest start. */
function notesOf(activity: PlannedActivity, words: TimelineWords, { day }: PlanWords): string[] {
  const { state, actor, earliestStartOn, earliestFinishOn, latestStartOn, mustFinishBy } = activity;
  if (state === 'done')
    return [earliestFinishOn === null ? words.dayUnknown : words.doneOn(day(earliestFinishOn))];
  const spare = activity.totalFloatDays === null ? [] : [words.spare(activity.totalFloatDays)];
  if (state === 'running') {
    return [words.underWay, ...(mustFinishBy === null ? [] : [words.resultBy(day(mustFinishBy))]), ...spare];
  }
  if (actor === 'office' && mustFinishBy !== null) return [words.resultBy(day(mustFinishBy)), ...spare];
  if (latestStartOn !== null) return [words.latestStart(day(latestStartOn)), ...spare];
  const expectedOn = actor === 'office' ? earliestFinishOn : earliestStartOn;
  return [expectedOn === null ? words.dayUnknown : words.expected(day(expectedOn))];
}

/** Sums of tenths stay short to write. */
function down(y: number, by: number): number {
  return Math.round((y + by) * 1000) / 1000;
}
