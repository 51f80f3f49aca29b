// Which days of a plan get a calendar entry, and what falls on them. No words and no iCalendar here.

import { addDays, type Day } from '../../domain/day.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';

/**
 * `opens`: its window opens. `last-day`: its latest start. `finish`: under way, the last day for its end.
 * `act`: it has no last day. `look`: how it ended decides the way on. `result`: an office finishes, and nothing comes after. `done`: it was finished.
 * `cutoff`: the cutoff; `cutoff-met` when nothing is left that it binds. `today`: no route is left.
 */
type EntryKind =
  | 'opens'
  | 'last-day'
  | 'finish'
  | 'act'
  | 'look'
  | 'result'
  | 'done'
  | 'cutoff'
  | 'cutoff-met'
  | 'today';

export interface Entry {
  readonly kind: EntryKind;
  readonly day: Day;
  /** What it names, in the order in which it is done. */
  readonly activities: readonly PlannedActivity[];
}

const SECONDS_PER_HOUR = 3600;
/** 09:00 on the day before: the alarm that counts where a program keeps only one. */
const DAY_BEFORE_SECONDS = 15 * SECONDS_PER_HOUR;
/** 09:00 a week before. */
const WEEK_BEFORE_SECONDS = (6 * 24 + 15) * SECONDS_PER_HOUR;

/**
 * The entries of the recommended route: days on which the family or the employer acts, and the cutoff. At
 * least one. The next one comes first, because some phones import only the first entry of a file; what is done
 * comes last.
 *
 * @param fitsOneTitle whether an entry that names several activities is still short enough to be one
 */
export function entriesOf(plan: Plan, fitsOneTitle: (entry: Entry) => boolean): Entry[] {
  const activities = recommendedRouteOf(plan)?.activities ?? [];
  const isLost = activities.length === 0 || plan.verdict === 'too-late';
  const steps = activities
    .flatMap((activity, index) => entriesOfActivity(activity, activities.slice(index + 1)))
    // On a route that is too late every last day lies before the first day possible.
    .filter(({ kind }) => !isLost || kind === 'done' || kind === 'opens');
  const isMet = !isLost && activities.every(({ mustFinishBy }) => mustFinishBy === null);
  const cutoff: Entry = { kind: isMet ? 'cutoff-met' : 'cutoff', day: plan.cutoff.on, activities: [] };
  const today: Entry = { kind: 'today', day: plan.asOf, activities: [] };
  const merged = mergeSameDay(
    [cutoff, ...steps, ...(isLost ? [] : lookEntries(plan, activities))],
    fitsOneTitle,
  );
  return [...(isLost ? [today] : []), ...merged].toSorted(
    (a, b) => Number(a.kind === 'done') - Number(b.kind === 'done') || a.day - b.day,
  );
}

/** The day on which the fork shows which way it goes. */
function lookEntries({ fork }: Plan, activities: readonly PlannedActivity[]): Entry[] {
  const activity = activities.find(({ id }) => id === fork?.activity);
  if (!fork || fork.lookOn === null || activity === undefined || activity.state === 'done') return [];
  return [{ kind: 'look', day: fork.lookOn, activities: [activity] }];
}

function entriesOfActivity(activity: PlannedActivity, later: readonly PlannedActivity[]): Entry[] {
  const { actor, state, earliestStartOn, earliestFinishOn, latestStartOn, mustFinishBy } = activity;
  const entry = (kind: EntryKind, day: Day | null): Entry[] =>
    day === null ? [] : [{ kind, day, activities: [activity] }];
  if (actor === 'office') {
    // A wait stands in the next step's entry; without a next step somebody still has to look for the result.
    const isLast = state !== 'done' && !later.some((next) => isFamilyStep(next));
    return isLast ? entry('result', earliestFinishOn) : [];
  }
  if (state === 'done') return entry('done', earliestFinishOn);
  if (mustFinishBy === null && latestStartOn === null) {
    return [...openingOf(activity), ...entry('act', earliestFinishOn)];
  }
  if (state === 'running') return entry('finish', mustFinishBy);
  // A window of a single day is that day's entry already.
  const opening = latestStartOn === earliestStartOn ? [] : openingOf(activity);
  return [...opening, ...entry('last-day', latestStartOn)];
}

function openingOf(activity: PlannedActivity): Entry[] {
  const { state, earliestStartOn: day, reasons } = activity;
  const isBoundByWindow = state === 'open' && reasons.some(({ rule }) => rule === 'window-opens');
  return isBoundByWindow && day !== null ? [{ kind: 'opens', day, activities: [activity] }] : [];
}

/** Done by the family or the employer, and not done yet. */
export function isFamilyStep({ actor, state }: PlannedActivity): boolean {
  return actor !== 'office' && state !== 'done';
}

/** Last days on one day become one entry while its title stays short; the cutoff takes in those of its own day. */
function mergeSameDay(entries: readonly Entry[], fitsOneTitle: (entry: Entry) => boolean): Entry[] {
  const merged: Entry[] = [];
  for (const entry of entries) {
    const index = merged.findIndex(
      (other) => other.day === entry.day && canTakeIn(other, entry) && fitsOneTitle(together(other, entry)),
    );
    const other = merged[index];
    if (other === undefined) merged.push(entry);
    else merged[index] = together(other, entry);
  }
  return merged;
}

function canTakeIn(first: Entry, second: Entry): boolean {
  if (first.kind === 'cutoff') return second.kind === 'last-day' || second.kind === 'finish';
  return first.kind === 'last-day' && second.kind === 'last-day';
}

function together(first: Entry, second: Entry): Entry {
  return { ...first, activities: [...first.activities, ...second.activities] };
}

/** Of the entry for today where no way is left. */
export const NAME_OF_TODAY = 'plan.today';

/**
 * The part of an entry's identifier that is its own. It never holds a date, and a step keeps it from its last
 * day to its end, so that a moved entry moves instead of standing twice.
 */
export function entryName({ kind, activities: [first] }: Entry): string {
  if (kind === 'cutoff' || kind === 'cutoff-met') return 'plan.cutoff';
  if (first === undefined) return NAME_OF_TODAY;
  return `${first.id}.${kind === 'opens' || kind === 'look' ? kind : 'step'}`;
}

/**
 * When to ring, in seconds before the entry's day, the most important first. None before `asOf`, and a week
 * before only when everything that the entry names can be done by then.
 */
export function alarmsOf({ kind, day, activities }: Entry, asOf: Day): number[] {
  if (kind === 'done' || kind === 'cutoff-met') return [];
  const canActOn = Math.max(asOf, ...activities.map(({ earliestStartOn }) => earliestStartOn ?? day));
  const isDeadline = kind === 'last-day' || kind === 'finish' || kind === 'cutoff';
  return [
    ...(addDays(day, -1) >= asOf ? [DAY_BEFORE_SECONDS] : []),
    ...(isDeadline && addDays(day, -7) >= canActOn ? [WEEK_BEFORE_SECONDS] : []),
  ];
}
