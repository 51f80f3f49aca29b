// One step of a route as a plan tells it: its days, why they are so, and what it takes. All days are inclusive civil
// days in the policy's zone.

import type { Day } from './day.ts';
import type { Period } from './duration.ts';
import type { Localized } from './localized.ts';
import type { ActivityState } from './network.ts';
import type { Confidence } from './provenance.ts';
import type { ProvisionalDates } from './provisional.ts';
import type { Reason } from './reason.ts';

/** Who performs an activity: the family, the employer's HR, or an office (then the family waits). */
export type Actor = 'applicant' | 'employer' | 'office';

export type Channel = 'online' | 'counter';

/** One end that an activity can come to. */
export interface ActivityOutcome {
  readonly id: string;
  readonly title: Localized;
}

export interface PlannedActivity {
  readonly id: string;
  readonly title: Localized;
  readonly actor: Actor;
  /** Who has to come along; null: nobody. */
  readonly accompaniedBy: 'employer' | null;
  /** The fact that holds the last day of the paper that it renews; null: it renews none. */
  readonly renews: string | null;
  readonly state: ActivityState;
  readonly place: Localized | null;
  readonly bring: readonly Localized[];
  readonly tips: readonly Localized[];
  /** Who says where it is done, what to bring and what to mind. */
  readonly source: string;
  /** That, and who says any of it beside. */
  readonly toldBy: readonly string[];
  /** How it can end, where that decides the way on; else empty. */
  readonly outcomes: readonly ActivityOutcome[];
  /** The window in which it is accepted: first and last day on which it may start; null: no bound. */
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  /** Null where the day is not known: beyond the calendar's cover. */
  readonly earliestStartOn: Day | null;
  readonly earliestFinishOn: Day | null;
  /** Null where no day is left, of what is done, and of what the cutoff does not bind. */
  readonly latestStartOn: Day | null;
  readonly latestFinishOn: Day | null;
  readonly mustFinishBy: Day | null;
  readonly totalFloatDays: number | null;
  readonly totalFloatWorkingDays: number | null;
  /** On the driving path: it decides when everything ends. */
  readonly isDriving: boolean;
  readonly isOverdue: boolean;
  /** The last start by way of doing it, where there is a choice: online on any day, at a counter when open. */
  readonly latestStartByChannel: ReadonlyMap<Channel, Day>;
  /** The dates above that a holiday notice still to come may move, and between which days. */
  readonly provisional: ProvisionalDates;
  /** The duration that the dates are computed with. */
  readonly duration: Period;
  readonly reasons: readonly Reason[];
  /** The weakest confidence of all that its dates rest on. */
  readonly confidence: Confidence;
}
