// All questions of a case at once, with everything that is wrong with the answers: for who typed an address by hand,
// and for who changed several answers.

import { renderTemplate } from '../templates.ts';
import type { FieldView } from './field-view.ts';
import { type Frame, frameView } from './frame.ts';
import type { CarriedValue, PolicyChoices } from './given-answer.ts';
import { askWordsOf } from './words/ask-words-of.ts';
import { pageWordsOf } from './words/page-words-of.ts';

export interface AllQuestionsPage {
  readonly frame: Frame;
  readonly policies: PolicyChoices;
  readonly first: readonly FieldView[];
  readonly more: readonly FieldView[];
  readonly otherFaults: readonly string[];
  readonly carried: readonly CarriedValue[];
}

export function renderAllQuestionsPage(page: AllQuestionsPage): string {
  const { locale } = page.frame;
  const words = pageWordsOf(locale);
  const faulty = [...page.first, ...page.more].filter(({ fault }) => fault !== null);
  const faultCount = faulty.length + page.otherFaults.length;
  const title = faultCount > 0 ? words.refusal['invalid-case'].title : words.home.formTitle;
  return renderTemplate('pages/all-questions', {
    ...frameView(page.frame, title),
    words,
    ask: askWordsOf(locale),
    page,
    faulty,
    faultCount,
    hasFaultInMore: page.more.some(({ fault }) => fault !== null),
  });
}
