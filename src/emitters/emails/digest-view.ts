// What a digest says, in words and in order; how it looks is in the templates.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Digest } from '../../domain/roster/digest.ts';
import type { HrDay } from '../../domain/roster/hr-days.ts';
import type { Roster, RosterEntry } from '../../domain/roster/roster.ts';
import { VERDICTS_BY_URGENCY } from '../../domain/roster/urgency.ts';
import { type DigestWords, digestWordsOf } from '../roster/digest-words.ts';
import { rosterWordsOf } from '../roster/roster-words.ts';
import { dayWords } from '../wording/day-words.ts';
import { wordsOf } from '../wording/wording.ts';
import type { SectionView } from './action-view.ts';

export interface DigestView {
  readonly subjectLine: string;
  readonly title: string;
  /** Everybody, by verdict. */
  readonly counts: string;
  /** Who turned red, what comes first, HR's week: none is empty. */
  readonly sections: readonly SectionView[];
  /** What is not certain; may be empty. */
  readonly closing: readonly SectionView[];
}

/** Longer lists are on the board. */
const MOST_REFS = 30;

/** @param misfits keys of those of whom no plan can be made */
export function digestView(
  digest: Digest,
  { rosterTitle, misfits }: { readonly rosterTitle: string; readonly misfits: readonly string[] },
  locale: Locale,
): DigestView {
  const { roster, turnedRed, week } = digest;
  const words = wordsOf(locale);
  const say = digestWordsOf(locale);
  const on = (day: Day) => dayWords(day, locale, roster.asOf);
  const counts = VERDICTS_BY_URGENCY.flatMap((verdict) => {
    const count = roster.verdicts.get(verdict) ?? 0;
    return count === 0 ? [] : [`${words.verdict[verdict]} ${count}`];
  });
  const first = firstLine(roster, say, locale);
  const unsure = unsureLines(roster, locale);
  return {
    subjectLine: say.subject(rosterTitle, {
      turnedRed: turnedRed.length,
      tooLate: roster.verdicts.get('too-late') ?? 0,
      thisWeek: new Set(week.flatMap(({ refs }) => refs)).size,
    }),
    title: say.title[digest.kind](on(roster.asOf)),
    counts: rosterWordsOf(locale).people(roster.entries.length, counts),
    sections: [
      ...(turnedRed.length === 0
        ? []
        : [{ heading: say.heading.turnedRed, lines: redLines(turnedRed, say, locale) }]),
      ...(first === null ? [] : [{ heading: say.heading.first, lines: [first] }]),
      { heading: say.heading.week(on(digest.weekUntil)), lines: weekLines(digest, say, locale) },
      ...(misfits.length === 0 ? [] : [{ heading: say.heading.misfits, lines: [refsText(misfits, locale)] }]),
    ],
    closing: unsure.length === 0 ? [] : [{ heading: words.mail.heading.unsure, lines: unsure }],
  };
}

/** Keys by verdict. */
function redLines(turnedRed: readonly RosterEntry[], say: DigestWords, locale: Locale): string[] {
  const byVerdict = Map.groupBy(turnedRed, ({ answer }) => answer.verdict);
  return [...byVerdict].map(([verdict, entries]) =>
    wordsOf(locale).label(
      say.ofVerdict(wordsOf(locale).verdict[verdict], entries.length),
      refsText(
        entries.map(({ ref }) => ref),
        locale,
      ),
    ),
  );
}

/** The next step of the most urgent person whose way is still open; null: there is none. */
function firstLine({ entries, asOf }: Roster, say: DigestWords, locale: Locale): string | null {
  for (const { ref, answer } of entries) {
    const { verdict, next } = answer;
    if (verdict === 'too-late' || next.step === null || next.who === null) continue;
    const { title, until } = next.step;
    const by = until === null ? null : dayWords(until, locale, asOf);
    return say.first(ref, title[locale], rosterWordsOf(locale).actor[next.who], by);
  }
  return null;
}

function weekLines({ roster, week }: Digest, say: DigestWords, locale: Locale): string[] {
  const left = roster.waves?.left ?? 0;
  return [
    ...(week.length === 0 ? [say.nothingThisWeek] : week.map((hrDay) => dayLine(hrDay, roster, locale))),
    ...(left === 0 ? [] : [say.full(left)]),
    ...(roster.waves === null && week.length > 0 ? [say.noHands] : []),
  ];
}

function dayLine({ on, task, refs }: HrDay, { asOf }: Roster, locale: Locale): string {
  const say = digestWordsOf(locale);
  const what =
    task.kind === 'last-day'
      ? say.lastDay(task.title[locale], refs.length)
      : rosterWordsOf(locale).calendar[task.kind](refs.length);
  return say.onDay(dayWords(on, locale, asOf), wordsOf(locale).label(what, refsText(refs, locale)));
}

function unsureLines({ policy, cutoffs, asOf, assumed }: Roster, locale: Locale): string[] {
  const say = digestWordsOf(locale);
  const expected = cutoffs.filter(({ status, isOwn }) => status === 'expected' && !isOwn);
  const most = Math.max(0, ...assumed.map(({ people }) => people));
  return [
    ...expected.map(({ on }) => say.cutoffExpected(dayWords(on, locale, asOf))),
    ...(policy.status === 'projected' ? [wordsOf(locale).mail.unsure.projected(policy.policyYear)] : []),
    ...(most === 0 ? [] : [say.assumed(most)]),
  ];
}

function refsText(refs: readonly string[], locale: Locale): string {
  const more = Math.max(0, refs.length - MOST_REFS);
  return rosterWordsOf(locale).calendar.refs(refs.slice(0, MOST_REFS).join(', '), more);
}
