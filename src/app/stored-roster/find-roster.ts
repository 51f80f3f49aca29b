// A secret link → the roster behind it.

import type { RosterLinkKind, StoredRoster } from '../../ports/roster-store.ts';
import type { Dependencies } from '../dependencies.ts';
import { hashOfToken } from '../secret-links.ts';

/** The secret links of a roster, as tokens. `edit` is null for somebody who may only look. */
export interface RosterTokens {
  readonly edit: string | null;
  readonly view: string;
  readonly feed: string;
}

export interface FoundRoster {
  readonly stored: StoredRoster;
  readonly canEdit: boolean;
}

/** The roster that an edit or view token opens; undefined for unknown and revoked tokens alike. */
export async function findRoster(
  { rosterStore }: Dependencies,
  token: string,
): Promise<FoundRoster | undefined> {
  const hash = hashOfToken(token);
  if (hash === null) return undefined;
  const byEdit = await rosterStore.findByLink({ kind: 'edit', hash });
  if (byEdit !== undefined) return { stored: byEdit, canEdit: true };
  const byView = await rosterStore.findByLink({ kind: 'view', hash });
  return byView === undefined ? undefined : { stored: byView, canEdit: false };
}

export function rosterTokensOf(
  dependencies: Pick<Dependencies, 'links'>,
  stored: StoredRoster,
  canEdit: boolean,
): RosterTokens {
  return {
    edit: canEdit ? rosterToken(dependencies, 'edit', stored) : null,
    view: rosterToken(dependencies, 'view', stored),
    feed: rosterToken(dependencies, 'feed', stored),
  };
}

export function rosterToken(
  { links }: Pick<Dependencies, 'links'>,
  kind: RosterLinkKind,
  stored: Pick<StoredRoster, 'id' | `${RosterLinkKind}Generation`>,
): string {
  return links.tokenOf(`roster-${kind}`, stored.id, stored[`${kind}Generation`]);
}
