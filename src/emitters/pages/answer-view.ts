// The top of a plan: until when the first step can wait, and how likely it is to be in time.

import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { chanceText } from '../wording/chance-words.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import { pageWordsOf } from './words/page-words-of.ts';

interface BoundView {
  readonly label: string;
  readonly day: string;
}

export interface BoundsView {
  /** Whose last days they are. */
  readonly of: string;
  /** The day under the usual reading, and the safe one where that is another. */
  readonly days: readonly BoundView[];
  /** What the sources' disagreement means for them, where the days alone do not say it. */
  readonly note: string | null;
}

export interface ChanceView {
  readonly said: string;
  readonly basis: string;
  /** The numbers of the sources that it rests on. */
  readonly sourceNumbers: readonly number[];
}

export interface AnswerView {
  /** The one thing to do, without the last day where `bounds` tell it. */
  readonly today: string;
  /** Of the family's step that is to be done; null: it is not theirs, no day is known, or it is too late. */
  readonly bounds: BoundsView | null;
  /** Null: no route is open. */
  readonly chance: ChanceView | null;
}

/** @param sourceIds in the order in which they are numbered. */
export function answerView(
  plan: Plan,
  route: PlannedRoute | undefined,
  words: PlanWords,
  sourceIds: readonly string[],
): AnswerView {
  const { locale } = words.words;
  const first = route?.activities.find(({ state, actor }) => state === 'open' && actor === 'applicant');
  // While somebody else acts, the last days of a later step would be taken for theirs.
  const isToday = first !== undefined && 'activity' in plan.today && plan.today.activity.id === first.id;
  const bounds = route && isToday ? boundsView(route, first, words, locale) : null;
  return {
    today: bounds === null ? words.today : words.todayWithoutLastDay,
    bounds,
    chance: route === undefined || plan.verdict === 'done' ? null : chanceView(route, words, sourceIds),
  };
}

function boundsView(
  { usualLastStart, safeLastStart, isSafe, readings, verdict }: PlannedRoute,
  first: PlannedActivity,
  { day }: PlanWords,
  locale: Locale,
): BoundsView | null {
  if (usualLastStart === null || verdict === 'too-late') return null;
  const page = pageWordsOf(locale).plan;
  const usual = day(usualLastStart);
  const of = page.boundsOf(first.title[locale]);
  const agreed = { of, days: [{ label: page.untilUnderAll, day: usual }] };
  if (readings.length === 0) return { ...agreed, note: null };
  if (!isSafe || safeLastStart === null) {
    return { of, days: [{ label: page.usuallyUntil, day: usual }], note: page.noneIsSafe };
  }
  if (safeLastStart === usualLastStart) return { ...agreed, note: page.allAreSafe };
  const days = [
    { label: page.usuallyUntil, day: usual },
    { label: page.safestUntil, day: day(safeLastStart) },
  ];
  return { of, days, note: null };
}

function chanceView(
  { likelihood, likelihoodBasis, ifOutcomes }: PlannedRoute,
  { words }: PlanWords,
  sourceIds: readonly string[],
): ChanceView | null {
  if (likelihood === null) return null;
  const seen = ifOutcomes.map(({ title }) => title[words.locale]);
  const { chanceBasis } = pageWordsOf(words.locale).plan;
  return {
    said: chanceText(likelihood, words),
    basis: chanceBasis(seen, likelihoodBasis.confidence !== 'confirmed'),
    sourceNumbers: likelihoodBasis.sources.map((id) => sourceIds.indexOf(id) + 1).filter((n) => n > 0),
  };
}
