// A network as the JSON that `lastbus schedule` reads. The roster's networks only: they name the calendar of China.

import { type Day, formatDay } from '../../src/domain/day.ts';
import type { ActivityDescription, NetworkDescription } from '../../src/domain/network.ts';

/** One line of JSON Lines, without its end. */
export function networkLine(network: NetworkDescription, id: string): string {
  const { asOf, cutoff, activities } = network;
  return JSON.stringify({
    id,
    asOf: formatDay(asOf),
    cutoff: formatDay(cutoff),
    calendar: 'china',
    activities: activities.map(activityJson),
  });
}

function activityJson({
  id,
  durations,
  outcomes,
  startsOn,
  finishRolls,
  after,
  ...rest
}: ActivityDescription) {
  const { min, mode, max, statutory } = durations;
  return {
    id,
    duration: {
      unit: min.unit,
      min: min.amount,
      mode: mode.amount,
      max: max.amount,
      weights: wholeWeights(outcomes.map(({ period, weight }) => [period.amount, weight])),
      statutory,
    },
    startsOn,
    finishRolls,
    after: after.map(({ predecessor, minLag, maxLag }) => ({
      activity: predecessor,
      minLag,
      ...(maxLag === null ? {} : { maxLag }),
    })),
    window: { ...dayField('opensOn', rest.opensOn), ...dayField('closesOn', rest.closesOn) },
    ...dayField('finishNoLaterThan', rest.finishNoLaterThan),
  };
}

function dayField(name: string, day: Day | null): Record<string, string> {
  return day === null ? {} : { [name]: formatDay(day) };
}

/** The file takes whole numbers; the triangle of the core has fractions, with small denominators. */
function wholeWeights(weights: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const EVERY_SMALL_DENOMINATOR = 27_720;
  return weights.map(([amount, weight]) => [amount, Math.round(weight * EVERY_SMALL_DENOMINATOR)]);
}
