// Random networks of up to four activities on six weeks, small enough for every schedule to be tried. All are valid
// input; most are hard: closed days, windows, deadlines, papers that expire, things that have happened.

import fc from 'fast-check';
import type { ActivityJson, NetworkJson } from './network-json.ts';
import { activitiesOf, aDraft, type Kinds } from './small-activities.ts';
import { aCalendar, dayText, offsetBetween, sometimes } from './small-days.ts';

const ANY: Kinds = { activities: 4, maxLagsIn10: 5, withFacts: true };

/** A network that the program accepts. Printed as JSON when a law fails. */
export function aNetwork(kinds: Partial<Kinds> = {}): fc.Arbitrary<NetworkJson> {
  const all = { ...ANY, ...kinds };
  return fc
    .constantFrom(...[1, 2, 2, 3, 3, 3, 4, 4, 4].filter((count) => count <= all.activities))
    .chain((count) =>
      fc.record({
        calendar: aCalendar,
        // Most in the middle, some so near either end of the cover that something runs out of it.
        asOf: fc.oneof(offsetBetween(6, 22), offsetBetween(0, 6), offsetBetween(22, 40)),
        untilCutoff: offsetBetween(-3, 16),
        horizon: sometimes(fc.tuple(offsetBetween(0, 6), offsetBetween(0, 22)), { nil: 1, some: 3 }),
        drafts: fc.tuple(...Array.from({ length: count }, (_, position) => aDraft(position, all))),
        inputOrder: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
      }),
    )
    .map(({ calendar, asOf, untilCutoff, horizon, drafts, inputOrder }): NetworkJson => {
      const activities = activitiesOf(drafts, asOf);
      return {
        id: 'small',
        asOf: dayText(asOf),
        cutoff: dayText(asOf + untilCutoff),
        ...(horizon === undefined
          ? {}
          : { horizon: { from: dayText(horizon[0]), until: dayText(Math.max(6, asOf) + horizon[1]) } }),
        calendar,
        activities: inputOrder.flatMap((index) => activities[index] ?? []),
      };
    })
    .map(printedAsJson);
}

/** The same network with its activities, and the predecessors of each, listed in another order. */
export function inAnotherOrder(network: NetworkJson): fc.Arbitrary<NetworkJson> {
  const reordered = network.activities.map((activity) =>
    shuffled(activity.after ?? []).map((after): ActivityJson => ({ ...activity, after })),
  );
  return fc
    .tuple(...reordered)
    .chain(shuffled)
    .map((activities) => printedAsJson({ ...network, activities }));
}

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}

/** fast-check asks a counterexample itself how it wants to be printed: as JSON to paste, one activity a line. */
function printedAsJson(network: NetworkJson): NetworkJson {
  return Object.defineProperty({ ...network }, fc.toStringMethod, {
    value: () => {
      const { activities, ...rest } = network;
      const lines = activities.map((activity) => `  ${JSON.stringify(activity)}`);
      return `${JSON.stringify(rest).slice(0, -1)},\n "activities": [\n${lines.join(',\n')}]}`;
    },
    enumerable: false,
  });
}
