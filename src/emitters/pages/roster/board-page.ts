// The board of a stored roster: everybody, the most urgent first, a page at a time; below, what was assumed and HR's days.

import { type Day, formatDay } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Actor } from '../../../domain/planned-activity.ts';
import type { Roster } from '../../../domain/roster/roster.ts';
import { VERDICTS_BY_URGENCY } from '../../../domain/roster/urgency.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { rowsOf } from '../../roster/board-row.ts';
import { rosterWordsOf } from '../../roster/roster-words.ts';
import { renderTemplate } from '../../templates.ts';
import { dayWords } from '../../wording/day-words.ts';
import { wordsOf } from '../../wording/wording.ts';
import { type Frame, frameView } from '../frame.ts';
import type { RosterNews } from '../words/roster-page-words.ts';
import { rosterPageWordsOf } from '../words/roster-page-words-of.ts';
import { type BoardFilters, filterQuery, peopleShown, stepKey, WHO_NAMES } from './board-filters.ts';
import { assumedView, handsView } from './board-hands.ts';
import { boardRows } from './board-rows.ts';

/** Somebody of whom no plan can be made, and why, in words. */
export interface MisfitLine {
  readonly ref: string;
  readonly text: string;
  readonly href: string | null;
}

export interface BoardPage {
  readonly frame: Frame;
  /** How HR calls it; empty: it has no name. */
  readonly title: string;
  /** Null: there is no policy to plan it by any more. */
  readonly roster: Roster | null;
  readonly filters: BoardFilters;
  /** The language that the address asks for; null: none. */
  readonly lang: string | null;
  /** Where the board is, without a query. */
  readonly path: string;
  readonly canEdit: boolean;
  readonly today: Day;
  /** The plan of a person: to hand out, or to look at. */
  readonly hrefOf: (ref: string) => string | null;
  readonly misfits: readonly MisfitLine[];
  readonly deleted: readonly string[];
  readonly webcal: string;
  readonly feed: string;
  readonly news: RosterNews | null;
}

const ROWS_ON_PAGE = 100;

export function renderBoardPage(page: BoardPage): string {
  const { frame, roster, title } = page;
  const words = rosterPageWordsOf(frame.locale);
  return renderTemplate('pages/roster-board', {
    ...frameView(frame, title === '' ? words.board.title : title),
    words,
    page,
    newsText: page.news && words.board.news[page.news],
    today: formatDay(page.today),
    board: roster && boardView(page, roster),
  });
}

function boardView(page: BoardPage, roster: Roster) {
  const { filters, path, lang } = page;
  const { locale } = page.frame;
  const words = rosterPageWordsOf(locale).board;
  const people = peopleShown(roster, filters);
  const pages = Math.max(1, Math.ceil(people.length / ROWS_ON_PAGE));
  const at = Math.min(filters.page, pages);
  const first = (at - 1) * ROWS_ON_PAGE;
  const rows = boardRows(roster, people.slice(first, first + ROWS_ON_PAGE), locale, page.hrefOf);
  const hrefFor = (changes: Partial<BoardFilters>) =>
    path + filterQuery({ ...filters, page: 1, ...changes }, lang);
  return {
    ...headView(roster, locale),
    verdicts: verdictsView(roster, filters, locale, hrefFor),
    who: whoOptions(roster, filters, locale),
    steps: stepOptions(roster, filters, locale),
    showing: people.length === 0 ? words.none : words.showing(first + 1, first + rows.length, people.length),
    clearHref:
      people.length === roster.entries.length
        ? null
        : hrefFor({ verdict: null, who: null, step: null, ref: '' }),
    isFiltered: filters.who !== null || filters.step !== null || filters.ref !== '',
    rows,
    columns: rows[0]?.cells.map(({ label }) => label) ?? [],
    markable: rows.flatMap(({ value }) => value ?? []),
    pages: Array.from({ length: pages }, (_, index) => index + 1).map((number) => ({
      number,
      isHere: number === at,
      href: hrefFor({ page: number }),
    })),
    query: filterQuery({ ...filters, page: at }, lang),
    csvQuery: filterQuery({ verdict: null, who: null, step: null, ref: '', page: 1 }, lang),
    assumed: assumedView(roster, locale),
    hands: roster.waves && handsView(roster, roster.waves, locale),
    say: rosterWordsOf(locale),
  };
}

function headView({ policy, asOf, cutoffs, entries }: Roster, locale: Locale) {
  const all = wordsOf(locale);
  const words = rosterPageWordsOf(locale).board;
  const say = rosterWordsOf(locale);
  return {
    policyTitle: policy.title[locale],
    asOf: words.asOf(dayWords(asOf, locale, null)),
    cutoffs: cutoffs.map(({ on, at, status }) => {
      const day = dayWords(on, locale, asOf);
      return words.cutoff(at === null ? day : `${day} ${at}`, all.cutoffStatus[status]);
    }),
    projected: policy.status === 'projected' ? say.projected(policy.policyYear) : null,
    nobody: entries.length === 0 ? say.everybody : null,
  };
}

function verdictsView(
  { verdicts, entries }: Roster,
  filters: BoardFilters,
  locale: Locale,
  hrefFor: (changes: Partial<BoardFilters>) => string,
) {
  const link = (verdict: Verdict | null, word: string, people: number) => ({
    verdict,
    word,
    people,
    isChosen: filters.verdict === verdict,
    href: hrefFor({ verdict }),
  });
  const counted = VERDICTS_BY_URGENCY.flatMap((verdict) => {
    const people = verdicts.get(verdict) ?? 0;
    return people === 0 ? [] : [link(verdict, wordsOf(locale).verdict[verdict], people)];
  });
  return [link(null, rosterPageWordsOf(locale).board.everybody, entries.length), ...counted];
}

interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

const ACTORS: readonly Actor[] = ['applicant', 'employer', 'office'];

function whoOptions({ entries }: Roster, filters: BoardFilters, locale: Locale): FilterOption[] {
  const words = rosterPageWordsOf(locale);
  return ACTORS.map((actor) => ({
    value: WHO_NAMES[actor],
    label: words.board.count(
      words.actor[actor],
      entries.filter(({ answer }) => answer.next.who === actor).length,
    ),
    isChosen: filters.who === actor,
  }));
}

/** In the order of the board, so that what is most urgent stands first. */
function stepOptions(roster: Roster, filters: BoardFilters, locale: Locale): FilterOption[] {
  const words = rosterPageWordsOf(locale).board;
  const found = new Map<string, { readonly title: string; people: number }>();
  for (const { entry, texts } of rowsOf(roster, locale)) {
    const key = stepKey(entry.answer);
    const known = found.get(key) ?? { title: texts.next, people: 0 };
    known.people += 1;
    found.set(key, known);
  }
  return [...found].map(([value, { title, people }]) => ({
    value,
    label: words.count(title, people),
    isChosen: filters.step === value,
  }));
}
