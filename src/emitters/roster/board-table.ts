// The board for the terminal: what stands above it, its rows as cells, what stands below. How wide columns are, the
// terminal decides.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Roster, RosterEntry, RosterWaves, ServedDay } from '../../domain/roster/roster.ts';
import type { RosterStep } from '../../domain/roster/roster-answer.ts';
import { VERDICTS_BY_URGENCY } from '../../domain/roster/urgency.ts';
import { dayWords } from '../wording/day-words.ts';
import { wordsOf } from '../wording/wording.ts';
import { type AnswerTexts, letterOf, rowsOf, shortDay, type WaveDays, waveDays } from './board-row.ts';
import { type BoardColumn, type RosterWords, rosterWordsOf } from './roster-words.ts';

const COLUMNS = [
  'rank',
  'ref',
  'verdict',
  'chance',
  'float',
  'renew',
  'approve',
  'visit',
  'missing',
  'next',
  'who',
  'route',
] as const satisfies readonly BoardColumn[];

/** What stands above the table, a line each. */
export function boardHead(roster: Roster, locale: Locale): string[] {
  const words = wordsOf(locale);
  const say = rosterWordsOf(locale);
  const { policy, asOf, cutoffs, entries, faultyRows, verdicts } = roster;
  const counts = VERDICTS_BY_URGENCY.flatMap((verdict) => {
    const count = verdicts.get(verdict) ?? 0;
    return count === 0 ? [] : [`${words.verdict[verdict]} ${count}`];
  });
  const cutoffText = cutoffs.map(({ on, at, status }) => {
    const until = at === null ? dayWords(on, locale, asOf) : `${dayWords(on, locale, asOf)} ${at}`;
    return words.aside(until, words.cutoffStatus[status]);
  });
  const asOfText = `${words.text.asOf} ${dayWords(asOf, locale, null)}`;
  return [
    `${words.productName} · ${say.title} · ${policy.title[locale]}`,
    [asOfText, ...cutoffText.map((text) => `${words.text.cutoff} ${text}`)].join(' · '),
    ...(policy.status === 'projected' ? [say.projected(policy.policyYear)] : []),
    entries.length === 0 ? say.everybody : say.people(entries.length, counts),
    ...(faultyRows === 0 ? [] : [say.faulty(faultyRows)]),
  ];
}

/** The names of the columns, then everybody. Made anew each time it is walked, so that nothing is kept. */
export function* boardRows(roster: Roster, locale: Locale): Generator<readonly string[]> {
  const say = rosterWordsOf(locale);
  const columns = [...COLUMNS, ...(roster.waves === null ? [] : (['wave'] as const))];
  yield columns.map((column) => say.column[column]);
  const letter = letterOf(roster);
  for (const { index, entry, texts } of rowsOf(roster, locale)) {
    const cells = cellsOf({ roster, index, entry, texts }, letter, say);
    yield columns.map((column) => cells[column]);
  }
}

interface Row {
  readonly roster: Roster;
  readonly index: number;
  readonly entry: RosterEntry;
  readonly texts: AnswerTexts;
}

function cellsOf({ roster, index, entry, texts }: Row, letter: (fact: string) => string, say: RosterWords) {
  const { renewal, approval, visit, floatWorkingDays, missing } = entry.answer;
  const range = (step: RosterStep | null) => rangeText(step, roster.asOf, say);
  return {
    ...texts,
    rank: String(index + 1),
    ref: entry.ref,
    float: floatWorkingDays === null ? '' : String(floatWorkingDays),
    renew: range(renewal),
    approve: range(approval),
    visit: range(visit),
    missing: missing.map(letter).join(' '),
    wave: waveText(waveDays(roster, index), roster.asOf, say),
  };
}

export function rangeText(step: RosterStep | null, asOf: Day, say: RosterWords): string {
  if (step === null) return '';
  const { from, until } = step;
  if (from === null || until === null) return say.noDay;
  if (from > until) return `${say.noDay} (${shortDay(until, asOf)})`;
  return from === until ? shortDay(from, asOf) : `${shortDay(from, asOf)}…${shortDay(until, asOf)}`;
}

export function waveText({ isFull, approval, visit }: WaveDays, asOf: Day, say: RosterWords): string {
  if (isFull) return say.waves.full;
  return [approval, visit]
    .flatMap((days) => (days === null ? [] : `${shortDay(days.on, asOf)} (${shortDay(days.by, asOf)})`))
    .join(' → ');
}

/** What stands below the table, a line each; an empty one before each part. */
export function boardFoot(roster: Roster, locale: Locale): string[] {
  const say = rosterWordsOf(locale);
  const letter = letterOf(roster);
  const assumed = roster.assumed.map(({ fact, question, shown, people }) =>
    say.assumed(letter(fact), question[locale], shown[locale], people),
  );
  return [
    '',
    say.legend,
    ...(assumed.length === 0 ? [] : ['', say.assumedTitle, ...assumed.map((line) => `  ${line}`)]),
    ...(roster.waves === null ? [] : ['', ...waveLines(roster, roster.waves, locale)]),
  ];
}

/** Further days, and further people who cannot be served, are in the other formats. */
const MOST_DAYS = 10;
const MOST_REFS = 50;

function waveLines(roster: Roster, waves: RosterWaves, locale: Locale): string[] {
  const say = rosterWordsOf(locale).waves;
  const on = (day: Day) => dayWords(day, locale, roster.asOf);
  const { left, leftAtLeast, days, oneMoreHand } = waves;
  const inNeed = waves.waves.size;
  const full = [...waves.waves].flatMap(([index, wave]) => (wave === null ? [index] : []));
  const refs = full.map((index) => roster.entries[index]?.ref ?? '');
  const more = Math.max(0, refs.length - MOST_REFS);
  const worth = oneMoreHand.slice(0, MOST_DAYS).map((one) => say.oneMore(on(one.on), one.kind, one.saves));
  return [
    say.title,
    `  ${left === 0 ? say.allServed(inNeed) : say.left(inNeed, left)}`,
    ...(left === 0 ? [] : [`  ${left === leftAtLeast ? say.proved : say.unproved(left - leftAtLeast)}`]),
    ...days.map((day) => `  ${say.day(on(day.on), load(day.approvals, say), load(day.visits, say))}`),
    `  ${say.meaning}`,
    ...(left === 0
      ? []
      : [
          say.leftTitle,
          `  ${rosterWordsOf(locale).calendar.refs(refs.slice(0, MOST_REFS).join(', '), more)}`,
          ...(worth.length === 0
            ? [say.oneMoreNone]
            : [say.oneMoreTitle, ...worth.map((line) => `  ${line}`)]),
        ]),
  ];
}

function load({ served, places }: ServedDay['visits'], say: RosterWords['waves']): string {
  return say.load(served, places);
}
