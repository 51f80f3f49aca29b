// Why a plan says something else than it did: what the family told, what was noted, what the rules say now. Plain data,
// fit for JSON, in both languages: it is told long after, when the old rules are gone.

import type { Day } from './day.ts';
import type { Localized } from './localized.ts';
import type { Source } from './provenance.ts';

/** What was noted of a step. */
export interface NotedProgress {
  readonly startedOn: Day | null;
  readonly finishedOn: Day | null;
  /** How it ended, where that decides the way on. */
  readonly outcome: Localized | null;
  /** Tries that failed. */
  readonly attempts: number;
}

/** Where `before` or `after` is null, there was, or is, nothing. */
export type PlanCause =
  | {
      readonly kind: 'fact';
      readonly question: Localized;
      readonly before: Localized | null;
      readonly after: Localized | null;
    }
  | {
      readonly kind: 'step';
      readonly title: Localized;
      readonly before: NotedProgress | null;
      readonly after: NotedProgress | null;
    }
  | {
      readonly kind: 'clause';
      /** The policy or the working calendar that says so. */
      readonly of: Localized;
      /** What of it. */
      readonly what: Localized;
      readonly before: Localized | null;
      readonly after: Localized | null;
      readonly source: ClauseSource | null;
    };

export type ClauseSource = Pick<Source, 'title' | 'publisher' | 'publishedOn' | 'address' | 'confidence'>;
