// What became of a file that HR uploaded, and why one is refused.

import type { Fault } from '../../domain/problem.ts';
import type { UploadChange } from './merge-upload.ts';
import type { OpenedRoster } from './open-roster.ts';
import type { UploadFault } from './read-upload.ts';

export interface UploadReport {
  /** Keys of people who have a plan only since this file. */
  readonly added: readonly string[];
  /** Those of whom the file says something new. */
  readonly changed: readonly ChangedPerson[];
  /** How many others it names. */
  readonly unchanged: number;
  /** Keys of people who are in the roster and not in this file: they stay. */
  readonly absent: readonly string[];
  /** Rows that were left out, and why. */
  readonly faults: readonly UploadFault[];
  /** Names of columns that nothing is read from. */
  readonly unused: readonly string[];
}

export interface ChangedPerson {
  readonly ref: string;
  readonly changes: readonly UploadChange[];
  /** What the file says otherwise than somebody noted on the plan: the note stays. */
  readonly kept: readonly UploadChange[];
  /** Why the plan cannot be as the file says, and stays as it is; empty: it is as the file says. */
  readonly refused: readonly Fault[];
}

export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly opened: OpenedRoster; readonly report: UploadReport }
  /** Nothing in the file can be planned; nothing changed. */
  | { readonly kind: 'refused'; readonly faults: readonly UploadFault[] }
  /** What was said beside the file is at fault; nothing changed. */
  | { readonly kind: 'invalid'; readonly problems: readonly Fault[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'view-only' };
