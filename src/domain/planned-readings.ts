// A route under other readings of its sources: the last start that each leaves, and the one that all of them leave.

import { buildNetwork, rebuildNetwork } from './build-network.ts';
import { ifMissedOf } from './cover.ts';
import { type Day, earlierOf } from './day.ts';
import type { Network, NetworkDescription, Scenario } from './network.ts';
import type { PlannedActivity } from './planned-activity.ts';
import type { PlannedReading, PlannedRoute } from './planned-route.ts';
import type { RouteToPlan } from './route.ts';
import { computeScenario } from './schedule.ts';

/** What the usual reading gives, to which the others are compared. */
interface UsualReading {
  readonly network: Network;
  readonly scenario: Scenario;
  readonly isFeasible: boolean;
  readonly firstStep: PlannedActivity | undefined;
}

type ReadingDates = Pick<PlannedRoute, 'usualLastStart' | 'safeLastStart' | 'isSafe' | 'readings'>;

/**
 * The last starts of the step that the family takes first, in the scenario that the route's own dates come from.
 * `safeLastStart` is the earliest under every combination of readings; null where one of them knows no day.
 */
export function planReadings(route: RouteToPlan, usual: UsualReading): ReadingDates {
  const usualLastStart = usual.firstStep?.latestStartOn ?? null;
  const readings = route.readings.map(
    ({ network, coverage, ...told }): PlannedReading => ({
      ...told,
      ifMissed: ifMissedOf(coverage, route.network.cutoff),
      ...lastStartUnder(network, route.network, usual),
    }),
  );
  return { usualLastStart, ...planStricter(route, usual), readings };
}

/** The last start that every combination of readings leaves, and whether all of them are in time. */
export function planStricter(
  { network: before, stricter }: Pick<RouteToPlan, 'network' | 'stricter'>,
  usual: UsualReading,
): Pick<PlannedRoute, 'safeLastStart' | 'isSafe'> {
  const starts = stricter.map((network) => lastStartUnder(network, before, usual));
  const safeLastStart = starts.reduce<Day | null>(
    (safe, { lastStart }) => (safe === null || lastStart === null ? null : earlierOf(safe, lastStart)),
    usual.firstStep?.latestStartOn ?? null,
  );
  return { safeLastStart, isSafe: usual.isFeasible && starts.every(({ isFeasible }) => isFeasible) };
}

function lastStartUnder(
  description: NetworkDescription,
  before: NetworkDescription,
  { network: usual, scenario, firstStep }: UsualReading,
): Pick<PlannedReading, 'isFeasible' | 'lastStart'> {
  const network = rebuildNetwork(usual, before, description) ?? builtAnew(description);
  // What has happened fits the usual reading; under another one it may not, and then that one is no help.
  if (network === null) return { isFeasible: false, lastStart: null };
  const { isFeasible, activities } = computeScenario(network, scenario);
  const step = activities.find(({ id }) => id === firstStep?.id);
  return { isFeasible, lastStart: step?.latest?.startOn ?? null };
}

function builtAnew(description: NetworkDescription): Network | null {
  const built = buildNetwork(description);
  return built.ok ? built.value : null;
}
