// The catalogue of the calendar page.

import type { GuideId, Surety } from '../calendar-guides.ts';

export interface GuideWords {
  readonly name: string;
  /** What it is for, in a few words behind the name: to subscribe, or a file. */
  readonly way: string;
  readonly steps: readonly string[];
  /** Where the program keeps its switch for alerts. */
  readonly alerts: string;
  /** How often it looks for changes. */
  readonly refresh: string;
}

/** What tells the two kinds apart, in the same three lines. */
interface KindWords {
  readonly title: string;
  readonly whenPlanChanges: string;
  readonly alarms: string;
  readonly suits: string;
}

export interface CalendarWords {
  readonly title: string;
  /** The way into each of the two kinds, by what somebody has in hand. */
  readonly whichWay: readonly { readonly kind: 'feed' | 'file'; readonly text: string }[];
  readonly backToPlan: string;
  readonly renewed: string;
  readonly noPromise: string;
  readonly toReminders: string;
  readonly askOwner: string;
  readonly weChatTitle: string;
  readonly weChat: string;
  readonly whenPlanChanges: string;
  readonly alarms: string;
  readonly suits: string;
  readonly feed: KindWords;
  readonly file: KindWords;
  readonly apple: string;
  readonly google: string;
  readonly outlook: string;
  readonly microsoft365: string;
  readonly appleHint: string;
  readonly hostedHint: string;
  /** What an address that is not public and https cannot do. */
  readonly reach: Readonly<Record<'unencrypted' | 'network' | 'machine', string>>;
  readonly address: string;
  readonly addressHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly qrTitle: string;
  readonly qrHint: string;
  readonly qrLabel: string;
  readonly download: string;
  readonly downloadHint: string;
  readonly oneByOne: string;
  readonly oneByOneHint: string;
  /** Said where the calendar speaks another language than the page. */
  readonly otherLanguage: string;
  readonly guideTitle: string;
  readonly guideLead: string;
  readonly howTo: string;
  readonly alerts: string;
  readonly refresh: string;
  readonly surety: Readonly<Record<Surety, string>>;
  readonly guide: Readonly<Record<GuideId, GuideWords>>;
  readonly renewTitle: string;
  readonly renewText: string;
  readonly renew: string;
}
