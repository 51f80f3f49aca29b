// People of the board as their rows: a table on a desk, a card each on a phone.

import type { Locale } from '../../../domain/localized.ts';
import type { Roster } from '../../../domain/roster/roster.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { letterOf, rowsOf, shortDay, waveDays } from '../../roster/board-row.ts';
import { rangeText, waveText } from '../../roster/board-table.ts';
import { rosterWordsOf } from '../../roster/roster-words.ts';
import { rosterPageWordsOf } from '../words/roster-page-words-of.ts';
import type { BoardPerson } from './board-filters.ts';

export interface BoardRow {
  readonly ref: string;
  /** Person and next step as the form sends them; null: nothing is to be noted of them. */
  readonly value: string | null;
  readonly verdict: Verdict;
  readonly verdictWord: string;
  readonly chance: string;
  readonly float: string | null;
  /** What comes next, who does it, and its last day. */
  readonly next: string;
  readonly who: string;
  readonly until: string | null;
  /** Each in parts that stay on one line. */
  readonly cells: readonly { readonly label: string; readonly parts: readonly string[] }[];
  /** The letters of what nobody answered; empty: nothing. */
  readonly missing: string;
  readonly href: string | null;
}

/** Between the step, which has none, and HR's key, which may have any character. */
const SEPARATOR = ':';

export interface MarkedValue {
  readonly ref: string;
  readonly activity: string;
}

export function markValue({ ref, activity }: MarkedValue): string {
  return `${activity}${SEPARATOR}${ref}`;
}

/** Null: it was not made by `markValue`. */
export function parseMarkValue(value: string): MarkedValue | null {
  const at = value.indexOf(SEPARATOR);
  return at < 1 ? null : { activity: value.slice(0, at), ref: value.slice(at + 1) };
}

/** @param hrefOf where the plan of a person is, for whoever looks; null: it has no link */
export function boardRows(
  roster: Roster,
  people: readonly BoardPerson[],
  locale: Locale,
  hrefOf: (ref: string) => string | null,
): BoardRow[] {
  const say = rosterWordsOf(locale);
  const words = rosterPageWordsOf(locale).board;
  const letter = letterOf(roster);
  const shown = new Set(people.map(({ index }) => index));
  const rows: BoardRow[] = [];
  for (const { index, entry, texts } of rowsOf(roster, locale)) {
    if (!shown.has(index)) continue;
    const { verdict, renewal, approval, visit, next, floatWorkingDays, missing } = entry.answer;
    const { step } = next;
    const until = step?.until ?? null;
    rows.push({
      ref: entry.ref,
      value: step === null ? null : markValue({ ref: entry.ref, activity: step.activity }),
      verdict,
      verdictWord: texts.verdict,
      chance: texts.chance,
      float: floatWorkingDays === null ? null : words.float(floatWorkingDays),
      next: texts.next,
      who: texts.who,
      until: until === null ? null : words.until(shortDay(until, roster.asOf)),
      cells: [
        { label: say.column.renew, parts: partsOf(rangeText(renewal, roster.asOf, say)) },
        { label: say.column.approve, parts: partsOf(rangeText(approval, roster.asOf, say)) },
        { label: say.column.visit, parts: partsOf(rangeText(visit, roster.asOf, say)) },
        ...(roster.waves === null
          ? []
          : [
              {
                label: say.column.wave,
                parts: partsOf(waveText(waveDays(roster, index), roster.asOf, say)),
              },
            ]),
      ],
      missing: missing.map(letter).join(' '),
      href: hrefOf(entry.ref),
    });
  }
  return rows;
}

/** A day stays whole; between two days, and before the one in brackets, a line may end. */
function partsOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=→) |(?<=…)| (?=\()/);
}
