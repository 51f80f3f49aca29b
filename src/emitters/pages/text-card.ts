// A plan as a block of plain text in short lines, to be pasted into a message: WeChat shows no page and no calendar.

import type { Locale } from '../../domain/localized.ts';
import { wordsOf } from '../wording/wording.ts';
import type { PlanView } from './plan-view.ts';
import { pageWordsOf } from './words/page-words-of.ts';
import { takeAlongWordsOf } from './words/take-along-words-of.ts';

/** @param address shows the plan and cannot change it, for a message is passed on. */
export function textCard(view: PlanView, address: string, locale: Locale): string {
  const { card } = takeAlongWordsOf(locale);
  const bounds = (view.bounds?.days ?? []).map(({ label, day }) => card.bound(label, day));
  const steps = view.steps.flatMap(({ number, state, title, actorWord, days }) => [
    card.step(state === 'done' ? '✓' : `${number}.`, title, actorWord),
    days,
  ]);
  const paragraphs = [
    [wordsOf(locale).productName, view.policyTitle, view.verdictSentence],
    [card.today, view.today, ...bounds],
    ...(steps.length === 0 ? [] : [[card.steps, ...steps]]),
    [card.cutoff, card.cutoffDay(view.cutoff.day, view.cutoff.status)],
    [card.link, address],
    [view.asOf, pageWordsOf(locale).site.notOfficial],
  ];
  return paragraphs.map((lines) => lines.join('\n')).join('\n\n');
}
