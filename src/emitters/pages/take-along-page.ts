// The page of what a family passes on: a card of text and a link that shows the plan. Its one script copies.

import type { Plan } from '../../domain/plan.ts';
import { renderTemplate } from '../templates.ts';
import { type Frame, frameView } from './frame.ts';
import { planView } from './plan-view.ts';
import { qrCodeOf } from './qr-code.ts';
import { textCard } from './text-card.ts';
import { takeAlongWordsOf } from './words/take-along-words-of.ts';

export interface TakeAlongPage {
  readonly frame: Frame;
  readonly plan: Plan;
  /** Shows the plan and cannot change it; whole, for people to share. */
  readonly viewAddress: string;
  readonly planHref: string;
  readonly copyScriptHref: string;
}

export function renderTakeAlongPage({ frame, plan, ...page }: TakeAlongPage): string {
  const { locale } = frame;
  const words = takeAlongWordsOf(locale);
  const card = textCard(planView(plan, locale), page.viewAddress, locale);
  return renderTemplate('pages/take-along', {
    ...frameView(frame, words.title),
    words,
    page,
    card,
    cardLines: card.split('\n').length,
    qrCode: qrCodeOf(page.viewAddress),
  });
}
