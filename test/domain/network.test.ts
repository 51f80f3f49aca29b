import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../src/domain/build-network.ts';
import { checkDaysCovered } from '../../src/domain/network-check.ts';
import { activity, description } from '../support/network.ts';
import { day } from '../support/sample-plan.ts';

function faultsOf(...args: Parameters<typeof description>): string[] {
  const built = buildNetwork(description(...args));
  return built.ok
    ? []
    : built.problems.map(({ path, what, value }) => `${path.join('.')}: ${what}: ${value}`);
}

describe('a network is refused', () => {
  it('for a cycle, which it names in the direction of time', () => {
    const cyclic = [
      activity('start'),
      activity('a', { after: ['start', 'c'] }),
      activity('b', { after: ['a'] }),
      activity('c', { after: ['b'] }),
      activity('end', { after: ['c'] }),
    ];

    expect(faultsOf(cyclic)).toEqual([
      expect.stringMatching(/^activities: cycle: (a -> b -> c -> a|b -> c -> a -> b|c -> a -> b -> c)$/),
    ]);
  });

  it('for an activity that waits for itself', () => {
    expect(faultsOf([activity('a', { after: ['a'] })])).toEqual(['activities: cycle: a -> a']);
  });

  it('for every fault at once', () => {
    const faulty = [
      activity('a', { finishedOn: day('2026-12-01') }),
      activity('a', { after: ['nowhere'] }),
      activity('b', { startedOn: day('2026-12-09') }),
    ];
    const horizon = { from: day('2026-12-20'), until: day('2026-12-01') };

    expect(faultsOf(faulty, { horizon })).toEqual([
      'activities.1.id: duplicate id: a',
      'activities.1.after.0.activity: unknown predecessor: nowhere',
      'horizon.from: after horizon.until: 2026-12-20',
      'activities.0.finishedOn: finished without a start: 2026-12-01',
      'activities.2.startedOn: a fact later than asOf: 2026-12-09',
    ]);
  });

  it.each([
    ['not finished', {}],
    ['finished the day after', { startedOn: day('2026-11-30'), finishedOn: day('2026-12-02') }],
  ])('for a start before its predecessor: %s', (_, changes) => {
    const faults = faultsOf([
      activity('a', changes),
      activity('b', { after: ['a'], startedOn: day('2026-12-01') }),
    ]);

    expect(faults).toEqual([
      'activities.1.startedOn: starts before its predecessor a is finished: 2026-12-01',
    ]);
  });
});

describe('days that somebody wrote', () => {
  it('must lie in the cover of the calendar, each named with its place', () => {
    const faults = checkDaysCovered(
      description([activity('a', { closesOn: day('2027-01-31') })], { cutoff: day('2026-12-31') }),
    );

    expect(faults.map(({ path, value, allowed }) => `${path.join('.')}: ${value}: ${allowed}`)).toEqual([
      'cutoff: 2026-12-31: a day from 2016-01-01 to 2026-12-28',
      'activities.0.window.closesOn: 2027-01-31: a day from 2016-01-01 to 2026-12-28',
    ]);
  });
});
