// How often each duration comes when only the shortest, the most frequent and the longest are known.

/**
 * The discrete triangle of scheduling.md §7: the weight rises by equal steps from `min` to `mode` and falls by
 * equal steps to `max`; both ends have weight. Whole amounts, min <= mode <= max.
 *
 * @returns each amount with its weight, not normalised.
 */
export function triangleWeights({
  min,
  mode,
  max,
}: Readonly<Record<'min' | 'mode' | 'max', number>>): [number, number][] {
  return Array.from({ length: max - min + 1 }, (_, index): [number, number] => {
    const amount = min + index;
    const weight =
      amount <= mode ? (amount - min + 1) / (mode - min + 1) : (max - amount + 1) / (max - mode + 1);
    return [amount, weight];
  });
}
