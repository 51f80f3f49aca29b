// What became of HR's file. It is said once, as the answer to the upload, and stored nowhere.

import { renderTemplate } from '../../templates.ts';
import { type Frame, frameView } from '../frame.ts';
import { rosterPageWordsOf } from '../words/roster-page-words-of.ts';
import { type FaultLine, faultsView } from './fault-lines.ts';

/** What the file says anew of somebody, as lines. */
export interface PersonLines {
  readonly ref: string;
  readonly lines: readonly string[];
}

export interface UploadPage {
  readonly frame: Frame;
  readonly planned: number;
  /** The board. */
  readonly boardHref: string;
  /** The whole address of a roster that was just made, to keep; null: it was there before. */
  readonly keep: string | null;
  readonly faults: readonly FaultLine[];
  readonly unused: readonly string[];
  readonly added: number;
  readonly unchanged: number;
  readonly changed: readonly PersonLines[];
  readonly kept: readonly PersonLines[];
  readonly refused: readonly PersonLines[];
  readonly absent: readonly string[];
  /** Where people are taken out. */
  readonly removeAction: string;
}

export function renderUploadPage(page: UploadPage): string {
  const words = rosterPageWordsOf(page.frame.locale);
  return renderTemplate('pages/roster-upload', {
    ...frameView(page.frame, words.upload.title(page.planned)),
    words,
    page,
    faults: faultsView(page.faults, words),
  });
}
