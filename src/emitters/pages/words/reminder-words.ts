// The catalogue of what pages say about addresses: who gets reminders, what to do where one does not, how it ends.

import type { Audience, Subscribed, SubscriptionState } from '../../../ports/subscription-store.ts';

/** What has just become of an address, said above the others. */
export type AddressNews = 'mail-sent' | 'already-confirmed' | 'unsubscribed' | 'removed' | 'replacing';

/** Why a mail server refused an address, as far as its answer tells. */
export type RefusalCause = 'no-such-mailbox' | 'no-such-domain' | 'mailbox-full' | 'mailbox-closed' | 'other';

export interface ReminderWords {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly labelOfMore: string;
  readonly button: string;
  readonly news: Readonly<Record<AddressNews, string>>;
  readonly mailFolder: (folder: string) => string;
  readonly addresses: string;
  /** In the place of an address that is erased. */
  readonly erased: string;
  readonly state: Readonly<Record<Exclude<SubscriptionState, 'removed'>, string>>;
  /** What stands beside a state, and what to do. */
  readonly pending: (askedAt: string | null) => string;
  readonly notArrived: string;
  /** It takes the place of another one, which gets reminders until then. */
  readonly replacing: (address: string) => string;
  readonly unsubscribed: string;
  readonly bounced: (cause: RefusalCause) => string;
  /** The very words of the mail server. */
  readonly serverSaid: (reply: string) => string;
  readonly again: string;
  readonly manage: string;
  readonly backup: { readonly text: string; readonly download: string; readonly calendar: string };
  readonly address: {
    readonly title: string;
    readonly replaceTitle: string;
    readonly replaceText: Readonly<Record<'confirmed' | 'other', string>>;
    readonly replaceLabel: string;
    readonly replace: string;
    readonly removeTitle: string;
    readonly removeText: string;
    readonly remove: string;
    readonly back: string;
  };
  readonly confirm: {
    readonly title: string;
    readonly asked: Readonly<Record<Audience, (policyTitle: string, reference: string | null) => string>>;
    /** What will come, a line each. `mornings`: on so many a mail is still to come as things stand. */
    readonly comes: Readonly<Record<Audience, (mornings: number) => readonly string[]>>;
    readonly comesTitle: string;
    readonly replaces: string;
    readonly button: string;
    readonly ignore: string;
    readonly doneTitle: string;
    readonly done: Readonly<Record<Audience, string>>;
  };
  readonly unsubscribe: {
    readonly title: string;
    readonly text: Readonly<Record<Subscribed['kind'], string>>;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: Readonly<Record<Subscribed['kind'], string>>;
    readonly back: {
      readonly title: string;
      readonly text: string;
      readonly label: string;
      readonly button: string;
      readonly anotherAddress: string;
      readonly sentTitle: string;
      readonly sent: string;
    };
  };
}
