// One activity of a plan as a stop on the line: its days, who acts, what to bring, and why these days.

import type { Actual } from '../../domain/case.ts';
import type { Locale } from '../../domain/localized.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import { sourceOf } from '../../domain/reason.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import { markWordsOf } from './words/mark-words-of.ts';
import type { PageWords } from './words/page-words.ts';
import { pageWordsOf } from './words/page-words-of.ts';

interface ReasonView {
  readonly text: string;
  /** The number of its source in the list of sources; null where it needs none. */
  readonly sourceNumber: number | null;
}

export interface StepView {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly actor: PlannedActivity['actor'];
  readonly actorWord: string;
  readonly state: PlannedActivity['state'];
  readonly stateWord: string;
  /** The days in one line, for a reader who looks at nothing else. */
  readonly days: string;
  readonly details: readonly { readonly label: string; readonly text: string }[];
  /** Null where nothing bounds it any more. */
  readonly float: { readonly text: string; readonly level: 'late' | 'tight' | 'roomy' } | null;
  readonly notes: readonly string[];
  readonly place: string | null;
  readonly bring: readonly string[];
  readonly tips: readonly string[];
  /** Whether it is what comes next: it stands unfolded. */
  readonly isNext: boolean;
  /** Whether where, what to bring or what to mind is left to say, and what that is called when it is folded. */
  readonly hasPractical: boolean;
  readonly practicalTitle: string;
  readonly reasons: readonly ReasonView[];
  readonly surety: string;
}

/** Below so many working days to spare a step is called tight (contracts.md §3, verdicts). */
const TIGHT_BELOW_WORKING_DAYS = 3;

export interface StepContext {
  /** The step that comes next; null: none does. */
  readonly next: string | null;
  readonly words: PlanWords;
  readonly locale: Locale;
  /** Source ids in the order in which they are numbered. */
  readonly sourceIds: readonly string[];
  /** Whether only some of the steps still to do set the pace: of a plain chain all do, and it says nothing. */
  readonly tellsDriving: boolean;
  /** By activity: what was noted of it. */
  readonly actuals: ReadonlyMap<string, Actual>;
}

export function stepView(activity: PlannedActivity, index: number, context: StepContext): StepView {
  const { words: plan, locale, sourceIds } = context;
  const page = pageWordsOf(locale).plan;
  const channels = [...activity.latestStartByChannel].map(([channel, day]) =>
    page.lastByChannel(plan.words.channel[channel], plan.day(day)),
  );
  const practical = [
    ...(activity.place === null ? [] : [page.place]),
    ...(activity.bring.length === 0 ? [] : [page.bring]),
    ...(activity.tips.length === 0 ? [] : [page.tips]),
  ];
  return {
    id: activity.id,
    number: index + 1,
    title: activity.title[locale],
    actor: activity.actor,
    actorWord: plan.words.actor[activity.actor],
    state: activity.state,
    stateWord: plan.words.state[activity.state],
    days: daysLine(activity, plan, page),
    details: detailLines(activity, plan, page),
    float: floatView(activity, plan),
    notes: [
      ...notedLines(activity, context),
      ...(activity.state === 'done' ? [] : channels),
      ...(activity.isOverdue ? [page.overdue] : []),
      ...(context.tellsDriving && activity.isDriving && activity.state !== 'done' ? [page.driving] : []),
    ],
    place: activity.place?.[locale] ?? null,
    bring: activity.bring.map((text) => text[locale]),
    tips: activity.tips.map((text) => text[locale]),
    isNext: activity.id === context.next,
    hasPractical: activity.state !== 'done' && practical.length > 0,
    practicalTitle: page.practical(practical),
    reasons: activity.reasons.map((reason) => {
      const source = sourceOf(reason);
      const number = source === null ? 0 : sourceIds.indexOf(source) + 1;
      return { text: plan.reason(reason), sourceNumber: number === 0 ? null : number };
    }),
    surety: page.surety(plan.words.confidence[activity.confidence]),
  };
}

/** Which way it went, and the tries that came to nothing. */
function notedLines(activity: PlannedActivity, { words, locale, actuals }: StepContext): string[] {
  const noted = actuals.get(activity.id);
  const outcome = activity.outcomes.find(({ id }) => id === noted?.outcome);
  const say = markWordsOf(locale);
  return [
    ...(outcome === undefined ? [] : [words.words.label(say.outcome, outcome.title[locale])]),
    ...(noted?.attempts ?? []).map((attempt) =>
      say.attempt(attempt.outcome, words.day(attempt.finishedOn), attempt.reason),
    ),
  ];
}

function takesTime({ duration }: PlannedActivity): boolean {
  return duration.amount > 0;
}

/** An office's result is awaited, so its finish counts; what people do themselves is told by its start. */
function daysLine(activity: PlannedActivity, { day }: PlanWords, page: PageWords['plan']): string {
  const { state, actor, earliestStartOn, earliestFinishOn, latestStartOn, mustFinishBy } = activity;
  if (state === 'done')
    return earliestFinishOn === null ? page.dayUnknown : page.doneOn(day(earliestFinishOn));
  const isAwaited = actor === 'office' || state === 'running';
  const earliest = isAwaited ? earliestFinishOn : earliestStartOn;
  const latest = isAwaited ? mustFinishBy : latestStartOn;
  if (earliest === null) return latest === null ? page.dayUnknown : page.latest(day(latest));
  if (isAwaited) {
    return latest === null ? page.expected(day(earliest)) : page.expectedLatest(day(earliest), day(latest));
  }
  if (latest === null) return page.from(day(earliest));
  if (latest < earliest) return page.earliestLatest(day(earliest), day(latest));
  return latest === earliest ? page.onOneDay(day(earliest)) : page.on(day(earliest), day(latest));
}

/** When it starts or finishes, where the line above tells only the other. */
function detailLines(activity: PlannedActivity, { day }: PlanWords, page: PageWords['plan']) {
  const { state, actor, earliestStartOn, earliestFinishOn, mustFinishBy } = activity;
  if (state === 'done' || !takesTime(activity) || earliestStartOn === null) return [];
  if (state === 'running') return [{ label: page.start, text: day(earliestStartOn) }];
  if (actor === 'office') return [{ label: page.start, text: page.expected(day(earliestStartOn)) }];
  if (earliestFinishOn === null) return [];
  const text =
    mustFinishBy === null
      ? page.expected(day(earliestFinishOn))
      : page.expectedLatest(day(earliestFinishOn), day(mustFinishBy));
  return [{ label: page.finish, text }];
}

function floatView(activity: PlannedActivity, { words }: PlanWords): StepView['float'] {
  const { state, totalFloatDays, totalFloatWorkingDays } = activity;
  if (state === 'done' || totalFloatDays === null || totalFloatWorkingDays === null) return null;
  const isTight = totalFloatWorkingDays < TIGHT_BELOW_WORKING_DAYS;
  return {
    text: words.float(totalFloatDays, totalFloatWorkingDays),
    level: totalFloatDays < 0 ? 'late' : isTight ? 'tight' : 'roomy',
  };
}
