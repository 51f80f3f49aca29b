import { describe, expect, it } from 'vitest';
import { completionDistribution, finishedBy } from '../../src/domain/completion-distribution.ts';
import { formatDay } from '../../src/domain/day.ts';
import type { ActivityDescription, Network } from '../../src/domain/network.ts';
import { computeScenario } from '../../src/domain/schedule.ts';
import { activity, network } from '../support/network.ts';
import { day } from '../support/sample-plan.ts';

/** An activity that takes each of the amounts with the weight beside it. */
function varying(
  id: string,
  unit: 'calendar-days' | 'working-days',
  weights: readonly [number, number][],
  after: string[] = [],
): ActivityDescription {
  const amounts = weights.map(([amount]) => amount);
  const least = { amount: Math.min(...amounts), unit };
  const most = { amount: Math.max(...amounts), unit };
  return {
    ...activity(id, { after }),
    durations: { min: least, mode: least, max: most, statutory: most },
    outcomes: weights.map(([amount, weight]) => ({ period: { amount, unit }, weight })),
  };
}

function told(built: Network): Record<string, number> {
  const days = completionDistribution(built, computeScenario(built, 'min')) ?? [];
  return Object.fromEntries(days.map(({ finishOn, probability }) => [formatDay(finishOn), probability]));
}

describe('the day on which everything is finished', () => {
  it('a weekend gathers what comes on its days: 1 or 2 days from Thu 3 Dec, a counter, 1 or 2 working days', () => {
    // Fri 4 or Sat 5; the counter on Fri 4 or Mon 7; then Mon 7, Tue 8 or Tue 8, Wed 9: 1/4, 1/2, 1/4.
    const built = network(
      [
        varying('x', 'calendar-days', [
          [1, 1],
          [2, 1],
        ]),
        activity('counter', { startsOn: 'working-day', after: ['x'] }),
        varying(
          'y',
          'working-days',
          [
            [1, 1],
            [2, 1],
          ],
          ['counter'],
        ),
      ],
      // The cutoff is long past: it does not matter here.
      { asOf: day('2026-12-03'), cutoff: day('2026-12-04') },
    );

    expect(told(built)).toEqual({
      '2026-12-07': expect.closeTo(1 / 4, 12),
      '2026-12-08': expect.closeTo(1 / 2, 12),
      '2026-12-09': expect.closeTo(1 / 4, 12),
    });
  });

  it('of two branches is the later one: 1 or 3 days beside 2 days from Wed 2 Dec', () => {
    const built = network([
      varying('a', 'calendar-days', [
        [1, 3],
        [3, 1],
      ]),
      activity('b', { takes: '2d' }),
      activity('end', { after: ['a', 'b'] }),
    ]);

    expect(told(built)).toEqual({
      '2026-12-04': expect.closeTo(3 / 4, 12),
      '2026-12-05': expect.closeTo(1 / 4, 12),
    });
  });

  it('is likely by the first day on which the sum reaches the share', () => {
    const distribution = [
      { finishOn: day('2026-12-07'), probability: 0.25 },
      { finishOn: day('2026-12-08'), probability: 0.5 },
      { finishOn: day('2026-12-09'), probability: 0.15 },
    ];

    expect(finishedBy(distribution, 0.25)).toBe(day('2026-12-07'));
    expect(finishedBy(distribution, 0.5)).toBe(day('2026-12-08'));
    expect(finishedBy(distribution, 0.9)).toBe(day('2026-12-09'));
    expect(finishedBy(distribution, 0.95)).toBeNull();
  });
});
