// Who says so, and how sure we are. Every value of a policy carries a source; the weakest confidence along a
// chain travels to the page, the mail and the calendar entry.

import type { Day } from './day.ts';
import type { Localized } from './localized.ts';

/** From surest to least sure: official or twice reported; one report; arithmetic of ours; not known. */
export const CONFIDENCES = ['confirmed', 'reported', 'derived', 'unknown'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Source {
  readonly id: string;
  readonly title: Localized;
  readonly publisher: string;
  readonly publishedOn: Day | null;
  readonly address: string | null;
  /** The day a person last looked whether it still says so. */
  readonly verifiedOn: Day;
  readonly confidence: Confidence;
}

/** After so many days without a look a value may have changed unnoticed. */
const STALE_AFTER_DAYS = 365;

/** Whether nobody has looked at a value for a year, seen from `asOf`. */
export function isStale({ verifiedOn }: Pick<Source, 'verifiedOn'>, asOf: Day): boolean {
  return asOf - verifiedOn > STALE_AFTER_DAYS;
}

/** The weakest of some confidences; `confirmed` for none. */
export function weakest(confidences: Iterable<Confidence>): Confidence {
  let rank = 0;
  for (const confidence of confidences) rank = Math.max(rank, CONFIDENCES.indexOf(confidence));
  return CONFIDENCES[rank] ?? 'unknown';
}
