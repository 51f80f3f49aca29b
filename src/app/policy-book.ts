// The policies and calendars that are known, by id. Read once at start by an adapter; a broken file is left out
// and told, it never stops what works.

import type { PublishedCalendar } from '../policies/calendars/calendar-file.ts';
import type { Policy } from '../policies/policy.ts';

/** A file that was left out, and why: lines ready to print. */
export interface BrokenPolicyFile {
  readonly file: string;
  readonly faults: readonly string[];
}

export interface PolicyBook {
  readonly policies: ReadonlyMap<string, Policy>;
  readonly calendars: ReadonlyMap<string, PublishedCalendar>;
  readonly broken: readonly BrokenPolicyFile[];
}
