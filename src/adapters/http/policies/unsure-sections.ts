// What is not sure: where sources disagree, what to ask and whom, what may happen, how long it once took.

import type { SectionView } from '../../../emitters/pages/policy-page.ts';
import { dayRuleLines, onlyNote } from './day-rule-words.ts';
import { absent, cell, said, type Telling } from './telling.ts';

export function readingsSection(telling: Telling): SectionView | null {
  const { policy, words, say, ref } = telling;
  const columns = words.readingColumns;
  if (policy.readings.length === 0) return null;
  return {
    id: 'readings',
    ...words.section.readings,
    blocks: policy.readings.map(({ about, usual, others }) => ({
      kind: 'table' as const,
      table: {
        caption: say(about),
        columns: [columns.reading, columns.says, columns.changes],
        rows: [
          {
            head: cell(words.usualReading),
            cells: [cell(say(usual.title), ref(usual.source)), absent('')],
          },
          ...others.map(({ title, source, touches }) => ({
            head: cell(words.otherReading),
            cells: [
              cell(say(title), ref(source)),
              cell(telling.shared.list(touches.map((place) => touchedWords(place, telling)))),
            ],
          })),
        ],
      },
    })),
  };
}

/** `activities/renew-permit` as the step's title, `cutoffs/payment` as the cutoff's. */
function touchedWords(place: string, { policy, words, say }: Telling): string {
  const [section = '', id = ''] = place.split('/');
  const title =
    section === 'activities'
      ? policy.activities.get(id)?.title
      : section === 'cutoffs'
        ? policy.cutoffs.get(id)?.title
        : section === 'routes'
          ? policy.routes.find((route) => route.id === id)?.title
          : null;
  if (title) return say(title);
  return Object.entries(words.touched).find(([known]) => known === section)?.[1] ?? place;
}

export function questionsSection(telling: Telling): SectionView {
  const { policy, words, say, ref, only } = telling;
  const { askWhom } = policy;
  return {
    id: 'questions',
    ...words.section.questions,
    blocks: [
      {
        kind: 'said',
        title: null,
        said: [
          ...policy.questions.map(({ ask, whom, when, by, source }) =>
            said({
              text: say(ask),
              ref: ref(source),
              lines: [
                { label: words.whom, text: say(whom), note: onlyNote(only(when), telling), ref: null },
                ...dayRuleLines(words.by, by, telling),
              ],
            }),
          ),
          said({
            text: words.lastResort,
            lines: [{ label: words.whom, text: say(askWhom.text), note: null, ref: ref(askWhom.source) }],
          }),
        ],
      },
    ],
  };
}

export function risksSection(telling: Telling): SectionView | null {
  const { policy, words, say, ref, only } = telling;
  if (policy.risks.length === 0) return null;
  const risks = policy.risks.map(({ text, when, from, until, source }) => {
    const condition = only(when);
    return said({
      text: say(text),
      ref: ref(source),
      lines: [
        ...(condition === null
          ? []
          : [{ label: words.cover.forWhom, text: condition, note: null, ref: null }]),
        ...dayRuleLines(words.between.from, from, telling),
        ...dayRuleLines(words.between.until, until, telling),
      ],
    });
  });
  return { id: 'risks', ...words.section.risks, blocks: [{ kind: 'said', title: null, said: risks }] };
}

export function observationsSection(telling: Telling): SectionView | null {
  const { policy, words, say, ref } = telling;
  if (policy.observations.length === 0) return null;
  const seen = policy.observations.map(({ text, calendarDays, source }) =>
    said({ title: words.took(calendarDays), text: say(text), ref: ref(source) }),
  );
  return {
    id: 'observations',
    ...words.section.observations,
    blocks: [{ kind: 'said', title: null, said: seen }],
  };
}
