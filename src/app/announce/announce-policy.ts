// Lays what was announced over a policy: checked first by the same loader that will read it, then written.

import { join } from 'node:path';
import { formatDay } from '../../domain/day.ts';
import type { Fault } from '../../domain/problem.ts';
import type { FileValue } from '../../policies/file/merge.ts';
import type { TodayIn } from '../make-plan.ts';
import type { Draft, PolicyShelf } from '../policy-shelf.ts';
import { type Announcement, parseAnnouncement, type TypedAnnouncement } from './announcement.ts';
import { announcementText } from './announcement-file.ts';

export type Announced =
  | { readonly kind: 'written'; readonly file: string; readonly before: FileValue; readonly after: FileValue }
  /** Faults of what was typed. */
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  /** What was typed is right and the policy does not take it; lines ready to print. */
  | { readonly kind: 'does-not-fit'; readonly lines: readonly string[] }
  | { readonly kind: 'file-exists'; readonly file: string };

/** @param out where to write it; null: into the host's own folder, under a free name. */
export async function announcePolicy(
  id: string,
  typed: TypedAnnouncement,
  out: string | null,
  { shelf, todayIn }: { readonly shelf: PolicyShelf; readonly todayIn: TodayIn },
): Promise<Announced> {
  const book = await shelf.read();
  const policy = book.policies.get(id);
  const before = book.texts.get(id)?.value;
  const today = todayIn(policy?.zone ?? 'UTC');
  const announcement = parseAnnouncement(typed, policy ?? null, today);
  if (policy === undefined || before === undefined) {
    const allowed = [...book.policies.keys()].toSorted().join(' | ');
    const unknown = { path: ['announce'], what: 'unknown policy', value: id, allowed };
    return { kind: 'refused', faults: [unknown, ...(announcement.ok ? [] : announcement.problems)] };
  }
  if (!announcement.ok) return { kind: 'refused', faults: announcement.problems };
  const unreadable = book.broken.filter(({ file }) => out === null && file === shelf.ownFolder);
  if (unreadable.length > 0)
    return { kind: 'does-not-fit', lines: unreadable.flatMap(({ faults }) => faults) };
  const text = announcementText(policy, before, announcement.value, today);
  for (const file of out === null ? namesFor(id, announcement.value, shelf.ownFolder) : [out]) {
    if (out === null && book.files.includes(file)) continue;
    const written = await checkAndWrite({ file, text }, id, shelf);
    if (written?.kind === 'written') return { file, before, ...written };
    if (written !== null) return written;
  }
  return { kind: 'file-exists', file: out ?? shelf.ownFolder };
}

type Written = { kind: 'written'; after: FileValue } | { kind: 'does-not-fit'; lines: readonly string[] };

/** Null: there is a file of that name. */
async function checkAndWrite(draft: Draft, id: string, shelf: PolicyShelf): Promise<Written | null> {
  const book = await shelf.read([draft]);
  const faults = book.broken.filter(({ file }) => file === draft.file);
  const after = book.texts.get(id)?.value;
  if (faults.length > 0 || after === undefined)
    return { kind: 'does-not-fit', lines: faults.flatMap((one) => one.faults) };
  return (await shelf.writeNew(draft)) ? { kind: 'written', after } : null;
}

/** Files are laid over each other in the order of their names: by day, and those of one day as they came. */
function* namesFor(id: string, { source }: Announcement, folder: string): Generator<string> {
  const name = `${id}-announced-${formatDay(source.publishedOn)}`;
  yield join(folder, `${name}.yaml`);
  // `_` comes after the `.` of the first one, and two digits keep their order.
  for (let number = 2; number < 100; number++)
    yield join(folder, `${name}_${String(number).padStart(2, '0')}.yaml`);
}
