// The sentences of one plan in one language: takes the catalogue's patterns and fills in the plan's own
// titles, days and sources.

import type { Counting, NotedDay } from '../../domain/counting.ts';
import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import type { PlanProblem, Remedy } from '../../domain/plan-problem.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import type { Reason } from '../../domain/reason.ts';
import { chanceText } from './chance-words.ts';
import { dayWords } from './day-words.ts';
import { wordsOf } from './wording.ts';
import type { Words } from './words.ts';

export interface PlanWords {
  readonly words: Words;
  /** A day with its weekday, and its year where it is not the plan's. */
  readonly day: (day: Day) => string;
  readonly today: string;
  /** The same without its last day, for where that stands beside it. */
  readonly todayWithoutLastDay: string;
  /** What costs nothing to ask and could change the whole plan; null: nothing does. */
  readonly askToday: string | null;
  readonly verdict: string;
  readonly reason: (reason: Reason) => string;
  /** One or more sentences. */
  readonly problem: (problem: PlanProblem) => string;
  /** What stands above the remedies of a problem. */
  readonly remediesTitle: (problem: PlanProblem) => string;
  /** What would mend it, and what that would do to the chance. */
  readonly remedy: (remedy: Remedy) => string;
  /** The chance of the route; null: none is known. */
  readonly chance: string | null;
}

/** The sentences of `plan` in `locale`. Activity titles are looked up in `route`. */
export function planWords(plan: Plan, route: PlannedRoute | undefined, locale: Locale): PlanWords {
  const words = wordsOf(locale);
  const day = (value: Day) => dayWords(value, locale, plan.asOf);
  const titleOf = (id: string) => {
    const found = route?.activities.find((activity) => activity.id === id);
    return found?.title[locale] ?? id;
  };
  const factOf = (id: string) => plan.facts.find((fact) => fact.id === id)?.question[locale] ?? id;
  const context: Context = { words, day, titleOf, factOf };
  return {
    words,
    day,
    today: todaySentence(plan, context, locale, true),
    todayWithoutLastDay: todaySentence(plan, context, locale, false),
    askToday: askToday(plan, words, locale),
    verdict: words.verdictSentence[plan.verdict],
    reason: (reason) => reasonSentence(reason, context),
    problem: (problem) => problemSentence(problem, context),
    remediesTitle: ({ code }) => words.text[code === 'too-late' ? 'remediesTooLate' : 'remediesIfSlow'],
    remedy: (remedy) => remedySentence(remedy, context),
    chance: route === undefined ? null : chanceSentence(route, words, locale),
  };
}

interface Context {
  readonly words: Words;
  readonly day: (day: Day) => string;
  readonly titleOf: (activity: string) => string;
  readonly factOf: (fact: string) => string;
}

function askToday({ questions, verdict }: Plan, { answers }: Words, locale: Locale): string | null {
  const first = questions.find(({ isAskedFirst }) => isAskedFirst);
  if (first === undefined || verdict === 'done') return null;
  return answers.askToday(first.whom[locale], first.ask[locale]);
}

function todaySentence(plan: Plan, { words, day }: Context, locale: Locale, tellsLastDay: boolean): string {
  const { today } = plan;
  const latestStart = ({ latestStartOn }: PlannedActivity) =>
    latestStartOn === null || !tellsLastDay ? null : day(latestStartOn);
  switch (today.kind) {
    case 'do':
      return words.today.do(
        today.activity.title[locale],
        latestStart(today.activity),
        today.activity.actor === 'employer',
      );
    case 'await': {
      const { mustFinishBy } = today.activity;
      return words.today.await(
        today.activity.title[locale],
        mustFinishBy === null ? null : day(mustFinishBy),
      );
    }
    case 'prepare':
      return words.today.prepare(
        today.activity.title[locale],
        day(today.until),
        latestStart(today.activity),
        (recommendedRouteOf(plan)?.activities ?? []).some(isEmployers),
      );
    case 'ask':
      return words.today.ask(today.whom[locale], today.because);
    case 'nothing':
      return words.today.nothing;
  }
}

function isEmployers({ actor, state }: PlannedActivity): boolean {
  return actor === 'employer' && state !== 'done';
}

