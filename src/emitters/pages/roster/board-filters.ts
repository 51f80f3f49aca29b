// Whom the board shows: what the address asks for, held against each person, and the addresses that ask for something
// else.

import type { Actor } from '../../../domain/planned-activity.ts';
import type { Roster, RosterEntry } from '../../../domain/roster/roster.ts';
import type { RosterAnswer } from '../../../domain/roster/roster-answer.ts';
import type { Verdict } from '../../../domain/verdict.ts';

export interface BoardFilters {
  /** Each null or empty: whoever it is. */
  readonly verdict: Verdict | null;
  readonly who: Actor | null;
  /** The id of the next step, or what stands in its place; see `stepKey`. */
  readonly step: string | null;
  /** A part of HR's key. */
  readonly ref: string;
  /** From 1. */
  readonly page: number;
}

/** How addresses name who acts: HR calls the family employees. */
export const WHO_NAMES: Readonly<Record<Actor, string>> = {
  applicant: 'employee',
  employer: 'employer',
  office: 'office',
};

/** What comes next as one word: the id of the step, else whether somebody has to be asked or nothing is left. */
export function stepKey({ next }: RosterAnswer): string {
  return next.step?.activity ?? next.kind;
}

/** Somebody on the board; `index` is the rank from 0. */
export interface BoardPerson {
  readonly index: number;
  readonly entry: RosterEntry;
}

/** Everybody whom the filters leave, the most urgent first; pages do not count. */
export function peopleShown({ entries }: Roster, filters: BoardFilters): BoardPerson[] {
  const part = comparable(filters.ref);
  return [...entries.entries()].flatMap(([index, entry]) => {
    const { answer, ref } = entry;
    const isShown =
      (filters.verdict === null || answer.verdict === filters.verdict) &&
      (filters.who === null || answer.next.who === filters.who) &&
      (filters.step === null || stepKey(answer) === filters.step) &&
      comparable(ref).includes(part);
    return isShown ? [{ index, entry }] : [];
  });
}

function comparable(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The query that asks for these filters; `lang` null: none was chosen. Empty where nothing is asked for. */
export function filterQuery({ verdict, who, step, ref, page }: BoardFilters, lang: string | null): string {
  const query = new URLSearchParams();
  if (verdict !== null) query.set('verdict', verdict);
  if (who !== null) query.set('who', WHO_NAMES[who]);
  if (step !== null) query.set('step', step);
  if (ref !== '') query.set('ref', ref);
  if (page > 1) query.set('page', String(page));
  if (lang !== null) query.set('lang', lang);
  return query.size === 0 ? '' : `?${query}`;
}
