// The page of a plan's history: what changed, when and why, the newest on top.

import type { Day } from '../../domain/day.ts';
import { formatDay } from '../../domain/day.ts';
import type { Localized } from '../../domain/localized.ts';
import { type ChangeView, changeView, type ToldChange } from '../change-view.ts';
import { renderTemplate } from '../templates.ts';
import { whatIfWordsOf } from '../what-if/words/what-if-words-of.ts';
import { dayWords } from '../wording/day-words.ts';
import { wordsOf } from '../wording/wording.ts';
import { type Frame, frameView } from './frame.ts';

export interface PlanHistoryPage {
  readonly frame: Frame;
  readonly policyTitle: Localized;
  readonly today: Day;
  /** The newest first. */
  readonly versions: readonly {
    readonly on: Day;
    /** Null: the first version. */
    readonly change: ToldChange | null;
    /** Whether anybody wrote down what it said. */
    readonly isKnown: boolean;
  }[];
  readonly planHref: string;
}

interface VersionView {
  readonly on: string;
  readonly dateTime: string;
  readonly title: string;
  /** Null: there is nothing to compare. */
  readonly change: ChangeView | null;
}

export function renderPlanHistoryPage({
  frame,
  policyTitle,
  today,
  versions,
  planHref,
}: PlanHistoryPage): string {
  const { locale } = frame;
  const words = wordsOf(locale);
  const { history } = words.changes;
  const views = versions.map(({ on, change, isKnown }): VersionView => {
    const told = change === null ? null : changeView(change, locale);
    return {
      on: dayWords(on, locale, today),
      dateTime: formatDay(on),
      title: titleOf(change, told, isKnown, history),
      change: told,
    };
  });
  return renderTemplate('pages/plan-history-page', {
    ...frameView(frame, history.title),
    words,
    history,
    policyTitle: policyTitle[locale],
    versions: views,
    planHref,
    comparing: whatIfWordsOf(locale),
  });
}

function titleOf(
  change: ToldChange | null,
  told: ChangeView | null,
  isKnown: boolean,
  history: ReturnType<typeof wordsOf>['changes']['history'],
): string {
  if (change === null || told === null) return history.made;
  if (!isKnown) return history.notWritten;
  if (change.after === null) return history.misfit;
  if (change.before === null) return history.standsAgain;
  return told.moves.length > 0 ? history.moved : history.nothingMoved;
}
