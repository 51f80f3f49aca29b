// A chain of ours in the terms of TaskJuggler: tasks of working hours (`length`) and of hours by the clock
// (`duration`), one after the other.
//
// Every day has one working hour, 12:00 to 13:00, and every day off is a leave; so make-up working days need no
// shifts, and n working days are `length n h`. "The end of day t" is any time from 13:00 on t to 12:00 on the next
// day: n calendar days are 24 n hours. A finish or a start that must fall on a working day takes that day's hour: the
// time before it is cut by one hour, and `length 1h` follows.

import { type Day, laterOf } from '../../src/domain/day.ts';
import type { Activity, Network, Scenario } from '../../src/domain/network.ts';

/** Hours of a task under each scenario; null: a milestone. */
export type TaskHours = Readonly<
  Record<Scenario, { readonly kind: 'length' | 'duration'; readonly hours: number }>
>;

export interface Task {
  readonly id: string;
  readonly hours: TaskHours | null;
}

export interface ChainStep {
  readonly activity: Activity;
  /** At least one. */
  readonly tasks: readonly Task[];
  /** It starts before the hour of its day, which is taken later: then 12:00 is that day already. */
  readonly startsBeforeHour: boolean;
  /** It must start on a working day, or takes no time and the step behind it must. */
  readonly isOnWorkingDay: boolean;
}

export interface TaskChain {
  readonly network: Network;
  readonly releaseOn: Day;
  /** Whether the chain begins before the hour of its first day or behind it. */
  readonly beginsBeforeHour: boolean;
  readonly steps: readonly ChainStep[];
}

/**
 * The chain from the step on whose window opens: a max lag, and a window on any step but the first, cannot be said in
 * TaskJuggler. What comes before that step takes no time in the roster, so no day changes.
 *
 * @throws Error on a network that is no chain of the roster's kind: the bench must not compare what differs.
 */
export function tasksOfChain(network: Network): TaskChain {
  const activities = network.order.flatMap((index) => network.activities[index] ?? []);
  const first = Math.max(
    0,
    activities.findLastIndex(({ opensOn }) => opensOn !== null),
  );
  checkExpressible(activities, first);
  const chain = activities.slice(first);
  const beginsBeforeHour = hourFollows(chain, 0);
  const steps: ChainStep[] = [];
  let isBeforeHour = beginsBeforeHour;
  for (const [position, activity] of chain.entries()) {
    const placed = placeStep(chain, position, activity, isBeforeHour);
    steps.push(placed.step);
    isBeforeHour = placed.endsBeforeHour;
  }
  const releaseOn = laterOf(network.asOf, chain[0]?.opensOn ?? network.asOf);
  return { network, releaseOn, beginsBeforeHour, steps };
}

/** A step's tasks, and whether the hour of the day on which it ends is left to the next one. */
function placeStep(
  chain: readonly Activity[],
  position: number,
  activity: Activity,
  startsBeforeHour: boolean,
): { step: ChainStep; endsBeforeHour: boolean } {
  const { durations, startsOn, finishRolls } = activity;
  const startsWithHour = startsBeforeHour && startsOn === 'working-day';
  const isBeforeHour = startsBeforeHour && !startsWithHour;
  const takesTime = durations.min.amount > 0;
  const isCalendar = durations.min.unit === 'calendar-days';
  const endsWithHour = finishRolls === 'forward' && (takesTime ? isCalendar : isBeforeHour);
  const endsBeforeHour =
    !endsWithHour && (takesTime ? isCalendar && hourFollows(chain, position + 1) : isBeforeHour);
  const isCut = isCalendar && (endsWithHour || endsBeforeHour);
  const tasks = [
    ...(startsWithHour ? [{ id: `s${position}`, hours: ONE_HOUR }] : []),
    ...(takesTime ? [{ id: `d${position}`, hours: hoursOf(activity, isCut) }] : []),
    ...(endsWithHour ? [{ id: `f${position}`, hours: ONE_HOUR }] : []),
  ];
  const step = {
    activity,
    startsBeforeHour,
    isOnWorkingDay: hourFollows(chain, position),
    tasks: tasks.length > 0 ? tasks : [{ id: `m${position}`, hours: null }],
  };
  return { step, endsBeforeHour };
}

const LENGTH_ONE = { kind: 'length', hours: 1 } as const;
const ONE_HOUR: TaskHours = { min: LENGTH_ONE, mode: LENGTH_ONE, max: LENGTH_ONE, statutory: LENGTH_ONE };

/** @param isCut the last hour is left to the task that follows. */
function hoursOf({ id, durations }: Activity, isCut: boolean): TaskHours {
  const hours = (scenario: Scenario) => {
    const { amount, unit } = durations[scenario];
    const all = unit === 'working-days' ? amount : 24 * amount;
    const left = isCut ? all - 1 : all;
    if (left < 1) throw new Error(`${id}: no task of TaskJuggler takes no time in one scenario only`);
    return { kind: unit === 'working-days' ? ('length' as const) : ('duration' as const), hours: left };
  };
  return { min: hours('min'), mode: hours('mode'), max: hours('max'), statutory: hours('statutory') };
}

/** Whether, from a step on, a start or finish on a working day comes before anything that takes time. */
function hourFollows(chain: readonly Activity[], position: number): boolean {
  for (const { startsOn, finishRolls, durations } of chain.slice(position)) {
    if (startsOn === 'working-day') return true;
    if (durations.min.amount > 0) return false;
    if (finishRolls === 'forward') return true;
  }
  return false;
}

function checkExpressible(activities: readonly Activity[], first: number): void {
  for (const [position, { id, predecessors, durations, state, finishNoLaterThan }] of activities.entries()) {
    const isChain = predecessors.length === Math.min(position, 1);
    const hasLag = predecessors.some(({ minLag }) => minLag !== null && minLag.amount > 0);
    const isSkippedTime = position < first && durations.max.amount > 0;
    if (!isChain || hasLag || isSkippedTime || state !== 'open' || finishNoLaterThan !== null)
      throw new Error(`${id}: the roster's chains have no such step`);
  }
}
