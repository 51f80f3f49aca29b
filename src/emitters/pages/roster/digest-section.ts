// The part of a roster's page about its digest by mail: the addresses, and the form for one more. Drawn by
// templates/pages/roster-digest.eta.

import type { Locale } from '../../../domain/localized.ts';
import type { ListedSubscription } from '../../../ports/subscription-store.ts';
import { reachOf } from '../../reach.ts';
import { MAIL_LINKS_NOTE } from '../../wording/reach-words.ts';
import { type AddressView, addressViews } from '../addresses-view.ts';
import { newsOf } from '../reminders-section.ts';
import type { AddressNews, ReminderWords } from '../words/reminder-words.ts';
import { reminderWordsOf } from '../words/reminder-words-of.ts';

export interface DigestSection {
  readonly subscriptions: readonly ListedSubscription[];
  /** In which times are told. */
  readonly zone: string;
  /** Where an address is posted to; below it stand `again` and `remove` of each, by its id. */
  readonly action: string;
  /** Where mails are only written to; null when they are really sent. */
  readonly mailFolder: string | null;
  /** Where the server is reached: mails lead there. */
  readonly publicUrl: string;
  readonly news: AddressNews | null;
  /** What is wrong with the address that was typed; null: nothing. */
  readonly mishap: { readonly typed: string; readonly fault: string } | null;
}

export interface DigestView extends DigestSection {
  readonly words: ReminderWords;
  readonly addresses: readonly AddressView[];
  /** That the links in mails do not open everywhere; null: they do, or no mail is sent. */
  readonly linkNote: string | null;
  readonly newsText: string | null;
}

export function digestView(section: DigestSection, locale: Locale): DigestView {
  const words = reminderWordsOf(locale);
  const reach = reachOf(section.publicUrl);
  return {
    ...section,
    words,
    addresses: addressViews(section.subscriptions, 'roster', locale, section.zone),
    linkNote: reach === 'everywhere' || section.mailFolder !== null ? null : MAIL_LINKS_NOTE[reach][locale],
    newsText: newsOf(section, words),
  };
}
