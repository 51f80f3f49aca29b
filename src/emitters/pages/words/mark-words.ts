// The catalogue of noting what happened to a step: on the plan's page, and on the page that a mail's link opens.

import type { Actor } from '../../../domain/planned-activity.ts';

export type MarkKind = 'done' | 'started' | 'refused' | 'failed';

export interface MarkWords {
  /** Unfolds the form. */
  readonly title: string;
  /** The same where buttons above it note what is likely. */
  readonly otherwise: string;
  /** The same of a step that is done. */
  readonly correct: string;
  /** Buttons that note it at once. */
  readonly doneToday: Readonly<Record<Actor, string>>;
  readonly startedToday: string;
  readonly seenToday: (outcome: string) => string;
  readonly what: string;
  readonly done: Readonly<Record<Actor, string>>;
  readonly kind: Readonly<Record<Exclude<MarkKind, 'done'>, string>>;
  readonly when: string;
  readonly today: (day: string) => string;
  readonly yesterday: (day: string) => string;
  readonly otherDay: string;
  readonly dayLabel: string;
  readonly startedLabel: string;
  readonly outcome: string;
  readonly noOutcome: string;
  readonly reason: string;
  readonly earlier: (titles: readonly string[]) => string;
  readonly note: string;
  readonly takeBack: string;
  /** What has just happened to a step, on top of the page. */
  readonly noted: (title: string) => string;
  readonly takenBack: (title: string) => string;
  /** A try that came to nothing: the day in words, and why, where somebody said so. */
  readonly attempt: (outcome: 'refused' | 'failed', on: string, reason: string | null) => string;
  /** The page that a reminder's link opens. */
  readonly mailed: {
    readonly ask: (title: string) => string;
    readonly isDone: (title: string) => string;
    readonly gone: string;
    readonly goneText: string;
    readonly reach: string;
    readonly next: string;
    readonly openPlan: string;
  };
  readonly notKind: string;
  readonly notDay: (typed: string) => string;
}
