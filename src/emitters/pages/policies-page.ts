// The page of all policies: which places and years are known, how sure, and when somebody last looked.

import { renderTemplate } from '../templates.ts';
import { type Frame, frameView } from './frame.ts';
import { policyWordsOf } from './words/policy-words-of.ts';

export interface PolicyRow {
  readonly title: string;
  readonly href: string;
  readonly isProjected: boolean;
  readonly statusWord: string;
  readonly isPlannable: boolean;
  readonly offers: string;
  readonly verified: string;
  /** What has not been checked for a year; null: all was. */
  readonly stale: string | null;
}

export interface PoliciesPage {
  readonly frame: Frame;
  readonly places: readonly { readonly name: string; readonly policies: readonly PolicyRow[] }[];
}

export function renderPoliciesPage(page: PoliciesPage): string {
  const words = policyWordsOf(page.frame.locale);
  return renderTemplate('pages/policies', { ...frameView(page.frame, words.list.title), words, page });
}