function reasonSentence(reason: Reason, { words, day, titleOf, factOf }: Context): string {
  const say = words.reason;
  switch (reason.rule) {
    case 'starts-today':
      return say.startsToday(day(reason.on));
    case 'window-opens': {
      const { from } = reason;
      const arithmetic =
        from === null
          ? null
          : say.countedFrom(factOf(from.fact), day(from.on), words.period(from), from.sign);
      return say.windowOpens(day(reason.on), arithmetic);
    }
    case 'waits-for': {
      const lag = reason.minLag.amount === 0 ? null : words.period(reason.minLag);
      return say.waitsFor(titleOf(reason.activity), day(reason.finishOn), lag);
    }
    case 'paper-expires':
      return say.paperExpires(titleOf(reason.usedBy), day(reason.usedOn), words.period(reason.maxLag));
    case 'office-closed':
      return say.officeClosed(day(reason.from), day(reason.on), reason.direction);
    case 'takes': {
      const isSameDay = reason.period.amount === 0;
      const notes = isSameDay ? [] : [say.basis[reason.basis]];
      if (reason.basis === 'planning-value' && reason.legalLimit === null && !isSameDay)
        notes.push(say.noLegalLimit);
      if (reason.legalLimit !== null) notes.push(say.legalLimit(words.period(reason.legalLimit)));
      if (!isSameDay && reason.finishRolls === 'forward' && reason.period.unit === 'calendar-days') {
        notes.push(say.finishRolls);
      }
      notes.push(...countingNotes(reason.counting, { words, day }));
      const text = say.takes(words.period(reason.period), isSameDay);
      return notes.length === 0 ? text : words.aside(text, words.clauses(notes));
    }
    case 'cutoff':
      return say.cutoff(day(reason.on));
    case 'window-closes':
      return say.windowCloses(day(reason.on));
    case 'leaves-time-for':
      return say.leavesTimeFor(titleOf(reason.activity), day(reason.latestStartOn));
  }
}

function chanceSentence(
  { likelihood, likelihoodBasis, ifOutcomes }: PlannedRoute,
  words: Words,
  locale: Locale,
): string | null {
  if (likelihood === null) return null;
  const sentence = words.chanceSentence(
    chanceText(likelihood, words),
    likelihoodBasis.confidence !== 'confirmed',
  );
  // How often each outcome comes nobody has counted: the chance is that of the way after it.
  const seen = ifOutcomes.map(({ title }) => title[locale]);
  return seen.length === 0 ? sentence : words.answers.ifSeen(seen, sentence);
}

function remedySentence(remedy: Remedy, { words, titleOf }: Context): string {
  const say = words.remedy;
  const size = words.period({ amount: remedy.days, unit: remedy.unit });
  const title = remedy.activity === null ? '' : titleOf(remedy.activity);
  const what = {
    hurry: () => say.hurry(words.actor[remedy.who === 'authority' ? 'office' : remedy.who], title, size),
    extension: () => say.extension(size),
    'earlier-window': () => say.earlierWindow(title, size),
  }[remedy.action]();
  const [before, after] = [words.chance(remedy.onTimeBefore), words.chance(remedy.onTimeAfter)];
  return before === after ? what : words.aside(what, say.effect(before, after));
}

/** The holidays and worked weekends inside a count, each notice once. */
function countingNotes(counting: Counting | null, { words, day }: Pick<Context, 'words' | 'day'>): string[] {
  if (counting === null) return [];
  const told = (days: readonly NotedDay[], say: Words['reason']['closures']) =>
    [...Map.groupBy(days, ({ notice }) => notice)].map(([notice, noted]) =>
      say(words.list(noted.map((one) => day(one.day))), notice),
    );
  return [
    ...told(counting.closures, words.reason.closures),
    ...told(counting.makeUpDays, words.reason.makeUpDays),
  ];
}

function problemSentence(problem: PlanProblem, { words, day, titleOf }: Context): string {
  const say = words.problem;
  if (problem.code === 'actuals-do-not-fit') return say.actualsDoNotFit;
  if (problem.code === 'calendar-not-covered') {
    const { statutory, max, mode, min } = problem.leftAt;
    const activity = statutory ?? max ?? mode ?? min;
    return say.calendarNotCovered(activity === null ? '' : titleOf(activity), day(problem.coversUntil));
  }
  const { latenessDays, latenessAtLeastDays, release } = problem;
  const isTooLate = problem.code === 'too-late';
  const sentences: string[] = [];
  const days = isTooLate ? latenessDays.min : latenessDays.statutory;
  if (days !== null) sentences.push((isTooLate ? say.lateAtShortest : say.lateIfSlow)(days));
  else if (latenessAtLeastDays !== null) {
    sentences.push((isTooLate ? say.lateAtShortestAtLeast : say.lateIfSlowAtLeast)(latenessAtLeastDays));
  }
  if (isTooLate && latenessDays.statutory !== null) sentences.push(say.lateIfSlow(latenessDays.statutory));
  if (release !== null) {
    const { activity, earliestStartOn, neededStartOn } = release;
    const tell = (sentence: typeof say.release, needed: Day | null) => {
      if (needed === null || needed >= earliestStartOn) return;
      sentences.push(
        sentence(titleOf(activity), day(needed), day(earliestStartOn), earliestStartOn - needed),
      );
    };
    if (isTooLate) tell(say.release, neededStartOn.min);
    tell(say.releaseIfSlow, neededStartOn.statutory);
  }
  return sentences.join(words.locale === 'zh' ? '' : ' ');
}
