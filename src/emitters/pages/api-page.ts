// The page of the API: each operation with what it takes and how it answers, and the shapes by name.

import { renderTemplate } from '../templates.ts';
import { type Frame, frameView } from './frame.ts';
import { apiWordsOf } from './words/api-words.ts';

/** A value that is sent or answered. */
export interface FieldView {
  readonly name: string;
  readonly isRequired: boolean;
  /** In words: `string`, `array of Route`, `open | running`. */
  readonly type: string;
  /** Of the named shape that `type` speaks of; null: none. */
  readonly href: string | null;
  readonly text: string;
}

export interface AnswerView {
  readonly status: string;
  readonly text: string;
  /** The shape of its body; null: it has none, or one without a name. */
  readonly shape: { readonly name: string; readonly href: string | null } | null;
}

export interface OperationView {
  readonly anchor: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly FieldView[];
  /** Null: it takes no body. */
  readonly body: {
    readonly types: readonly string[];
    readonly fields: readonly FieldView[];
    readonly example: string | null;
  } | null;
  readonly answers: readonly AnswerView[];
}

export interface ShapeView {
  readonly anchor: string;
  readonly name: string;
  readonly text: string;
  /** Of a shape that has no fields: what it is. */
  readonly type: string;
  readonly fields: readonly FieldView[];
}

export interface ApiPage {
  readonly frame: Frame;
  readonly documentHref: string;
  readonly lead: string;
  readonly groups: readonly { readonly title: string; readonly operations: readonly OperationView[] }[];
  readonly shapes: readonly ShapeView[];
}

export function renderApiPage(page: ApiPage): string {
  const words = apiWordsOf(page.frame.locale);
  return renderTemplate('pages/api', { ...frameView(page.frame, words.title), words, page });
}
