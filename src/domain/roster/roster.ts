// A whole roster planned: everybody ranked, what was assumed, and when HR serves whom. Language-neutral, like a plan.

import type { Day } from '../day.ts';
import type { Localized } from '../localized.ts';
import type { PlannedCutoff, PlanPolicy } from '../plan.ts';
import type { Verdict } from '../verdict.ts';
import type { OneMoreHand } from './one-more-hand.ts';
import type { RosterAnswer } from './roster-answer.ts';
import type { Wave } from './waves.ts';

/** One row. Its answer is shared with everybody to whom the same holds. */
export interface RosterEntry {
  /** HR's own key. */
  readonly ref: string;
  /** Of the file, from 1. */
  readonly line: number;
  readonly answer: RosterAnswer;
}

/** A fact that was not answered, what stands for it, and for how many people. */
export interface Assumption {
  readonly fact: string;
  readonly question: Localized;
  readonly shown: Localized;
  readonly people: number;
}

/** How many are served on a day, and how many could be; null: no limit. */
export interface ServedDay {
  readonly on: Day;
  readonly approvals: { readonly served: number; readonly places: number | null };
  readonly visits: { readonly served: number; readonly places: number | null };
}

export interface RosterWaves {
  /**
   * By the index of the entry; null: HR's days are full before they can be served in time. Who needs nothing of HR, or
   * is too late whatever HR does, is not there.
   */
  readonly waves: ReadonlyMap<number, Wave | null>;
  readonly left: number;
  /** No plan leaves out fewer; equal to `left`: this is proved to be a best one. */
  readonly leftAtLeast: number;
  /** The days on which somebody is served, in order. */
  readonly days: readonly ServedDay[];
  readonly oneMoreHand: readonly OneMoreHand[];
}

export interface Roster {
  readonly policy: PlanPolicy;
  readonly asOf: Day;
  /** The cutoffs of all people, each once, the earliest first. */
  readonly cutoffs: readonly PlannedCutoff[];
  /** Most urgent first; of equals the first in the file. */
  readonly entries: readonly RosterEntry[];
  /** Rows that are not planned because something in them is at fault. */
  readonly faultyRows: number;
  readonly verdicts: ReadonlyMap<Verdict, number>;
  /** In the order of the policy. */
  readonly assumed: readonly Assumption[];
  /** Null: nobody said how much HR can do in a day. */
  readonly waves: RosterWaves | null;
}
