// Chains as a project of TaskJuggler 3 (.tjp): one container a chain, scheduled forwards, backwards or both.

import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import type { Scenario } from '../../src/domain/network.ts';
import { isWorkingDay, type WorkingCalendar } from '../../src/domain/working-calendar.ts';
import type { Task, TaskChain } from './tasks-of-chain.ts';

export type Direction = 'forwards' | 'backwards';

export interface ProjectOptions {
  /** At least one; the first is the parent of the others. */
  readonly scenarios: readonly Scenario[];
  readonly directions: readonly Direction[];
  readonly calendar: WorkingCalendar;
  /** First and last day of the project, inclusive: as short as the chains allow, for each day costs time. */
  readonly from: Day;
  readonly until: Day;
}

const TIME_FORMAT = '%Y-%m-%d-%H:%M';

/** Name of the report, a CSV file with a row for each task and scenario. */
export const REPORT = 'dates';

export function projectText(chains: readonly TaskChain[], options: ProjectOptions): string {
  const { scenarios, directions, calendar, from, until } = options;
  const tasks = directions.flatMap((direction) =>
    chains.map((chain, index) => containerText(chain, containerName(direction, index), direction, scenarios)),
  );
  return `project roster "roster" ${formatDay(from)} - ${formatDay(addDays(until, 1))} {
  timezone "UTC"
  timingresolution 60min
  dailyworkinghours 1
  workinghours mon - sun 12:00 - 13:00
  ${scenarios.map((name) => `scenario ${name} "${name}" {`).join(' ')} ${'}'.repeat(scenarios.length)}
}
${leavesText(calendar, from, until)}
${tasks.join('\n')}
taskreport "${REPORT}" {
  formats csv
  columns id, start, end
  scenarios ${scenarios.join(', ')}
  timeformat "${TIME_FORMAT}"
  hidetask ~isleaf()
}
`;
}

/** The name of the container of the chain at `index`. */
export function containerName(direction: Direction, index: number): string {
  return `${direction}${index}`;
}

function containerText(
  chain: TaskChain,
  id: string,
  direction: Direction,
  scenarios: readonly Scenario[],
): string {
  const tasks = chain.steps.flatMap((step) => step.tasks);
  const lines = tasks.map((task, index) => {
    const neighbour = direction === 'forwards' ? tasks[index - 1] : tasks[index + 1];
    const anchor =
      direction === 'forwards' ? startOfChain(chain) : `end ${formatDay(chain.network.cutoff)}-13:00`;
    const arrow = direction === 'forwards' ? 'depends' : 'precedes';
    const place = neighbour === undefined ? anchor : `${arrow} !${neighbour.id}`;
    return `  task ${task.id} "${task.id}" { ${place} ${hoursText(task, scenarios)} }`;
  });
  const scheduling = direction === 'backwards' ? '  scheduling alap\n' : '';
  return `task ${id} "${id}" {\n${scheduling}${lines.join('\n')}\n}`;
}

function startOfChain({ releaseOn, beginsBeforeHour }: TaskChain): string {
  return `start ${formatDay(releaseOn)}-${beginsBeforeHour ? '12:00' : '13:00'}`;
}

function hoursText({ hours }: Task, scenarios: readonly Scenario[]): string {
  if (hours === null) return 'milestone';
  const text = (scenario: Scenario) => `${hours[scenario].kind} ${hours[scenario].hours}h`;
  const isSame = new Set(scenarios.map(text)).size === 1;
  if (isSame) return scenarios.slice(0, 1).map(text).join('');
  return scenarios.map((scenario) => `${scenario}:${text(scenario)}`).join(' ');
}

/** Every day off, weekends too; neighbours together. */
function leavesText(calendar: WorkingCalendar, from: Day, until: Day): string {
  const lines: string[] = [];
  let day = from;
  while (day <= until) {
    const first = day;
    while (day <= until && !isWorkingDay(calendar, day)) day = addDays(day, 1);
    if (day > first) lines.push(`leaves holiday "closed" ${formatDay(first)} +${day - first}d`);
    day = addDays(day, 1);
  }
  return lines.join('\n');
}
