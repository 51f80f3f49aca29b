// What became of a note on many people at once: who is noted, who is not and why, and the way to take it back.

import { renderTemplate } from '../../templates.ts';
import { type Frame, frameView } from '../frame.ts';
import type { ManyMarkKind } from '../words/roster-page-words.ts';
import { rosterPageWordsOf } from '../words/roster-page-words-of.ts';

export interface MarksPage {
  readonly frame: Frame;
  readonly kind: ManyMarkKind;
  readonly marked: readonly string[];
  readonly refused: readonly { readonly ref: string; readonly texts: readonly string[] }[];
  /** What the form says to take it back, a value for each who was noted. */
  readonly undo: readonly string[];
  readonly action: string;
  readonly boardHref: string;
}

export function renderMarksPage(page: MarksPage): string {
  const words = rosterPageWordsOf(page.frame.locale);
  const title = words.mark.resultTitle[page.kind](page.marked.length);
  return renderTemplate('pages/roster-marks', { ...frameView(page.frame, title), words, page });
}

/** The form could not be carried out for anybody. */
export function renderMarksFaultPage(frame: Frame, text: string, boardHref: string): string {
  const words = rosterPageWordsOf(frame.locale);
  return renderTemplate('pages/roster-fault', {
    ...frameView(frame, words.mark.refusedTitle(0)),
    words,
    text,
    boardHref,
  });
}
