// When the window opens and closes, and what it costs.

import type { CellView, SectionView } from '../../../emitters/pages/policy-page.ts';
import type { CutoffDefinition, FeeDefinition } from '../../../policies/policy.ts';
import { countedWords, onlyNote } from './day-rule-words.ts';
import { absent, cell, type Telling } from './telling.ts';

export function windowSection(telling: Telling): SectionView {
  const { policy, words, shared, day, ref } = telling;
  const { opening } = policy;
  const columns = words.windowColumns;
  const opens =
    opening === null
      ? [cell(words.notKnown), absent(''), cell(words.notAnnounced)]
      : [cell(day(opening.on), ref(opening.source)), cell(''), cell(shared.cutoffStatus[opening.status])];
  return {
    id: 'window',
    ...words.section.window,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: words.section.window.title,
          columns: [columns.what, columns.on, columns.details, columns.status],
          rows: [
            { head: cell(words.opens), cells: opens },
            // Of an extension and what it replaces the policy keeps the extension, under both names.
            ...[...new Set(policy.cutoffs.values())].flatMap((cutoff) => cutoffRows(cutoff, telling)),
          ],
        },
      },
    ],
  };
}

interface Row {
  readonly head: CellView;
  readonly cells: CellView[];
}

/** The cutoff, and beneath it the time of day where somebody else says it. */
function cutoffRows(cutoff: CutoffDefinition, telling: Telling): Row[] {
  const { at, atSource, status } = cutoff;
  const { words, shared, ref } = telling;
  if (at === null || atSource === null) return [cutoffRow(cutoff, telling)];
  const time = [cell(at, ref(atSource)), cell(''), cell(shared.cutoffStatus[status])];
  return [cutoffRow({ ...cutoff, at: null }, telling), { head: cell(words.closesAt), cells: time }];
}

function cutoffRow(cutoff: CutoffDefinition, telling: Telling): Row {
  const { policy, words, shared, ref, say, day } = telling;
  const first = countedWords(cutoff.on, telling);
  const on = cutoff.until === null ? first : words.range(first, day(cutoff.until));
  const activity = policy.activities.get(cutoff.binds)?.title;
  const bound = activity ? say(activity) : (words.boundActivity[cutoff.binds] ?? cutoff.binds);
  const { channel } = cutoff;
  const details = [
    words.binds(bound),
    ...(channel === null
      ? []
      : [words.channel(channel === 'bank-debit' ? words.bankDebit : shared.channel[channel])]),
    ...(cutoff.replaces === null ? [] : [words.replaces]),
  ];
  const [detail = '', ...more] = details;
  return {
    head: cell(cutoff.title === null ? words.closes : say(cutoff.title)),
    cells: [
      cell(cutoff.at === null ? on : `${on} ${cutoff.at}`, ref(cutoff.source)),
      cell(detail, null, more),
      cell(shared.cutoffStatus[cutoff.status]),
    ],
  };
}

export function feesSection(telling: Telling): SectionView | null {
  const { policy, words } = telling;
  const columns = words.feeColumns;
  if (policy.fees.length === 0) return null;
  return {
    id: 'fees',
    ...words.section.fees,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: words.section.fees.title,
          columns: [columns.group, columns.amount, columns.year, columns.status],
          rows: policy.fees.map((fee) => feeRow(fee, telling)),
        },
      },
    ],
  };
}

function feeRow(fee: FeeDefinition, telling: Telling): { head: CellView; cells: CellView[] } {
  const { words, shared, ref, say, only } = telling;
  return {
    head: cell(fee.title === null ? fee.group : say(fee.title), null, [onlyNote(only(fee.when), telling)]),
    cells: [
      cell(words.yuan(fee.amount), ref(fee.source)),
      cell(words.year(fee.policyYear)),
      cell(shared.feeStatus[fee.status]),
    ],
  };
}
