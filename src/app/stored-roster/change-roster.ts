// What HR says of a stored roster itself: how it is called and what HR can do in a day; who leaves it; its links; its end.

import type { Fault } from '../../domain/problem.ts';
import type { RosterLinkKind } from '../../ports/roster-store.ts';
import type { Dependencies } from '../dependencies.ts';
import { sameRef } from '../read-roster.ts';
import { hashOfOwnToken } from '../secret-links.ts';
import { findRoster, rosterToken } from './find-roster.ts';
import { type OpenedRoster, openStoredRoster } from './open-roster.ts';
import { parseRosterSettings, type RosterSettings } from './roster-settings.ts';

export type ChangeRosterOutcome =
  | { readonly kind: 'changed'; readonly opened: OpenedRoster }
  | { readonly kind: 'invalid'; readonly problems: readonly Fault[] }
  /** Somebody else did the same at the same moment; nothing changed by this call. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'view-only' };

/** What is left out of `changes` stays. */
export async function changeRoster(
  dependencies: Dependencies,
  token: string,
  changes: Partial<RosterSettings>,
): Promise<ChangeRosterOutcome> {
  const { clock, rosterStore } = dependencies;
  const found = await findRoster(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const { id, title, capacity, daysOff } = found.stored;
  const settings = parseRosterSettings({ title, capacity, daysOff, ...changes });
  if (!settings.ok) return { kind: 'invalid', problems: settings.problems };
  await rosterStore.change(id, settings.value, clock.now());
  const stored = { ...found.stored, ...settings.value };
  return { kind: 'changed', opened: await openStoredRoster(dependencies, { stored, canEdit: true }, null) };
}

/** Takes people out, with their plans and every trace of them. Keys of nobody are passed over. */
export async function removePeople(
  dependencies: Dependencies,
  token: string,
  refs: readonly string[],
): Promise<ChangeRosterOutcome> {
  const found = await findRoster(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  await dependencies.rosterStore.removePeople(found.stored.id, refs.map(sameRef));
  return { kind: 'changed', opened: await openStoredRoster(dependencies, found, null) };
}

/** Gives out the links of these kinds anew: those given out before open nothing any more. */
export async function renewRosterLinks(
  dependencies: Dependencies,
  token: string,
  kinds: readonly RosterLinkKind[],
): Promise<ChangeRosterOutcome> {
  const found = await findRoster(dependencies, token);
  if (found === undefined) return { kind: 'unknown' };
  if (!found.canEdit) return { kind: 'view-only' };
  const generations = Object.fromEntries(
    kinds.map((kind) => [`${kind}Generation`, found.stored[`${kind}Generation`] + 1]),
  );
  const stored = { ...found.stored, ...generations };
  const renewed = [...new Set(kinds)].map((kind) => ({
    kind,
    generation: stored[`${kind}Generation`],
    hash: hashOfOwnToken(rosterToken(dependencies, kind, stored)),
  }));
  if (!(await dependencies.rosterStore.renewLinks(stored.id, renewed))) return { kind: 'stale' };
  return { kind: 'changed', opened: await openStoredRoster(dependencies, { stored, canEdit: true }, null) };
}

/** Every trace goes: the roster, everybody's plan, their reminders too. */
export async function removeRoster(
  dependencies: Dependencies,
  token: string,
): Promise<'removed' | 'view-only' | 'unknown'> {
  const found = await findRoster(dependencies, token);
  if (found === undefined) return 'unknown';
  if (!found.canEdit) return 'view-only';
  await dependencies.rosterStore.remove(found.stored.id);
  return 'removed';
}
