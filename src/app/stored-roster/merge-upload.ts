// A newer row of HR's file laid over a person's plan, whatever has been noted on it since the row before. Pure.

import type { RosterRow } from '../../policies/roster/roster-row.ts';

type Values = Readonly<Record<string, unknown>>;

/** Something that the file says and the plan did not; of two values null: none. */
export interface UploadChange {
  readonly section: 'facts' | 'actuals';
  /** Of the fact, or of the step. */
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface MergedUpload {
  /** For the plan: `{facts?, actuals?}` of what changes. */
  readonly patch: { readonly facts: Values; readonly actuals: Values };
  readonly changes: readonly UploadChange[];
  /** What the file says anew of a step that others have noted otherwise: their mark stays. */
  readonly kept: readonly UploadChange[];
}

/**
 * Only what HR has changed in its file since the last one counts, so that an old file takes nothing back. A fact is then
 * the file's. A step is the file's where nobody noted it, or where it stands as the last file said it; a mark that
 * somebody made stays. An empty cell says nothing.
 *
 * @param before what the last file said of this person
 * @param present the facts and actuals of the plan as it is
 */
export function mergeUpload(
  before: Pick<RosterRow, 'facts' | 'actuals'>,
  now: Pick<RosterRow, 'facts' | 'actuals'>,
  present: { readonly facts: Values; readonly actuals: Values },
): MergedUpload {
  const facts = changesOf('facts', before.facts, now.facts, present.facts);
  const actuals = changesOf('actuals', before.actuals, now.actuals, present.actuals);
  const isMark = ({ id, before: noted }: UploadChange) =>
    noted !== null && !isSame(noted, before.actuals[id] ?? null);
  const taken = actuals.filter((change) => !isMark(change));
  return {
    patch: { facts: afterOf(facts), actuals: afterOf(taken) },
    changes: [...facts, ...taken],
    kept: actuals.filter(isMark),
  };
}

/** Where the file says another thing than the last one, and another thing than the plan. */
function changesOf(
  section: UploadChange['section'],
  before: Values,
  now: Values,
  present: Values,
): UploadChange[] {
  return Object.entries(now)
    .filter(([id, after]) => !isSame(after, before[id]) && !isSame(after, present[id]))
    .map(([id, after]) => ({ section, id, before: present[id] ?? null, after }));
}

function afterOf(changes: readonly UploadChange[]): Values {
  return Object.fromEntries(changes.map(({ id, after }) => [id, after]));
}

/** In a stored case a part that is null or an empty list is the same as one that is not there. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  const parts = Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined && !(Array.isArray(part) && part.length === 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(parts);
}
