// The part of a stored plan's page about reminders by mail. Drawn by templates/pages/reminders-section.eta.

import type { Locale } from '../../domain/localized.ts';
import type { ListedSubscription } from '../../ports/subscription-store.ts';
import { reachOf } from '../reach.ts';
import { MAIL_LINKS_NOTE } from '../wording/reach-words.ts';
import { type AddressView, addressViews } from './addresses-view.ts';
import type { AddressNews, ReminderWords } from './words/reminder-words.ts';
import { reminderWordsOf } from './words/reminder-words-of.ts';

export interface RemindersSection {
  readonly subscriptions: readonly ListedSubscription[];
  /** Where an address is posted to; below it stands a page for each, by its id. */
  readonly action: string;
  readonly downloadHref: string;
  readonly calendarHref: string;
  /** Where mails are only written to; null when they are really sent. */
  readonly mailFolder: string | null;
  /** Where the server is reached: mails lead there. */
  readonly publicUrl: string;
  readonly news: AddressNews | null;
  /** What is wrong with the address that was typed; null: nothing. */
  readonly mishap: { readonly typed: string; readonly fault: string } | null;
}

export interface RemindersView extends RemindersSection {
  readonly words: ReminderWords;
  readonly addresses: readonly AddressView[];
  /** That the links in mails do not open everywhere; null: they do, or no mail is sent. */
  readonly linkNote: string | null;
  /** What has just happened, in words; null: nothing. */
  readonly newsText: string | null;
  /** Whether somebody counts on mails that do not come yet. */
  readonly needsBackup: boolean;
}

/** Of a mail that is only written to a folder nobody is told that it is on its way. */
export function newsOf(
  { news, mailFolder }: Pick<RemindersSection, 'news' | 'mailFolder'>,
  words: ReminderWords,
): string | null {
  if (news === null) return null;
  const isMailed = news === 'mail-sent' || news === 'replacing';
  return isMailed && mailFolder !== null ? words.mailFolder(mailFolder) : words.news[news];
}

export function remindersView(section: RemindersSection, locale: Locale, zone: string): RemindersView {
  const words = reminderWordsOf(locale);
  const reach = reachOf(section.publicUrl);
  const addresses = addressViews(section.subscriptions, 'family', locale, zone);
  return {
    ...section,
    words,
    linkNote: reach === 'everywhere' || section.mailFolder !== null ? null : MAIL_LINKS_NOTE[reach][locale],
    newsText: newsOf(section, words),
    addresses,
    needsBackup: addresses.length > 0 && !addresses.some(({ state }) => state === 'confirmed'),
  };
}
