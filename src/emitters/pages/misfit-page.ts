// The page of a stored plan that can no longer be made: what the rules ask now, and a form to answer it.

import type { Localized } from '../../domain/localized.ts';
import { renderTemplate } from '../templates.ts';
import { wordsOf } from '../wording/wording.ts';
import type { FieldView } from './field-view.ts';
import { type Frame, frameView } from './frame.ts';
import { pageWordsOf } from './words/page-words-of.ts';

export interface MisfitPage {
  readonly frame: Frame;
  readonly policyTitle: Localized;
  /** Below this path the answers are posted; null for somebody who may only look. */
  readonly actions: string | null;
  readonly first: readonly FieldView[];
  readonly more: readonly FieldView[];
  readonly otherFaults: readonly string[];
}

export function renderMisfitPage(page: MisfitPage): string {
  const { locale } = page.frame;
  const { misfit } = wordsOf(locale).changes;
  return renderTemplate('pages/misfit', {
    ...frameView(page.frame, misfit.title),
    words: pageWordsOf(locale),
    misfit,
    page,
    text: misfit.text(page.policyTitle[locale]),
  });
}
