// The English catalogue of what a family takes along.

import type { TakeAlongWords } from './take-along-words.ts';

export const takeAlongEn: TakeAlongWords = {
  title: 'For family or HR',
  lead: 'The text and the link below show the plan and cannot change it. Send them to whom you like.',
  hint: 'A text to paste into WeChat, a link to look at only, a QR code.',
  backToPlan: 'Back to the plan',
  cardTitle: 'Text for a message',
  cardHint:
    'Copy it and paste it into WeChat or a text message. When days move copy it again; the link always has the latest.',
  linkTitle: 'View-only link',
  linkHint: 'Whoever opens it sees your answers and the days of each step, and cannot change them.',
  qrLabel: 'QR code of the view-only link',
  qrHint: 'Let the other phone scan it, or send it as a screenshot.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied: please select the text and copy it yourself',
  printTitle: 'Print it on one sheet',
  printHint:
    'Print the page of the plan with your browser: one A4 sheet with the days of each step, what to bring, and a QR code.',
  card: {
    today: '▶ Today',
    steps: '▶ Step by step',
    step: (number, title, actor) => `${number} ${title} (${actor})`,
    cutoff: '▶ Cutoff',
    cutoffDay: (day, status) => `${day} (${status})`,
    link: '▶ Open the plan (to look at only)',
    bound: (label, day) => `${label}: ${day}`,
  },
  sheet: {
    step: 'Step',
    who: 'Who',
    days: 'Days',
    what: 'Where, and what to bring',
    qr: 'Scan for the latest days',
    lastBus: (day, status) => `Last bus: ${day} (${status})`,
  },
};
