// The pages behind the links of mails: to confirm an address, to end it, and to take that back. Each says of what
// it is and what follows, before anything is pressed.

import type { Localized } from '../../domain/localized.ts';
import type { Subscription } from '../../ports/subscription-store.ts';
import { renderTemplate } from '../templates.ts';
import { type Frame, frameView } from './frame.ts';
import { renderSentencePage } from './notice-page.ts';
import { reminderWordsOf } from './words/reminder-words-of.ts';

export interface ConfirmPage {
  readonly frame: Frame;
  readonly subscription: Pick<Subscription, 'address' | 'audience' | 'reference' | 'replaces' | 'state'>;
  readonly policyTitle: Localized;
  /** On how many mornings a mail is still to come. */
  readonly mornings: number;
  readonly action: string;
}

/** Asks, or says that it is done: what stands counts, and not what was pressed. */
export function renderConfirmPage(page: ConfirmPage): string {
  const { frame, subscription, policyTitle, mornings, action } = page;
  const words = reminderWordsOf(frame.locale).confirm;
  const { address, audience, reference, replaces, state } = subscription;
  const isDone = state === 'confirmed';
  return renderTemplate('pages/confirm', {
    ...frameView(frame, isDone ? words.doneTitle : words.title),
    words,
    address,
    asked: words.asked[audience](policyTitle[frame.locale], reference),
    comes: words.comes[audience](mornings),
    done: isDone ? words.done[audience] : null,
    replaces: replaces !== null,
    action,
  });
}

export interface UnsubscribePage {
  readonly frame: Frame;
  readonly subscription: Pick<Subscription, 'of' | 'address' | 'state'>;
  /** Where the button posts to, or the form that takes it back; null: neither is offered. */
  readonly action: string | null;
  /** What was typed to subscribe again and is another address; null: nothing. */
  readonly anotherAddress: string | null;
}

export function renderUnsubscribePage(page: UnsubscribePage): string {
  const { frame, subscription, action, anotherAddress } = page;
  const words = reminderWordsOf(frame.locale).unsubscribe;
  const { of, state } = subscription;
  const isDone = state === 'unsubscribed';
  return renderTemplate('pages/unsubscribe', {
    ...frameView(frame, isDone ? words.doneTitle : words.title),
    words,
    address: subscription.address,
    told: (isDone ? words.done : words.text)[of.kind],
    isDone,
    action,
    anotherAddress,
  });
}

/** After somebody who had unsubscribed asked to be asked anew. */
export function renderAskedAgainPage(frame: Frame): string {
  const { sentTitle, sent } = reminderWordsOf(frame.locale).unsubscribe.back;
  return renderSentencePage(frame, sentTitle, sent);
}
