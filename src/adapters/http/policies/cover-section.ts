// From when a payment gives cover.

import type { SectionView } from '../../../emitters/pages/policy-page.ts';
import { countedWords, coverFromWords } from './day-rule-words.ts';
import { said, type Telling } from './telling.ts';

export function coverSection(telling: Telling): SectionView | null {
  const { policy, words, say, ref, only, day } = telling;
  if (policy.coverage === null) return null;
  const { rules, until } = policy.coverage;
  const line = (label: string, text: string) => ({ label, text, note: null, ref: null });
  return {
    id: 'cover',
    ...words.section.cover,
    blocks: [
      {
        kind: 'said',
        title: words.coverUntil(day(until)),
        said: rules.map(({ when, paidUntil, coverFrom, text, source }) => {
          const condition = only(when);
          return said({
            text: say(text),
            ref: ref(source),
            lines: [
              ...(condition === null ? [] : [line(words.cover.forWhom, condition)]),
              ...(paidUntil === null
                ? []
                : [line(words.cover.paid, words.cover.paidUntil(countedWords(paidUntil, telling)))]),
              line(words.cover.from, coverFromWords(coverFrom, telling)),
            ],
          });
        }),
      },
    ],
  };
}
