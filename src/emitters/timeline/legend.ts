// What the marks of a drawing mean: only those that stand in it.

import type { DayRun } from './day-bands.ts';
import type { TimelineRow } from './timeline-rows.ts';

export type LegendKey =
  | 'done'
  | 'earliest'
  | 'float'
  | 'latest-start'
  | 'late'
  | 'unsure'
  | 'window'
  | 'beyond'
  | 'rest'
  | 'closure'
  | 'make-up'
  | 'unpublished';

/** The keys of a legend, bars first, then days. */
export function legendKeys(rows: readonly TimelineRow[], runs: readonly DayRun[]): LegendKey[] {
  const open = rows.filter(({ state }) => state !== 'done');
  const has = (kind: DayRun['kind']) => runs.some((run) => run.kind === kind);
  const present: Readonly<Record<LegendKey, boolean>> = {
    done: rows.some(({ state }) => state === 'done'),
    earliest: open.some(({ marks }) => marks.earliest !== null),
    float: open.some(({ marks }) => marks.float !== null),
    'latest-start': open.some(({ marks }) => marks.latestStart !== null),
    late: open.some(({ marks }) => marks.late !== null),
    unsure: open.some(({ marks }) => marks.unsure !== null),
    window: open.some(({ marks }) => marks.window !== null),
    beyond: rows.some(({ marks }) => marks.isBeyond),
    rest: has('rest'),
    closure: has('closure'),
    'make-up': has('make-up'),
    unpublished: has('unpublished'),
  };
  return (Object.keys(present) as LegendKey[]).filter((key) => present[key]);
}
