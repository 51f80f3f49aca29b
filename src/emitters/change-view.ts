// A change of a plan in the words of one language: what moved, old → new, and why. Mails and the page's history show it.

import type { Day } from '../domain/day.ts';
import type { Locale } from '../domain/localized.ts';
import type { ClauseSource, NotedProgress, PlanCause } from '../domain/plan-cause.ts';
import { differenceOf, type PlanDifference, type StepMove } from '../domain/plan-difference.ts';
import type { PlanDigest } from '../domain/plan-digest.ts';
import type { Verdict } from '../domain/verdict.ts';
import { dayWords } from './wording/day-words.ts';
import { wordsOf } from './wording/wording.ts';
import type { Words } from './wording/words.ts';

/** What is to be told of one change, or of several at once. */
export interface ToldChange {
  /** Null: no plan could be made. */
  readonly before: PlanDigest | null;
  /** Null: none can be made any more. */
  readonly after: PlanDigest | null;
  readonly causes: readonly PlanCause[];
}

export interface MoveView {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface CauseView {
  readonly text: string;
  /** Who says so; null: the family itself. */
  readonly source: string | null;
  readonly address: string | null;
}

export interface ChangeView {
  /** Old → new, the verdict first. */
  readonly moves: readonly MoveView[];
  /** The one of them that a subject names: that nothing can be done in time, else the first day; null: none moved. */
  readonly headline: MoveView | null;
  /** Before and after, or that it is the same; null: not known. */
  readonly chance: string | null;
  readonly why: readonly CauseView[];
}

/** There is no last day to name any more. */
const LOST: readonly Verdict[] = ['too-late', 'not-eligible'];

/** Who reads it wants to know why, not everything. */
const MOST_CAUSES = 8;

export function changeView({ before, after, causes }: ToldChange, locale: Locale): ChangeView {
  const words = wordsOf(locale);
  const near = after?.asOf ?? before?.asOf ?? null;
  const day = (value: Day) => dayWords(value, locale, near);
  const why = causeViews(causes, words, day);
  if (before === null || after === null) return { moves: [], headline: null, chance: null, why };
  const whole = differenceOf(before, after);
  const isLost = LOST.includes(after.verdict);
  // Where nothing is in time any more, a last day would be one that cannot be met.
  const difference = isLost ? { ...whole, steps: [] } : whole;
  const moves = movesOf(difference, words, day);
  const [first, second] = moves;
  const headline = (isLost || difference.verdict === null ? first : (second ?? first)) ?? null;
  return { moves, headline, chance: chanceOf(difference, words), why };
}

/** What the subject of a mail says. */
export function subjectOfChange({ headline }: ChangeView, locale: Locale): string {
  const { changes } = wordsOf(locale);
  return headline === null ? changes.title : changes.subject(headline.what, headline.before, headline.after);
}

type SayDay = (day: Day) => string;

function movesOf(difference: PlanDifference, words: Words, day: SayDay): MoveView[] {
  const { changes } = words;
  const { verdict, route, cutoff, steps } = difference;
  const titleOfRoute = (to: PlanDigest['route']) => to?.title[words.locale] ?? changes.noRoute;
  const cutoffWords = ({ on, at }: PlanDigest['cutoff']) => (at === null ? day(on) : `${day(on)} ${at}`);
  return [
    ...(verdict === null
      ? []
      : [view(changes.what.verdict, words.verdict[verdict.before], words.verdict[verdict.after])]),
    ...steps
      .filter(({ what }) => what !== 'added' && what !== 'gone')
      .map((move) => stepMove(move, words, day)),
    ...(cutoff === null
      ? []
      : [view(changes.what.cutoff, cutoffWords(cutoff.before), cutoffWords(cutoff.after))]),
    ...(route === null
      ? []
      : [view(changes.what.route, titleOfRoute(route.before), titleOfRoute(route.after))]),
    ...steps
      .filter(({ what }) => what === 'added' || what === 'gone')
      .map((move) => stepMove(move, words, day)),
  ];
}

function stepMove(
  { what, title, before, after }: StepMove,
  { changes, locale }: Words,
  day: SayDay,
): MoveView {
  const label = changes.step[what](title[locale]);
  const none = what === 'safe-last-start' ? changes.noSafeDay : changes.noDay;
  const say = (value: Day | null) => (value === null ? none : day(value));
  if (what === 'added') return view(label, changes.stepAdded, say(after));
  if (what === 'gone') return view(label, say(before), changes.stepGone);
  return view(label, say(before), say(after));
}

function view(what: string, before: string, after: string): MoveView {
  return { what, before, after };
}

function chanceOf({ onTime: { before, after } }: PlanDifference, words: Words): string | null {
  if (before === null || after === null) return null;
  const [was, is] = [words.chance(before), words.chance(after)];
  const { changes, label } = words;
  return label(changes.what.chance, was === is ? changes.chanceIsSame(is) : changes.arrow(was, is));
}

function causeViews(causes: readonly PlanCause[], words: Words, day: SayDay): CauseView[] {
  const told = causes.slice(0, MOST_CAUSES).map((cause) => causeView(cause, words, day));
  const more = causes.length - told.length;
  return more > 0 ? [...told, { text: words.changes.moreClauses(more), source: null, address: null }] : told;
}

function causeView(cause: PlanCause, words: Words, day: SayDay): CauseView {
  const { changes, locale } = words;
  const own = (text: string): CauseView => ({ text, source: null, address: null });
  switch (cause.kind) {
    case 'fact': {
      const { question, before, after } = cause;
      return own(changes.fact(question[locale], before?.[locale] ?? null, after?.[locale] ?? null));
    }
    case 'step': {
      const title = cause.title[locale];
      const noted = cause.after === null ? [] : notedParts(cause.after, words, day);
      return own(
        noted.length === 0 ? changes.stepTakenBack(title) : changes.stepNoted(title, words.list(noted)),
      );
    }
    case 'clause': {
      const { of, what, before, after, source } = cause;
      const text = changes.clause(
        of[locale],
        what[locale],
        before?.[locale] ?? null,
        after?.[locale] ?? null,
      );
      return {
        text,
        source: source === null ? null : sourceWords(source, words, day),
        address: source?.address ?? null,
      };
    }
  }
}

function notedParts(
  { startedOn, finishedOn, outcome, attempts }: NotedProgress,
  words: Words,
  day: SayDay,
): string[] {
  const { changes, locale } = words;
  const isOneDay = startedOn !== null && startedOn === finishedOn;
  return [
    ...(attempts === 0 ? [] : [changes.attempts(attempts)]),
    ...(startedOn === null || isOneDay ? [] : [changes.started(day(startedOn))]),
    ...(finishedOn === null ? [] : [changes.finished(day(finishedOn))]),
    ...(outcome === null ? [] : [changes.outcome(outcome[locale])]),
  ];
}

function sourceWords({ title, publishedOn, confidence }: ClauseSource, words: Words, day: SayDay): string {
  const published = publishedOn === null ? null : day(publishedOn);
  return words.changes.source(title[words.locale], published, words.confidence[confidence]);
}
