// The page of one policy: everything it says, each value with the number of its source. What stands here is ready
// to be drawn; whoever knows policies makes it.

import type { Confidence } from '../../domain/provenance.ts';
import { renderTemplate } from '../templates.ts';
import { type Frame, frameView } from './frame.ts';
import { policyWordsOf } from './words/policy-words-of.ts';

/** The way from a value to its source. */
export interface SourceRef {
  readonly number: number;
  readonly confidence: Confidence;
  readonly isStale: boolean;
  /** For those who do not see the mark. */
  readonly label: string;
}

export interface CellView {
  readonly text: string;
  /** Null where nothing is said that would need one. */
  readonly ref: SourceRef | null;
  readonly notes: readonly string[];
  /** It says that nothing is known; left out where rows are stacked, to be read faster. */
  readonly isAbsent: boolean;
}

export interface TableView {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: CellView; readonly cells: readonly CellView[] }[];
}

export interface LineView {
  readonly text: string;
  readonly note: string | null;
  readonly ref: SourceRef | null;
}

export interface LabelledView {
  readonly label: string;
  readonly values: readonly LineView[];
}

/** One thing that is told, with what belongs to it on lines of their own. */
export interface SaidView {
  readonly title: string | null;
  readonly tag: string | null;
  readonly text: string | null;
  readonly ref: SourceRef | null;
  readonly lines: readonly LabelledView[];
  /** In their order; empty: none. */
  readonly steps: readonly string[];
  /** Its lines are folded under its title. */
  readonly isFolded: boolean;
}

export type BlockView =
  | { readonly kind: 'table'; readonly table: TableView }
  | { readonly kind: 'said'; readonly title: string | null; readonly said: readonly SaidView[] };

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly help: string | null;
  readonly blocks: readonly BlockView[];
}

export interface PolicySourceView extends SourceRef {
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly address: string | null;
  /** Where the address leads; null: it is text and no address of a page. */
  readonly href: string | null;
  readonly confidenceWord: string;
  readonly verified: string;
}

export interface PolicyPage {
  readonly frame: Frame;
  readonly title: string;
  readonly statusWord: string;
  readonly verified: string;
  /** Said on top: that it is projected, cannot be planned by, has not been checked for long. */
  readonly cautions: readonly string[];
  /** Null: no plan can be made by it. */
  readonly planHref: string | null;
  readonly listHref: string;
  readonly sections: readonly SectionView[];
  readonly sources: readonly PolicySourceView[];
  readonly legend: readonly { readonly confidence: Confidence; readonly word: string }[];
}

export function renderPolicyPage(page: PolicyPage): string {
  const words = policyWordsOf(page.frame.locale);
  return renderTemplate('pages/policy', { ...frameView(page.frame, page.title), words, page });
}
