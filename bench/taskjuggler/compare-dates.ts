// Whether TaskJuggler and the core name the same days: earliest finishes of a forward run, latest starts of a
// backward one.

import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import { lastAllowedStart } from '../../src/domain/duration.ts';
import type { Scenario } from '../../src/domain/network.ts';
import { computeScenario } from '../../src/domain/schedule.ts';
import { dayOfText } from '../roster/cases.ts';
import type { Direction } from './project-text.ts';
import type { TaskDates } from './run-tj3.ts';
import type { ChainStep, TaskChain } from './tasks-of-chain.ts';

export interface Comparison {
  readonly compared: number;
  /** Those that differ, in words. */
  readonly differences: readonly string[];
}

/** The dates of one chain in one direction under one scenario. */
export function compareDates(
  chain: TaskChain,
  scenario: Scenario,
  direction: Direction,
  datesOf: (task: string) => TaskDates | undefined,
): Comparison {
  const { activities } = computeScenario(chain.network, scenario);
  const differences = chain.steps.flatMap((step) => {
    const { earliest, latest } = activities[step.activity.index] ?? {};
    const ours = direction === 'forwards' ? earliest?.finishOn : latest?.startOn;
    const theirs = direction === 'forwards' ? finishIn(step, datesOf) : startIn(chain, step, datesOf);
    if (ours !== undefined && ours === theirs) return [];
    return [`${scenario} ${direction} ${step.activity.id}: ours ${named(ours)}, theirs ${named(theirs)}`];
  });
  return { compared: chain.steps.length, differences };
}

function named(day: Day | undefined): string {
  return day === undefined ? 'none' : formatDay(day);
}

type DatesOfTask = (task: string) => TaskDates | undefined;

function finishIn({ tasks }: ChainStep, datesOf: DatesOfTask): Day | undefined {
  const end = datesOf(tasks.at(-1)?.id ?? '')?.end;
  return end === undefined ? undefined : dayOfText(end.slice(0, 10));
}

/**
 * The last day that is over at the time, brought back to a working day where the step starts on one: TaskJuggler has
 * no task for a start that takes no time.
 */
function startIn({ network }: TaskChain, step: ChainStep, datesOf: DatesOfTask): Day | undefined {
  const start = datesOf(step.tasks[0]?.id ?? '')?.start;
  if (start === undefined) return undefined;
  const day = dayOfText(start.slice(0, 10));
  const isOver = start.slice(11) >= (step.startsBeforeHour ? '12:00' : '13:00');
  const rule = step.isOnWorkingDay ? 'working-day' : 'any-day';
  return lastAllowedStart(network.calendar, isOver ? day : addDays(day, -1), rule);
}
