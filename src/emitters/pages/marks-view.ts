// What somebody with the right to change can note of a step: in one tap what is likely today, in a form all else.

import { addDays, type Day, formatDay, parseDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import { openStepsBefore } from '../../domain/step-note.ts';
import { dayWords } from '../wording/day-words.ts';
import type { MarkKind, MarkWords } from './words/mark-words.ts';
import { markWordsOf } from './words/mark-words-of.ts';

/** What was typed into the form of one step, as the form names it. */
export interface TypedStep {
  readonly activity: string;
  readonly kind: string;
  /** A day, or `other`: then `day` has it. */
  readonly when: string;
  readonly day: string;
  readonly startedOn: string;
  readonly outcome: string;
  readonly reason: string;
  readonly isEarlierDone: boolean;
}

interface ChoiceView {
  readonly value: string;
  readonly label: string;
  readonly isChecked: boolean;
}

export interface MarksView {
  /** Buttons that note it at once, today; each with the outcome that it names. */
  readonly quick: readonly { readonly label: string; readonly kind: MarkKind; readonly outcome: string }[];
  readonly title: string;
  /** Whether the form is unfolded: it came back with a fault. */
  readonly isOpen: boolean;
  readonly kinds: readonly ChoiceView[];
  readonly days: readonly ChoiceView[];
  readonly otherDay: string;
  /** A field for days keeps only days: what cannot be read as one stays in a text field, to be mended. */
  readonly otherDayType: 'date' | 'text';
  /** Null: it is done on a single day, or began on a day that is noted. */
  readonly startedOn: string | null;
  readonly startedOnType: 'date' | 'text';
  readonly outcomes: readonly ChoiceView[];
  readonly reason: string;
  /** Asks whether the steps before it are done too; null: there are none. */
  readonly earlier: { readonly label: string; readonly isChecked: boolean } | null;
  /** Of the button that takes the last note back; null: nothing is noted. */
  readonly takeBack: string | null;
  readonly faults: readonly StepFault[];
}

/** What is wrong with what was typed, and the field to mend it in; null: none of its own. */
export interface StepFault {
  readonly text: string;
  readonly field: 'day' | 'started' | null;
}

export interface MarksContext {
  readonly plan: Plan;
  readonly today: Day;
  readonly locale: Locale;
  /** What was typed into the form that came back; null: none did. */
  readonly typed: TypedStep | null;
  readonly faults: readonly StepFault[];
  /** Whether the page is about this step alone: then it can be noted in one tap on any day. */
  readonly isAsked?: boolean;
}

/** @param isNext whether it is the step that comes next: it can be noted in one tap, once it can be done at all. */
export function marksView(activity: PlannedActivity, isNext: boolean, context: MarksContext): MarksView {
  const { plan, today, locale } = context;
  const words = markWordsOf(locale);
  const typed = context.typed?.activity === activity.id ? context.typed : null;
  const before = context.isAsked ? [] : openStepsBefore(plan, activity.id);
  const earlier = before.map(({ title }) => title[locale]);
  const isNoted = plan.actuals.has(activity.id);
  const isLikely = context.isAsked ? activity.state !== 'done' : isNext && canBeNoted(activity, today);
  const quick = isLikely ? quickMarks(activity, words, locale) : [];
  const openTitle = quick.length === 0 ? words.title : words.otherwise;
  return {
    quick,
    title: activity.state === 'done' ? words.correct : openTitle,
    isOpen: typed !== null,
    kinds: kindsOf(activity, words, typed),
    days: daysOf(activity, context, typed),
    otherDay: typed?.day ?? notedDay(activity),
    otherDayType: inputTypeFor(typed?.day ?? ''),
    startedOn: takesTime(activity) && activity.state === 'open' ? (typed?.startedOn ?? '') : null,
    startedOnType: inputTypeFor(typed?.startedOn ?? ''),
    outcomes: outcomesOf(activity, plan, words, typed, locale),
    reason: typed?.reason ?? '',
    earlier:
      earlier.length === 0
        ? null
        : { label: words.earlier(earlier), isChecked: typed?.isEarlierDone ?? false },
    takeBack: isNoted ? words.takeBack : null,
    faults: typed === null ? [] : context.faults,
  };
}

function inputTypeFor(text: string): 'date' | 'text' {
  return text === '' || parseDay(text) !== null ? 'date' : 'text';
}

function takesTime({ duration }: PlannedActivity): boolean {
  return duration.amount > 0;
}

/** Before its first day it has hardly happened: then the form will do. */
function canBeNoted({ state, earliestStartOn }: PlannedActivity, today: Day): boolean {
  return state === 'running' || (state === 'open' && earliestStartOn !== null && earliestStartOn <= today);
}

function quickMarks(activity: PlannedActivity, words: MarkWords, locale: Locale): MarksView['quick'] {
  const { outcomes, actor, state } = activity;
  if (outcomes.length > 0) {
    return outcomes.map(({ id, title }) => ({
      label: words.seenToday(title[locale]),
      kind: 'done' as const,
      outcome: id,
    }));
  }
  const done = { label: words.doneToday[actor], kind: 'done' as const, outcome: '' };
  const isToBeginFirst = takesTime(activity) && state === 'open' && actor !== 'office';
  return isToBeginFirst ? [done, { label: words.startedToday, kind: 'started', outcome: '' }] : [done];
}

function kindsOf(activity: PlannedActivity, words: MarkWords, typed: TypedStep | null): ChoiceView[] {
  const kinds: MarkKind[] = takesTime(activity)
    ? ['done', 'started', 'refused', 'failed']
    : ['done', 'refused', 'failed'];
  const chosen = kinds.find((kind) => kind === typed?.kind) ?? 'done';
  const label = (kind: MarkKind) => (kind === 'done' ? words.done[activity.actor] : words.kind[kind]);
  return kinds.map((kind) => ({ value: kind, label: label(kind), isChecked: kind === chosen }));
}

/** Today and yesterday are a tap away; any other day is typed. */
function daysOf(
  activity: PlannedActivity,
  { today, locale, plan }: MarksContext,
  typed: TypedStep | null,
): ChoiceView[] {
  const words = markWordsOf(locale);
  const near = [today, addDays(today, -1)];
  const noted = notedDay(activity);
  const isOffered = near.some((day) => formatDay(day) === noted);
  const before = noted === '' || isOffered ? noted || formatDay(today) : 'other';
  const chosen = typed === null ? before : typed.when || formatDay(today);
  const named = near.map((day, index) => ({
    value: formatDay(day),
    label: (index === 0 ? words.today : words.yesterday)(dayWords(day, locale, plan.asOf)),
  }));
  const isNear = named.some(({ value }) => value === chosen);
  return [
    ...named.map((choice) => ({ ...choice, isChecked: choice.value === chosen })),
    { value: 'other', label: words.otherDay, isChecked: !isNear },
  ];
}

/** The day of what is to be corrected; empty: nothing is. */
function notedDay({ state, earliestFinishOn }: PlannedActivity): string {
  return state !== 'done' || earliestFinishOn === null ? '' : formatDay(earliestFinishOn);
}

function outcomesOf(
  { id: activity, outcomes }: PlannedActivity,
  { actuals }: Plan,
  words: MarkWords,
  typed: TypedStep | null,
  locale: Locale,
): ChoiceView[] {
  if (outcomes.length === 0) return [];
  const chosen = typed?.outcome ?? actuals.get(activity)?.outcome ?? '';
  const all = [
    ...outcomes.map(({ id, title }) => ({ value: id, label: title[locale] })),
    { value: '', label: words.noOutcome },
  ];
  const isKnown = outcomes.some(({ id }) => id === chosen);
  return all.map((choice) => ({
    ...choice,
    isChecked: choice.value === (isKnown ? chosen : ''),
  }));
}
