// The use cases of stored rosters, as the face that adapters call.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { RosterLinkKind } from '../../ports/roster-store.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CalendarFile, SubscribeOptions, SubscribeOutcome } from '../lastbus.ts';
import {
  type ChangeRosterOutcome,
  changeRoster,
  removePeople,
  removeRoster,
  renewRosterLinks,
} from './change-roster.ts';
import { createRoster, type NewRoster } from './create-roster.ts';
import { type ManyMarks, type MarkManyOutcome, markPeople } from './mark-people.ts';
import { type OpenedRoster, openRoster } from './open-roster.ts';
import { publishRosterCalendar } from './publish-roster-calendar.ts';
import { removeRosterAddress, subscribeToRoster } from './roster-addresses.ts';
import type { RosterSettings } from './roster-settings.ts';
import type { UploadOutcome } from './upload.ts';
import { uploadAgain } from './upload-again.ts';

export interface Rosters {
  readonly create: (given: NewRoster) => Promise<UploadOutcome>;
  /** The board behind an edit or view token, as of `asOf` (null: today); undefined for an unknown token. */
  readonly open: (token: string, asOf: Day | null) => Promise<OpenedRoster | undefined>;
  readonly uploadAgain: (token: string, octets: AsyncIterable<Uint8Array>) => Promise<UploadOutcome>;
  readonly mark: (token: string, marks: ManyMarks) => Promise<MarkManyOutcome>;
  readonly change: (token: string, changes: Partial<RosterSettings>) => Promise<ChangeRosterOutcome>;
  readonly removePeople: (token: string, refs: readonly string[]) => Promise<ChangeRosterOutcome>;
  readonly renewLinks: (token: string, kinds: readonly RosterLinkKind[]) => Promise<ChangeRosterOutcome>;
  readonly remove: (token: string) => Promise<'removed' | 'view-only' | 'unknown'>;
  /** Whether a plan is a person's of a roster, so that its pages can say who made it. */
  readonly holdsPlan: (planId: string) => Promise<boolean>;
  /** An address that asks for its digest; see `Lastbus.subscribe`. */
  readonly subscribe: (
    token: string,
    address: unknown,
    locale: Locale,
    options?: Pick<SubscribeOptions, 'replaces' | 'client'>,
  ) => Promise<SubscribeOutcome>;
  readonly removeAddress: (
    token: string,
    subscriptionId: string,
  ) => Promise<'removed' | 'view-only' | 'unknown'>;
  /** HR's own days; undefined for an unknown token. */
  readonly publishCalendar: (feedToken: string) => Promise<CalendarFile | undefined>;
}

export function createRosters(dependencies: Dependencies): Rosters {
  return {
    create: (given) => createRoster(dependencies, given),
    open: (token, asOf) => openRoster(dependencies, token, asOf),
    uploadAgain: (token, octets) => uploadAgain(dependencies, token, octets),
    mark: (token, marks) => markPeople(dependencies, token, marks),
    change: (token, changes) => changeRoster(dependencies, token, changes),
    removePeople: (token, refs) => removePeople(dependencies, token, refs),
    renewLinks: (token, kinds) => renewRosterLinks(dependencies, token, kinds),
    remove: (token) => removeRoster(dependencies, token),
    holdsPlan: async (planId) => (await dependencies.rosterStore.findOfPlan(planId)) !== undefined,
    subscribe: (token, address, locale, options) =>
      subscribeToRoster(dependencies, token, address, locale, options),
    removeAddress: (token, subscriptionId) => removeRosterAddress(dependencies, token, subscriptionId),
    publishCalendar: (feedToken) => publishRosterCalendar(dependencies, feedToken),
  };
}
