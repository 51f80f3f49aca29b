// A policy taken apart into single values, each in words and with who says so: what is shown, and what is compared.

import type { Locale } from '../../domain/localized.ts';
import type { Source } from '../../domain/provenance.ts';
import type { PolicyFile } from '../../policies/file/policy-shape.ts';
import type { PolicyWords } from './policy-words.ts';

/** The parts of a policy in the order in which they are told. */
export const SECTIONS = [
  'policy',
  'facts',
  'window',
  'cutoffs',
  'activities',
  'routes',
  'readings',
  'coverage',
  'fees',
  'eligibility',
  'questions',
  'risks',
  'observations',
  'relatedDates',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface Entry {
  readonly section: Section;
  /** The id that it stands under in its section: of a cutoff, an activity, a fee group; empty where there is none. */
  readonly item: string;
  /** What of the item it is, as a key that is the same in every policy and language. */
  readonly key: string;
  /** The same in words. */
  readonly label: string;
  readonly value: string;
  /** Null: what only the file itself says, such as its questions. */
  readonly source: Source | null;
}

/** What the parts of a policy are told with. */
export interface Telling {
  readonly file: PolicyFile;
  readonly locale: Locale;
  readonly words: PolicyWords;
  /** A source of the file by its id. */
  readonly sourceOf: (id: string) => Source | null;
}

/** An entry before it is known where it stands. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly source?: string | undefined;
}

/** The parts of an item as entries; a part without a source has none. */
export function entriesOf(
  { sourceOf }: Telling,
  section: Section,
  item: string,
  parts: readonly (Part | null)[],
): Entry[] {
  return parts.flatMap((part) => {
    if (part === null) return [];
    const { key, label, value, source } = part;
    return [{ section, item, key, label, value, source: source === undefined ? null : sourceOf(source) }];
  });
}
