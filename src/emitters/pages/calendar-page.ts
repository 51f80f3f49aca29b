// The page that brings a stored plan into a calendar: to subscribe, to download, and how each program does it.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { renderTemplate } from '../templates.ts';
import { dayWords } from '../wording/day-words.ts';
import { CALENDAR_GUIDES, type CalendarGuide, type Surety } from './calendar-guides.ts';
import { type Frame, frameView, languageTagOf } from './frame.ts';
import { qrCodeOf } from './qr-code.ts';
import type { CalendarWords } from './words/calendar-words.ts';
import { calendarWordsOf } from './words/calendar-words-of.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import { reminderWordsOf } from './words/reminder-words-of.ts';

export interface SubscriptionLinks {
  /** From where the address can be reached: what is offered, and what is said about it. */
  readonly reach: 'everywhere' | 'unencrypted' | 'network' | 'machine';
  readonly address: string;
  readonly webcal: string;
  /** Of calendars that fetch with servers of their own; null where those cannot reach us. */
  readonly hosted: {
    readonly google: string;
    readonly outlook: string;
    readonly microsoft365: string;
  } | null;
}

export interface CalendarPage {
  readonly frame: Frame;
  readonly policyTitle: string;
  /** Days of its year are said without it. */
  readonly today: Day;
  readonly planHref: string;
  /** Where an address for reminders is given; null for somebody who may only look. */
  readonly remindersHref: string | null;
  /** Where mails are only written to; null when they are really sent. */
  readonly mailFolder: string | null;
  readonly subscription: SubscriptionLinks;
  readonly downloadHref: string;
  /** The language of the calendar: that in which the plan was saved. */
  readonly calendarLocale: Locale;
  readonly entries: readonly { readonly title: string; readonly day: Day; readonly href: string }[];
  /** Where a new subscription address is asked for; null for somebody who may only look. */
  readonly renewHref: string | null;
  /** What has just been renewed, said on top; null: nothing. */
  readonly renewed: 'feed' | 'both' | null;
  readonly copyScriptHref: string;
}

export function renderCalendarPage(page: CalendarPage): string {
  const { frame, subscription, entries } = page;
  const words = calendarWordsOf(frame.locale);
  const { reach, webcal, hosted } = subscription;
  return renderTemplate('pages/calendar', {
    ...frameView(frame, words.title),
    words,
    page,
    news: page.renewed === null ? null : renewedSentence(page.renewed, frame.locale),
    mailNote:
      page.mailFolder === null || page.remindersHref === null
        ? null
        : reminderWordsOf(frame.locale).mailFolder(page.mailFolder),
    languageNote: page.calendarLocale === frame.locale ? null : words.otherLanguage,
    calendarLanguageTag: languageTagOf(page.calendarLocale),
    reachNote: reach === 'everywhere' ? null : words.reach[reach],
    whichWay: words.whichWay.filter(({ kind }) => kind === 'file' || reach !== 'machine'),
    // A phone cannot reach an address that only its server's own machine knows.
    qrCode: reach === 'machine' ? null : qrCodeOf(webcal),
    entries: entries.map((entry) => ({ ...entry, day: dayWords(entry.day, frame.locale, page.today) })),
    guides: CALENDAR_GUIDES.filter(({ fetchesFromOutside }) => !fetchesFromOutside || hosted !== null).map(
      (guide) => guideView(guide, words),
    ),
  });
}

function renewedSentence(renewed: 'feed' | 'both', locale: Locale): string {
  return renewed === 'feed' ? calendarWordsOf(locale).renewed : pageWordsOf(locale).stored.bothRenewed;
}

function guideView({ id, sureties }: CalendarGuide, words: CalendarWords) {
  const said = (surety: Surety | null) => surety && words.surety[surety];
  const { steps, alerts, refresh } = sureties;
  return {
    id,
    ...words.guide[id],
    sureties: { steps: said(steps), alerts: said(alerts), refresh: said(refresh) },
  };
}
