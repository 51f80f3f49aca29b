// What the sources of a policy tell differently, and which of the readings is taken.

import type { Localized } from '../../domain/localized.ts';

/** Something that the sources tell differently. */
export interface ReadingQuestion {
  readonly id: string;
  readonly about: Localized;
  readonly usual: { readonly title: Localized; readonly source: string };
  readonly others: readonly {
    readonly id: string;
    readonly title: Localized;
    readonly source: string;
    /** What it changes: `activities/renew-permit`, `cutoffs/payment`, `window`. */
    readonly touches: readonly string[];
  }[];
}

/** By reading question: the id of the other reading; questions that are not there keep their usual one. */
export type ReadingChoice = ReadonlyMap<string, string>;
