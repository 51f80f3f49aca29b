// One step as marks on its row: its window, its earliest days, how far it may slip, its latest start.

import type { Day } from '../../domain/day.ts';
import { earlierOf, laterOf } from '../../domain/day.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { Extent, TimeScale } from './time-scale.ts';

export interface StepMarks {
  /** From the earliest start to the earliest finish, as far as no notice can move them. */
  readonly earliest: Extent | null;
  /** Where a holiday notice still to come may move the earliest days. */
  readonly unsure: Extent | null;
  /** From the earliest start to the last day on which the result may arrive; null: too late, or nothing bounds it. */
  readonly float: Extent | null;
  /** From the latest start to the earliest, where the latest comes first. */
  readonly late: Extent | null;
  /** The middle of the latest start; null: none is known, or it is not shown. */
  readonly latestStart: number | null;
  readonly window: Extent | null;
  /** Some of it lies before the first day shown. */
  readonly isBeyond: boolean;
}

const NOTHING: StepMarks = {
  earliest: null,
  unsure: null,
  float: null,
  late: null,
  latestStart: null,
  window: null,
  isBeyond: false,
};

export function stepMarks(activity: PlannedActivity, scale: TimeScale): StepMarks {
  const { state, earliestStartOn, earliestFinishOn, latestStartOn, mustFinishBy } = activity;
  if (earliestStartOn === null) return { ...NOTHING, window: windowOf(activity, scale) };
  const finishOn = earliestFinishOn ?? earliestStartOn;
  const isBefore = (day: Day | null) => day !== null && day < scale.span.from;
  if (state === 'done') {
    const earliest = scale.extent(earliestStartOn, finishOn);
    return { ...NOTHING, earliest, isBeyond: isBefore(earliestStartOn) };
  }
  const isLate = latestStartOn !== null && latestStartOn < earliestStartOn && state === 'open';
  const { sure, unsure } = sureDays(activity, earliestStartOn, finishOn);
  return {
    earliest: sure && scale.extent(...sure),
    unsure: unsure && scale.extent(...unsure),
    float:
      mustFinishBy === null || mustFinishBy < finishOn ? null : scale.extent(earliestStartOn, mustFinishBy),
    late: isLate ? scale.extent(latestStartOn, earliestStartOn) : null,
    latestStart:
      state !== 'open' || latestStartOn === null || scale.extent(latestStartOn, latestStartOn) === null
        ? null
        : scale.middle(latestStartOn),
    window: windowOf(activity, scale),
    isBeyond: isBefore(earliestStartOn) || (isLate && isBefore(latestStartOn)),
  };
}

type Days = readonly [from: Day, until: Day];

/** The earliest days, split where the notice decides: what is certain, and between which days the rest will lie. */
function sureDays({ provisional }: PlannedActivity, startOn: Day, finishOn: Day) {
  const { earliestStartOn: starts, earliestFinishOn: finishes } = provisional;
  if (starts === undefined && finishes === undefined)
    return { sure: [startOn, finishOn] as Days, unsure: null };
  const [firstStart, lastStart] = starts ?? [startOn, startOn];
  const [firstFinish, lastFinish] = finishes ?? [finishOn, finishOn];
  const unsure: Days = [
    starts === undefined ? earlierOf(firstFinish, lastFinish) : firstStart,
    laterOf(lastFinish, lastStart),
  ];
  const sure: Days | null = starts === undefined && firstFinish > startOn ? [startOn, firstFinish] : null;
  return { sure, unsure };
}

/** Of what is over nobody asks when it was accepted. */
function windowOf({ state, opensOn, closesOn }: PlannedActivity, { span, extent }: TimeScale): Extent | null {
  if (state !== 'open' || (opensOn === null && closesOn === null)) return null;
  return extent(opensOn ?? span.from, closesOn ?? span.until);
}
