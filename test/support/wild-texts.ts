// Texts as people, programs and attackers write them, 10 to 2,000 characters long, and a plan that says them wherever
// a plan has a text that somebody else wrote.

import fc from 'fast-check';
import type { Plan } from '../../src/domain/plan.ts';
import { samplePlan, samplePlannedActivity, sampleRoute } from './sample-plan.ts';

const FEWEST_CHARACTERS = 10;
const MOST_CHARACTERS = 2000;

/** What calendar programs stumble over, each beside ordinary words. */
const STUMBLING_BLOCKS = [
  ...[',', ';', ':', '"', '^n', '\\', '\\n', '\\,', '=', '%0D%0A', '\ttab', '  two blanks '],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\n\n\n\n',
    '\r\nX-EVIL:1',
    '\nEND:VEVENT\nBEGIN:VEVENT\n',
    '\r\n folded',
    '\v',
    '\f',
  ],
  // NUL, BEL, DEL, NEL, the Unicode separators, a byte order mark, a noncharacter, lone surrogates.
  ...['\u0000', '\u0007', '\u007f', '\u0085', '\u2028', '\u2029', '\ufeff', '\uffff', '\ud83d', '\udc68'],
  // Marks that turn the direction, and the plain ones.
  ...['\u202e', '\u202a', '\u2066', '\u2069', '\u200e', '\u200f', 'مرحبا', 'שלום'],
  ...['👨‍👩‍👧‍👦', '🏳️‍🌈', '🇨🇳', '👍🏽', '🎫', '𠮷野家', 'e\u0301', '末班车', '居住证签注', 'Lastbus'],
];

/** A text of 10 to 2,000 characters. */
export const wildText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.constantFrom(...STUMBLING_BLOCKS),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 30 }),
      ),
      { minLength: 1, maxLength: 60 },
    ),
    // Short ones, and some that are folded many times.
    fc.constantFrom(1, 1, 1, 5, 40),
  )
  .map(([parts, times]) => {
    const text = parts.join('').repeat(times).slice(0, MOST_CHARACTERS);
    return text.length < FEWEST_CHARACTERS ? text.padEnd(FEWEST_CHARACTERS, '末') : text;
  });

/** Where a plan's calendar says what somebody else wrote. */
const PLACES = [
  'policy',
  'title',
  'place',
  'bring',
  'tip',
  'office',
  'ownCutoff',
  'source',
  'ifMissed',
] as const;

export type WildTexts = Readonly<Record<(typeof PLACES)[number], string>>;

export const wildTexts: fc.Arbitrary<WildTexts> = fc
  .tuple(...PLACES.map(() => wildText))
  .map(
    (texts) =>
      Object.fromEntries(PLACES.map((place, index) => [place, texts[index]])) as unknown as WildTexts,
  );

/** The sample plan; its renewal, its review, its cutoff and its sources say these texts. */
export function planSaying(texts: WildTexts): Plan {
  const both = (text: string) => ({ zh: text, en: text });
  const plan = samplePlan();
  const activities = sampleRoute().activities.map((activity) => {
    if (activity.id === 'points-review') return { ...activity, title: both(texts.office) };
    if (activity.id !== 'renew-permit') return activity;
    return samplePlannedActivity({
      title: both(texts.title),
      place: both(texts.place),
      bring: [both(texts.bring), ...activity.bring],
      tips: [both(texts.tip)],
    });
  });
  const sources = new Map(
    [...plan.sources].map(([id, source]) => [id, { ...source, title: both(texts.source) }] as const),
  );
  return {
    ...plan,
    policy: { ...plan.policy, title: both(texts.policy) },
    routes: [sampleRoute({ activities })],
    cutoff: { ...plan.cutoff, isOwn: true, source: texts.ownCutoff },
    ifMissed: { coverFrom: null, text: both(texts.ifMissed), source: 'pattern' },
    sources,
  };
}
