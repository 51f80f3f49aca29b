// Pages that say one thing: confirmations, farewells, refusals.

import { renderTemplate } from '../templates.ts';
import { type Frame, frameView } from './frame.ts';
import type { Notice, Refusal } from './words/page-words.ts';
import { pageWordsOf } from './words/page-words-of.ts';

export interface NoticePage {
  readonly frame: Frame;
  readonly notice: Notice;
  /** Where its button posts to; the page has none without. */
  readonly action: string | null;
  /** What its box is called in the form; left out: it has none. */
  readonly optionName?: string;
  /** The e-mail address that it is about; null: none. */
  readonly address: string | null;
  /** Where the reader came from and may want to go back to; null: the first page is offered. */
  readonly backHref: string | null;
  /** Something to do before the button is pressed; left out: nothing. */
  readonly before?: { readonly href: string; readonly label: string };
  /** What else is to be known of this one; left out: nothing. */
  readonly note?: string | undefined;
}

export function renderNoticePage(page: NoticePage): string {
  const { frame, notice, action, optionName, address, backHref } = page;
  const { title, text, button, option } = pageWordsOf(frame.locale).notice[notice];
  const hasOption = optionName !== undefined && option !== undefined;
  return renderTemplate('pages/notice', {
    ...frameView(frame, title),
    text,
    address,
    backHref,
    before: page.before ?? null,
    note: page.note ?? null,
    form:
      action === null || button === null
        ? null
        : { action, button, option: hasOption ? { name: optionName, label: option } : null },
  });
}

export function renderRefusalPage(frame: Frame, refusal: Refusal): string {
  const { title, text } = pageWordsOf(frame.locale).refusal[refusal];
  return renderSentencePage(frame, title, text);
}

/** A page that says one thing and offers nothing but the first page. */
export function renderSentencePage(frame: Frame, title: string, text: string): string {
  return renderTemplate('pages/notice', {
    ...frameView(frame, title),
    text,
    address: null,
    backHref: null,
    before: null,
    note: null,
    form: null,
  });
}

export interface QuestionPage {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  /** Where its one button posts to. */
  readonly action: string;
  readonly button: string;
  readonly backHref: string;
}

/** A page that asks before something is done, in words of its own. */
export function renderQuestionPage({ frame, title, text, action, button, backHref }: QuestionPage): string {
  return renderTemplate('pages/notice', {
    ...frameView(frame, title),
    text,
    address: null,
    backHref,
    before: null,
    note: null,
    form: { action, button, option: null },
  });
}
