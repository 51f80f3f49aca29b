// What else goes by the same papers, and the year it was reported for.

import type { SectionView } from '../../../emitters/pages/policy-page.ts';
import { said, type Telling } from './telling.ts';

export function relatedDatesSection(telling: Telling): SectionView | null {
  const { policy, words, say, ref, only } = telling;
  if (policy.relatedDates.length === 0) return null;
  const dates = policy.relatedDates.map(({ title, days, reportedFor, when, source }) => {
    const condition = only(when);
    const line = (label: string, text: string) => ({ label, text, note: null, ref: null });
    return said({
      title: say(title),
      text: say(days),
      ref: ref(source),
      lines: [
        line(words.reportedFor, String(reportedFor)),
        ...(condition === null ? [] : [line(words.cover.forWhom, condition)]),
      ],
    });
  });
  return {
    id: 'relatedDates',
    ...words.section.relatedDates,
    blocks: [{ kind: 'said', title: null, said: dates }],
  };
}
