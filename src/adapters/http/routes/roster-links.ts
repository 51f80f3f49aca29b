// The addresses of a stored roster for people.

import type { OpenedRoster } from '../../../app/stored-roster/open-roster.ts';
import { feedAddress, webcalAddress } from './plan-links.ts';

/** The board, without a host: for whoever may change it the link that may, else the one to look at. */
export function boardPath({ edit, view }: OpenedRoster['tokens']): string {
  return `/rosters/${edit ?? view}`;
}

/** Whole addresses; `edit` is the one to look at for whoever may only look. */
export function rosterLinks(publicUrl: string, { edit, view, feed }: OpenedRoster['tokens']) {
  const address = feedAddress(publicUrl, feed);
  return {
    edit: `${publicUrl}/rosters/${edit ?? view}`,
    view: `${publicUrl}/rosters/${view}`,
    feed: address,
    webcal: webcalAddress(address),
  };
}

/** Where the plan of a person is: for whoever may change the roster the link to hand out, else the one to look at. */
export function personPath({ links }: OpenedRoster, ref: string): string | null {
  const tokens = links.get(ref);
  return tokens === undefined ? null : `/plans/${tokens.edit ?? tokens.view}`;
}
