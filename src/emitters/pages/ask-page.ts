// One question, alone on a phone's screen: its answers, what it is for, and what has been answered before it. The
// first one is the first page.

import { renderTemplate } from '../templates.ts';
import type { FieldView } from './field-view.ts';
import { type Frame, frameView } from './frame.ts';
import type { CarriedValue, GivenAnswer, PolicyChoices } from './given-answer.ts';
import { askWordsOf } from './words/ask-words-of.ts';
import { pageWordsOf } from './words/page-words-of.ts';

export interface AskPage {
  readonly frame: Frame;
  /** Nothing has been answered yet. */
  readonly isStart: boolean;
  readonly policies: PolicyChoices;
  readonly field: FieldView;
  /** What the address says for who does not know, and what the plan then takes; null: it has to be known. */
  readonly notKnown: { readonly value: string; readonly taken: string | null } | null;
  /** How to write the answer; null: it is chosen. */
  readonly form: string | null;
  readonly monthWillDo: boolean;
  /** Carried by its form: the policy and every other answer. */
  readonly carried: readonly CarriedValue[];
  readonly given: readonly GivenAnswer[];
  /** Answers that were taken for granted on the way here, to be contradicted. */
  readonly taken: readonly GivenAnswer[];
  /** The plan, where there is one already. */
  readonly planHref: string | null;
}

export function renderAskPage(page: AskPage): string {
  const { locale } = page.frame;
  const words = askWordsOf(locale);
  const { question, fault } = page.field;
  return renderTemplate('pages/ask', {
    ...frameView(page.frame, fault === null ? question : words.faultTitle(question)),
    words,
    home: pageWordsOf(locale).home,
    page,
  });
}
