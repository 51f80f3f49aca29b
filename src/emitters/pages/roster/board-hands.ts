// Below the board: what was assumed, and whether HR has hands enough.

import type { Day } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Roster, RosterWaves } from '../../../domain/roster/roster.ts';
import { letterOf } from '../../roster/board-row.ts';
import { rosterWordsOf } from '../../roster/roster-words.ts';
import { dayWords } from '../../wording/day-words.ts';

export function assumedView(roster: Roster, locale: Locale): string[] {
  const say = rosterWordsOf(locale);
  const letter = letterOf(roster);
  return roster.assumed.map(({ fact, question, shown, people }) =>
    say.assumed(letter(fact), question[locale], shown[locale], people),
  );
}

export interface HandsView {
  readonly sum: string;
  /** Whether a better plan is known not to be; null: everybody is served. */
  readonly proof: string | null;
  readonly days: readonly { readonly on: string; readonly approvals: string; readonly visits: string }[];
  /** Keys of those whom HR cannot serve in time. */
  readonly left: readonly string[];
  /** What one more place would save; null: everybody is served. */
  readonly more: { readonly title: string; readonly lines: readonly string[] } | null;
}

/** Further days are in the downloaded board. */
const MOST_DAYS = 10;

export function handsView(roster: Roster, waves: RosterWaves, locale: Locale): HandsView {
  const say = rosterWordsOf(locale).waves;
  const on = (day: Day) => dayWords(day, locale, roster.asOf);
  const { left, leftAtLeast, days, oneMoreHand } = waves;
  const inNeed = waves.waves.size;
  const full = [...waves.waves].flatMap(([index, wave]) => (wave === null ? [index] : []));
  const worth = oneMoreHand.slice(0, MOST_DAYS).map((one) => say.oneMore(on(one.on), one.kind, one.saves));
  return {
    sum: left === 0 ? say.allServed(inNeed) : say.left(inNeed, left),
    proof: left === 0 ? null : left === leftAtLeast ? say.proved : say.unproved(left - leftAtLeast),
    days: days.map((day) => ({
      on: on(day.on),
      approvals: say.load(day.approvals.served, day.approvals.places),
      visits: say.load(day.visits.served, day.visits.places),
    })),
    left: full.map((index) => roster.entries[index]?.ref ?? ''),
    more:
      left === 0 ? null : { title: worth.length === 0 ? say.oneMoreNone : say.oneMoreTitle, lines: worth },
  };
}
