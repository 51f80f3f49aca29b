// The page on which an address of a plan is replaced or removed, and what happens then.

import { renderTemplate } from '../templates.ts';
import type { AddressView } from './addresses-view.ts';
import { type Frame, frameView } from './frame.ts';
import { reminderWordsOf } from './words/reminder-words-of.ts';

export interface AddressPage {
  readonly frame: Frame;
  readonly address: AddressView;
  /** Below it stand `again`, `replace` and `remove`. */
  readonly action: string;
  readonly planHref: string;
  /** What is wrong with the new address; null: nothing. */
  readonly mishap: { readonly typed: string; readonly fault: string } | null;
}

export function renderAddressPage(page: AddressPage): string {
  const words = reminderWordsOf(page.frame.locale);
  const { state } = page.address;
  return renderTemplate('pages/address-page', {
    ...frameView(page.frame, words.address.title),
    words,
    page,
    replaceText: words.address.replaceText[state === 'confirmed' ? 'confirmed' : 'other'],
  });
}
