// What a plan answers beside dates, as lines ready to be shown: the same on pages, in text and in mails.

import { coverOf } from '../../domain/cover.ts';
import type { Day } from '../../domain/day.ts';
import type { Fork } from '../../domain/fork.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { dayWords } from './day-words.ts';
import { wordsOf } from './wording.ts';
import type { Words } from './words.ts';

/** A fork: the heading that names the day, and one line for each end, with what to do instead where it is too late. */
export interface ForkLines {
  readonly heading: string;
  readonly branches: readonly { readonly text: string; readonly instead: string | null }[];
}

export interface AnswerLines {
  /** Until when the first step is usually, and until when it is surely, early enough; null: no day is known. */
  readonly lastStart: string | null;
  readonly readings: readonly string[];
  readonly fork: ForkLines | null;
  readonly questions: readonly string[];
  readonly risks: readonly string[];
  /** Why none of the routes is meant for the family, and where their way is. */
  readonly notForYou: readonly string[];
  readonly fees: readonly string[];
  readonly cover: string | null;
}

/** @param route the one that is told in full. */
export function answerLines(plan: Plan, route: PlannedRoute | undefined, locale: Locale): AnswerLines {
  const words = wordsOf(locale);
  const say = words.answers;
  const day = (value: Day) => dayWords(value, locale, plan.asOf);
  const known = (value: Day | null) => (value === null ? null : day(value));
  const { eligibility } = plan;
  return {
    lastStart: route === undefined ? null : lastStartLine(route, words, day, locale),
    readings: (route?.readings ?? []).map(({ about, title, lastStart, isFeasible, ifMissed }) =>
      say.reading(about[locale], title[locale], {
        lastStart: known(lastStart),
        isFeasible,
        ifMissed: ifMissed?.text[locale] ?? null,
      }),
    ),
    fork: plan.fork && forkLines(plan.fork, words, day, locale),
    questions: plan.questions.map(({ ask, whom, by }) => say.question(whom[locale], ask[locale], known(by))),
    risks: plan.risks.map(({ text, from, until }) => say.risk(text[locale], known(from), known(until))),
    notForYou: eligibility === null ? [] : [eligibility.because[locale], eligibility.instead[locale]],
    fees: plan.fees.map(({ title, policyYear, amount, status }) =>
      say.fee(title?.[locale] ?? null, policyYear, amount, words.feeStatus[status]),
    ),
    cover: coverLine(plan, words, day),
  };
}

function lastStartLine(
  { activities, usualLastStart, safeLastStart, isSafe, readings, verdict }: PlannedRoute,
  { answers }: Words,
  day: (value: Day) => string,
  locale: Locale,
): string | null {
  const first = activities.find(({ state, actor }) => state === 'open' && actor === 'applicant');
  if (first === undefined || usualLastStart === null || readings.length === 0 || verdict === 'too-late')
    return null;
  const safe = isSafe && safeLastStart !== null ? day(safeLastStart) : null;
  return answers.lastStart(first.title[locale], day(usualLastStart), safe);
}

function forkLines(
  { title, lookOn, branches }: Fork,
  { answers, verdict: verdictWords }: Words,
  day: (value: Day) => string,
  locale: Locale,
): ForkLines {
  return {
    heading: answers.forkOn(title[locale], lookOn === null ? null : day(lookOn)),
    branches: branches.map(({ title: seen, means, instead, route, verdict }) => ({
      text:
        route === null
          ? answers.branchClosed(seen[locale], means[locale])
          : answers.branch(seen[locale], means[locale], verdictWords[verdict]),
      instead: verdict === 'too-late' && instead !== null ? answers.instead(instead[locale]) : null,
    })),
  };
}

function coverLine(
  { coverage, cutoff }: Plan,
  { answers }: Words,
  day: (value: Day) => string,
): string | null {
  const cover = coverage === null ? null : coverOf(coverage, cutoff.on);
  if (cover === null) return null;
  return cover.coverFrom === null ? null : answers.coverInTime(day(cover.coverFrom), day(cover.coverUntil));
}
