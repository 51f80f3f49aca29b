// The policies and calendars that are known, by id. Read once at start by an adapter; a broken file is left out
// and told, it never stops what works.

import type { PublishedCalendar } from '../policies/calendars/calendar-file.ts';
import type { TextOfPolicy } from '../policies/file/assemble-files.ts';
import type { Policy } from '../policies/policy.ts';

/** A file that was left out, and why: lines ready to print. */
export interface BrokenPolicyFile {
  readonly file: string;
  readonly faults: readonly string[];
}

export interface PolicyBook {
  readonly policies: ReadonlyMap<string, Policy>;
  /** By policy id: what its files say together, for comparing and announcing. */
  readonly texts: ReadonlyMap<string, TextOfPolicy>;
  readonly calendars: ReadonlyMap<string, PublishedCalendar>;
  /** Every file that was found, those at fault too. */
  readonly files: readonly string[];
  readonly broken: readonly BrokenPolicyFile[];
}
