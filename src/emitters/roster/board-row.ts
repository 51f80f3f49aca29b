// One person's row of the board as texts by column: what a table and a CSV file share.

import { civilDate, type Day, formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Roster, RosterEntry } from '../../domain/roster/roster.ts';
import type { RosterAnswer } from '../../domain/roster/roster-answer.ts';
import { chanceText } from '../wording/chance-words.ts';
import { wordsOf } from '../wording/wording.ts';
import type { RosterWords } from './roster-words.ts';
import { rosterWordsOf } from './roster-words.ts';

/** The letter under which the table's foot tells a missing fact. */
export type LetterOf = (fact: string) => string;

/** a, b, … z, aa, ab, … in the order of the assumptions. */
export function letterOf({ assumed }: Pick<Roster, 'assumed'>): LetterOf {
  const letters = new Map(assumed.map(({ fact }, index) => [fact, lettered(index)]));
  return (fact) => letters.get(fact) ?? fact;
}

function lettered(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : lettered(Math.floor(index / 26) - 1) + letter;
}

/** `12-09`; with its year where that is not the year of `asOf`. */
export function shortDay(day: Day, asOf: Day): string {
  const text = formatDay(day);
  return civilDate(day).year === civilDate(asOf).year ? text.slice(5) : text;
}

/** The words of one answer, whoever it is of: the same for everybody who shares it. */
export interface AnswerTexts {
  readonly verdict: string;
  readonly chance: string;
  readonly route: string;
  readonly next: string;
  readonly who: string;
}

function answerTexts(answer: RosterAnswer, locale: Locale): AnswerTexts {
  const words = wordsOf(locale);
  const say = rosterWordsOf(locale);
  const { verdict, likelihood, route, next } = answer;
  return {
    verdict: words.verdict[verdict],
    chance: likelihood === null ? '' : chanceText(likelihood, words),
    route: route?.title[locale] ?? '',
    next: nextText(next, say, locale),
    who: next.who === null ? '' : say.actor[next.who],
  };
}

function nextText({ kind, step, askWhom }: RosterAnswer['next'], words: RosterWords, locale: Locale): string {
  if (askWhom !== null) return words.ask(askWhom[locale]);
  if (step === null || kind === 'nothing') return words.nothing;
  return step.title[locale];
}

/** The planned days of an entry; `isFull`: HR has no day left that would be in time. */
export interface WaveDays {
  readonly isFull: boolean;
  readonly approval: { readonly on: Day; readonly by: Day } | null;
  readonly visit: { readonly on: Day; readonly by: Day } | null;
}

/** @param index of the entry, by which the waves know it */
export function waveDays({ waves }: Roster, index: number): WaveDays {
  const wave = waves?.waves.get(index);
  return { isFull: wave === null, approval: wave?.approval ?? null, visit: wave?.visit ?? null };
}

/** Each entry with its rank, from 1, and what its answer says in words; these are made once for each answer. */
export function* rowsOf(
  { entries }: Roster,
  locale: Locale,
): Generator<{ readonly index: number; readonly entry: RosterEntry; readonly texts: AnswerTexts }> {
  const known = new Map<RosterAnswer, AnswerTexts>();
  for (const [index, entry] of entries.entries()) {
    const texts = known.get(entry.answer) ?? answerTexts(entry.answer, locale);
    known.set(entry.answer, texts);
    yield { index, entry, texts };
  }
}
