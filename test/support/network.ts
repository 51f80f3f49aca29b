// A valid default network to change one fact at a time: days as text, periods short.

import { buildNetwork } from '../../src/domain/build-network.ts';
import type { Period } from '../../src/domain/duration.ts';
import {
  type ActivityDescription,
  byScenario,
  type DependencyDescription,
  type Network,
  type NetworkDescription,
} from '../../src/domain/network.ts';
import { china } from './china.ts';
import { day } from './sample-plan.ts';

/** `3wd`: three working days; `3d`: three calendar days; `0`: the same day. */
function period(text: string): Period {
  const match = /^(\d+)(wd|d)?$/.exec(text);
  if (match === null) throw new Error(`not a period: ${text}`);
  return { amount: Number(match[1]), unit: match[2] === 'wd' ? 'working-days' : 'calendar-days' };
}

interface ActivityChanges extends Partial<Omit<ActivityDescription, 'durations' | 'after'>> {
  /** The same in all scenarios; default: the same day. */
  readonly takes?: string;
  readonly after?: readonly (
    | string
    | { readonly id: string; readonly minLag?: string; readonly maxLag?: string }
  )[];
}

export function activity(
  id: string,
  { takes = '0', after = [], ...changes }: ActivityChanges = {},
): ActivityDescription {
  return {
    id,
    durations: byScenario(() => period(takes)),
    outcomes: [{ period: period(takes), weight: 1 }],
    startsOn: 'any-day',
    finishRolls: 'none',
    after: after.map(dependency),
    opensOn: null,
    closesOn: null,
    finishNoLaterThan: null,
    startedOn: null,
    finishedOn: null,
    ...changes,
  };
}

function dependency(
  after: string | { readonly id: string; readonly minLag?: string; readonly maxLag?: string },
): DependencyDescription {
  const { id, minLag = '0', maxLag } = typeof after === 'string' ? { id: after } : after;
  return { predecessor: id, minLag: period(minLag), maxLag: maxLag === undefined ? null : period(maxLag) };
}

/** As of Wednesday 2026-12-02, cutoff Friday 2026-12-18, on the calendar of China. */
export function description(
  activities: readonly ActivityDescription[],
  changes: Partial<NetworkDescription> = {},
): NetworkDescription {
  return {
    id: 'test',
    asOf: day('2026-12-02'),
    cutoff: day('2026-12-18'),
    horizon: null,
    calendar: china,
    activities,
    ...changes,
  };
}

/** Throws on a network that is at fault: use `buildNetwork` to test refusals. */
export function network(
  activities: readonly ActivityDescription[],
  changes: Partial<NetworkDescription> = {},
): Network {
  const built = buildNetwork(description(activities, changes));
  if (built.ok) return built.value;
  throw new Error(`the network of a test is at fault: ${JSON.stringify(built.problems)}`);
}
