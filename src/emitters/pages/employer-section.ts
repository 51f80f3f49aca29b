// The part of a stored plan's page about the employer's step: the text for HR, the link, the addresses of HR. Drawn by
// templates/pages/employer-section.eta.

import { employerStepOf } from '../../domain/employer-step.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { ListedSubscription } from '../../ports/subscription-store.ts';
import { employerText } from '../employer-text.ts';
import type { EmployerWords } from '../wording/employer-words.ts';
import { employerWordsOf } from '../wording/employer-words-of.ts';
import { type AddressView, addressViews } from './addresses-view.ts';
import type { AddressNews, ReminderWords } from './words/reminder-words.ts';
import { reminderWordsOf } from './words/reminder-words-of.ts';

export interface EmployerSection {
  readonly subscriptions: readonly ListedSubscription[];
  /** Where HR sees and marks the step; null: no link was given out. */
  readonly link: string | null;
  /** Below it the link is given out or renewed, and addresses are posted to. */
  readonly action: string;
  /** What has just become of an address or of the link; null: nothing. */
  readonly news: AddressNews | 'step-renewed' | null;
  /** Where mails are only written to; null when they are really sent. */
  readonly mailFolder: string | null;
  /** What was typed of HR and cannot be taken; null: nothing. */
  readonly mishap: {
    readonly typed: string;
    readonly reference: string;
    readonly isAddress: boolean;
    readonly isReference: boolean;
  } | null;
  readonly copyScriptHref: string;
}

/** So many half-width characters fit into a line of the text field on a phone. */
const LINE_WIDTH = 30;

export interface EmployerView extends Omit<EmployerSection, 'news'> {
  readonly words: EmployerWords;
  readonly reminders: ReminderWords;
  /** Null: the step is done, and there is nothing to pass on. */
  readonly text: string | null;
  readonly lines: number;
  readonly addresses: readonly AddressView[];
  readonly newsText: string | null;
}

/** Null: the employer has no part in the plan. */
export function employerView(plan: Plan, section: EmployerSection, locale: Locale): EmployerView | null {
  const { subscriptions, link, news, mailFolder } = section;
  const addresses = addressViews(subscriptions, 'employer', locale, plan.policy.zone);
  const activity = employerStepOf(plan);
  if (activity === undefined && addresses.length === 0) return null;
  const text =
    activity === undefined || activity.state === 'done' ? null : employerText(plan, activity, link, locale);
  return {
    ...section,
    words: employerWordsOf(locale),
    reminders: reminderWordsOf(locale),
    text,
    lines: linesOf(text ?? ''),
    addresses,
    newsText: newsOf(news, mailFolder, locale),
  };
}

function newsOf(news: EmployerSection['news'], mailFolder: string | null, locale: Locale): string | null {
  if (news === null) return null;
  if (news === 'step-renewed') return employerWordsOf(locale).section.renewed;
  const words = reminderWordsOf(locale);
  const isMailed = news === 'mail-sent' || news === 'replacing';
  return isMailed && mailFolder !== null ? words.mailFolder(mailFolder) : words.news[news];
}

/** How many lines the text takes where it is narrowest: all of it is to be seen, the link at its end above all. */
function linesOf(text: string): number {
  const widths = text.split('\n').map((line) => line.length + (line.match(/[\u2e80-\uffff]/g)?.length ?? 0));
  return widths.reduce((lines, width) => lines + Math.max(1, Math.ceil(width / LINE_WIDTH)), 1);
}
