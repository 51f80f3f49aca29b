// Second opinion, part 4: earliest and latest days by definition, the first and last ones found in any schedule.
// Nothing is propagated from one activity to the next.

import { addDays, type Day } from '../../src/domain/day.ts';
import { daysBetween, periodEnd } from './naive-calendar.ts';
import { finishFrom, finishOfStarted, type NaiveActivity, type NaiveNetwork } from './naive-network.ts';
import { extremeStart, hasSolution, type Search, searchIn } from './naive-solutions.ts';

/** Farther than any lag or duration of the networks that are tried reaches out of the calendar's cover. */
const BEYOND_THE_COVER = 30;

/** Whether some schedule meets every bound, and what has started met its own. */
export function isFeasibleNaively(network: NaiveNetwork): boolean {
  const factsHold = network.activities.every((activity) => {
    if (activity.state === 'open') return true;
    const finish = finishOfStarted(network, activity);
    if (finish === null) return false;
    if (network.cutoff !== null && activity.isSink && finish > network.cutoff) return false;
    return activity.finishNoLaterThan === null || finish <= activity.finishNoLaterThan;
  });
  return factsHold && hasSolution(searchIn(network, 'all'));
}

export interface Span {
  readonly start: Day;
  readonly finish: Day;
}
export type Spans = ReadonlyMap<string, Span>;

export function spanOf(spans: Spans, id: string): Span {
  const span = spans.get(id);
  if (span === undefined) throw new Error(`no days for ${id}`);
  return span;
}

/** By id; null where some activity has no earliest day. */
export function earliestSpans(network: NaiveNetwork): Spans | null {
  const spans = new Map<string, Span>();
  for (const activity of network.activities) {
    const isOpen = activity.state === 'open';
    const start = isOpen
      ? extremeStart(searchIn(network, 'lower'), activity.id, 'first')
      : activity.startedOn;
    if (start === null) return null;
    const finish = isOpen ? finishFrom(network, activity, start) : finishOfStarted(network, activity);
    if (finish === null) return null;
    spans.set(activity.id, { start, finish });
  }
  return spans;
}

export interface Latest {
  /** Null: it has started. */
  readonly start: Day | null;
  readonly mustFinishBy: Day;
}

/** Of what is unfinished, by id; null where no day is left for some activity. */
export function latestDays(network: NaiveNetwork): ReadonlyMap<string, Latest> | null {
  return latestWithin(searchIn(network, 'upper'), ({ isSink, finishNoLaterThan }) => [
    isSink ? network.cutoff : null,
    finishNoLaterThan,
  ]);
}

/** The same where every sink must finish by `completionOn` and no other date counts. */
export function latestForCompletion(
  network: NaiveNetwork,
  completionOn: Day,
): ReadonlyMap<string, Latest> | null {
  const days = daysBetween(network.horizon.from, completionOn);
  const search: Search = { network, side: 'lags', days, sinksBy: completionOn };
  return latestWithin(search, ({ isSink }) => [isSink ? completionOn : null]);
}

function latestWithin(
  search: Search,
  boundsOf: (activity: NaiveActivity) => readonly (Day | null)[],
): ReadonlyMap<string, Latest> | null {
  const starts = new Map<string, Day>();
  for (const { id, state } of search.network.activities) {
    const start = state === 'open' ? extremeStart(search, id, 'last') : null;
    if (start !== null) starts.set(id, start);
    else if (state === 'open') return null;
  }
  const latest = new Map<string, Latest>();
  for (const activity of search.network.activities) {
    if (activity.state === 'done') continue;
    const mustFinishBy = lastFinish(search.network, activity, starts, boundsOf(activity));
    if (mustFinishBy === null) return null;
    latest.set(activity.id, { start: starts.get(activity.id) ?? null, mustFinishBy });
  }
  return latest;
}

/** The last day by which the result must be there: by each bound, and by the start of each open successor. */
function lastFinish(
  { calendar, activities }: NaiveNetwork,
  { id }: NaiveActivity,
  starts: ReadonlyMap<string, Day>,
  bounds: readonly (Day | null)[],
): Day | null {
  const isInTime = (day: Day) =>
    bounds.every((bound) => bound === null || day <= bound) &&
    activities.every((successor) => {
      const arc = successor.after.find(({ predecessor }) => predecessor === id);
      const start = starts.get(successor.id);
      if (arc === undefined || arc.minLag === null || start === undefined) return true;
      const end = periodEnd(calendar, day, arc.minLag);
      return end !== null && end <= start;
    });
  const [first, last] = [calendar.days.at(0), calendar.days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = daysBetween(addDays(first, -BEYOND_THE_COVER), addDays(last, BEYOND_THE_COVER));
  return days.toReversed().find(isInTime) ?? null;
}
