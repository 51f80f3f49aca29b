// Answers that are not known exactly: "about December", "I do not know". What each may be is planned for, one after
// the other; nothing is guessed in silence.

import { addDays, addMonths, civilDate, type Day, dayOf, formatDay, parseDay } from '../../../domain/day.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';
import { type Answers, answerValue, knownValue } from '../forms/answers.ts';

/** The answer to a question that must be answered by somebody who does not know. */
export const NOT_KNOWN = 'unknown';

/** More plans than these are not made for one page; answers beyond stay as they are, and are asked for again. */
const MOST_COMBINATIONS = 24;

/** Months from today in which a day that nobody knows may lie. */
const MONTHS_AHEAD = 3;

export interface InexactAnswer {
  readonly fact: FactDefinition;
  /** What it may be, as a form writes it; at least two. */
  readonly possible: readonly string[];
}

/** The answers that leave more than one value open, in the order of the policy. */
export function inexactAnswers(policy: Policy, answers: Answers, asOf: Day): InexactAnswer[] {
  const inexact: InexactAnswer[] = [];
  let combinations = 1;
  for (const fact of policy.facts) {
    const possible = possibleAnswers(fact, answers.get(fact.id) ?? '', asOf, policy.policyYear);
    combinations *= possible.length;
    if (possible.length > 1 && combinations <= MOST_COMBINATIONS) inexact.push({ fact, possible });
  }
  return inexact;
}

/** The answers with every combination of what the inexact ones may be. */
export function everyPossibility(answers: Answers, inexact: readonly InexactAnswer[]): Answers[] {
  return inexact.reduce<Answers[]>(
    (made, { fact, possible }) =>
      made.flatMap((some) => possible.map((value) => new Map([...some, [fact.id, value]]))),
    [answers],
  );
}

/**
 * What an answer may be: for a month in the place of a day its first and last day (and today, when it is this month);
 * for a day that is not known today, the ends of this and the next months, and the first day of the policy year; for a
 * choice that is not known every choice. One value: it is exact, or cannot be read.
 */
function possibleAnswers(fact: FactDefinition, typed: string, asOf: Day, policyYear: number): string[] {
  const isNotKnown = fact.isRequired && typed === NOT_KNOWN && knownValue(fact, typed) === null;
  switch (fact.type) {
    case 'boolean':
      return isNotKnown ? ['true', 'false'] : [typed];
    case 'choice':
      return isNotKnown ? [...fact.choices.keys()] : [typed];
    case 'date': {
      if (isNotKnown) return daysAhead(asOf, policyYear).map(formatDay);
      const first = parseDay(`${answerValue(fact, typed)}-01`);
      return first === null ? [typed] : daysOfMonth(first, asOf).map(formatDay);
    }
    default:
      return [typed];
  }
}

function daysOfMonth(first: Day, asOf: Day): Day[] {
  const last = lastOfMonth(first);
  return asOf > first && asOf < last ? [first, asOf, last] : [first, last];
}

function daysAhead(asOf: Day, policyYear: number): Day[] {
  const yearStart = dayOf({ year: policyYear, month: 1, dayOfMonth: 1 });
  const ends = Array.from({ length: MONTHS_AHEAD }, (_, months) => lastOfMonth(addMonths(asOf, months)));
  const days = ends.filter((day) => yearStart <= asOf || day < yearStart);
  return [...new Set([asOf, ...days, ...(yearStart > asOf ? [yearStart] : [])])];
}

function lastOfMonth(day: Day): Day {
  const { year, month } = civilDate(day);
  return addDays(addMonths(dayOf({ year, month, dayOfMonth: 1 }), 1), -1);
}
