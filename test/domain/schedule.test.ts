// Both passes on small networks whose days are counted by hand; the whole chains are in test/scenarios.

import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/domain/day.ts';
import type { Network } from '../../src/domain/network.ts';
import { computeScenario, type ScenarioSchedule } from '../../src/domain/schedule.ts';
import { smallCalendar } from '../support/china.ts';
import { activity, network } from '../support/network.ts';
import { day } from '../support/sample-plan.ts';

/** `a: 2026-12-02..2026-12-04 | 2026-12-10..2026-12-12 by 2026-12-13 (8/6)`: earliest | latest, must finish by, float. */
function told({ activities }: ScenarioSchedule): Record<string, string> {
  const range = (dates: { startOn: never; finishOn: never } | null) =>
    dates === null ? '-' : `${formatDay(dates.startOn)}..${formatDay(dates.finishOn)}`;
  return Object.fromEntries(
    activities.map(({ id, earliest, latest, float }) => [
      id,
      [
        `${range(earliest as never)} | ${range(latest as never)}`,
        latest === null ? '' : ` by ${formatDay(latest.mustFinishBy)}`,
        float === null ? '' : ` (${float.days}/${float.workingDays})`,
      ].join(''),
    ]),
  );
}

function schedule(built: Network): ScenarioSchedule {
  return computeScenario(built, 'statutory');
}

describe('a chain of three', () => {
  const chain = [
    activity('renew', { startsOn: 'working-day' }),
    activity('wait', { takes: '3wd', after: ['renew'] }),
    activity('pay', { after: ['wait'] }),
  ];

  it('runs forward from today and backward from the cutoff', () => {
    const result = schedule(network(chain));

    // Wed 2 Dec; Thu 3, Fri 4, Mon 7. Back from Fri 18: 18, 17, 16, so the wait may begin on Tue 15.
    expect(told(result)).toEqual({
      renew: '2026-12-02..2026-12-02 | 2026-12-15..2026-12-15 by 2026-12-15 (13/9)',
      wait: '2026-12-02..2026-12-07 | 2026-12-15..2026-12-18 by 2026-12-18 (13/9)',
      pay: '2026-12-07..2026-12-07 | 2026-12-18..2026-12-18 by 2026-12-18 (11/9)',
    });
    expect(result.isFeasible).toBe(true);
    expect(result.completionOn).toBe(day('2026-12-07'));
    expect(result.drivingPath).toEqual(['renew', 'wait', 'pay']);
  });

  it('that is late has negative floats, in calendar and in working days', () => {
    const result = schedule(network(chain, { cutoff: day('2026-12-04') }));

    // Back from Fri 4: 4, 3, 2, so the wait had to begin by Tue 1.
    expect(told(result)).toEqual({
      renew: '2026-12-02..2026-12-02 | 2026-12-01..2026-12-01 by 2026-12-01 (-1/-1)',
      wait: '2026-12-02..2026-12-07 | 2026-12-01..2026-12-04 by 2026-12-04 (-1/-1)',
      pay: '2026-12-07..2026-12-07 | 2026-12-04..2026-12-04 by 2026-12-04 (-3/-1)',
    });
    expect(result.isFeasible).toBe(false);
  });

  it('whose order in the file is another has the same dates', () => {
    const shuffled = schedule(network(chain.toReversed()));

    expect(told(shuffled)).toEqual(told(schedule(network(chain))));
  });
});

describe('offices and windows', () => {
  it('a counter that is closed on Saturday is reached on Monday, and on the Friday before at the latest', () => {
    const result = schedule(
      network([activity('counter', { startsOn: 'working-day' })], {
        asOf: day('2026-12-05'),
        cutoff: day('2026-12-20'),
      }),
    );

    expect(told(result)).toEqual({
      counter: '2026-12-07..2026-12-07 | 2026-12-18..2026-12-18 by 2026-12-20 (11/9)',
    });
  });

  it('a window that opens on Saturday lets the counter start on Monday', () => {
    const result = schedule(
      network([
        activity('renew', {
          startsOn: 'working-day',
          opensOn: day('2026-12-05'),
          closesOn: day('2026-12-13'),
        }),
      ]),
    );

    // Closes on Sunday 13: the last open day is Friday 11.
    expect(told(result)).toEqual({
      renew: '2026-12-07..2026-12-07 | 2026-12-11..2026-12-11 by 2026-12-18 (4/4)',
    });
  });

  it('a result that is due on Saturday comes on Monday, and must be begun so that it comes in time', () => {
    const review = activity('review', { takes: '10d', finishRolls: 'forward' });
    const result = schedule(network([review], { cutoff: day('2026-12-13') }));

    // Wed 2 + 10 = Sat 12, given out on Mon 14. By Sun 13 means by Fri 11, so begun by Tue 1.
    expect(told(result)).toEqual({
      review: '2026-12-02..2026-12-14 | 2026-12-01..2026-12-11 by 2026-12-13 (-1/-1)',
    });
  });
});

describe('papers that expire', () => {
  const proofAndUse = [
    activity('proof', { startsOn: 'working-day' }),
    activity('renew', {
      startsOn: 'working-day',
      opensOn: day('2026-12-16'),
      after: [{ id: 'proof', maxLag: '7d' }],
    }),
  ];

  it('are not fetched earlier than they can be used: 7 days before Wed 16 is Wed 9', () => {
    expect(told(schedule(network(proofAndUse)))).toEqual({
      proof: '2026-12-09..2026-12-09 | 2026-12-18..2026-12-18 by 2026-12-18 (9/7)',
      renew: '2026-12-16..2026-12-16 | 2026-12-18..2026-12-18 by 2026-12-18 (2/2)',
    });
  });

  it('and are already there bind what uses them: a proof of Tue 1 expires on Tue 8', () => {
    const [proof, renew] = proofAndUse;
    const fetched = { ...proof, startedOn: day('2026-12-01'), finishedOn: day('2026-12-01') };
    const result = schedule(network([fetched as never, { ...renew, opensOn: null } as never]));

    expect(told(result)).toMatchObject({
      renew: '2026-12-02..2026-12-02 | 2026-12-08..2026-12-08 by 2026-12-18 (6/4)',
    });
  });

  it('that can never be used in time leave the horizon: no start day works', () => {
    const impossible = [activity('a'), activity('b', { after: [{ id: 'a', minLag: '3wd', maxLag: '2d' }] })];
    const result = schedule(
      network(impossible, { horizon: { from: day('2026-12-01'), until: day('2026-12-20') } }),
    );

    expect(result.left).toEqual({ activity: 'b', bound: 'horizon' });
    expect(result.isFeasible).toBe(false);
    expect(result.completionOn).toBeNull();
  });
});

describe('what has happened', () => {
  it('done: keeps its days; what follows counts from them', () => {
    const result = schedule(
      network(
        [
          activity('renew', { startedOn: day('2026-12-02'), finishedOn: day('2026-12-03') }),
          activity('wait', { takes: '3wd', after: ['renew'] }),
        ],
        { asOf: day('2026-12-04') },
      ),
    );

    // The wait is not recorded as begun, so it can begin today: Mon 7, Tue 8, Wed 9.
    expect(told(result)).toEqual({
      renew: '2026-12-02..2026-12-03 | -',
      wait: '2026-12-04..2026-12-09 | 2026-12-15..2026-12-18 by 2026-12-18 (11/7)',
    });
  });

  it.each([
    ['2026-12-04', '2026-12-07', false, 'in its time: Thu 3, Fri 4, Mon 7'],
    ['2026-12-07', '2026-12-07', false, 'on the day it is expected'],
    ['2026-12-09', '2026-12-09', true, 'overdue: assumed to finish today'],
  ])(
    'running since Wed 2, looked at on %s, is expected on %s; overdue %s: %s',
    (asOf, expectedOn, isOverdue) => {
      const result = schedule(
        network([activity('wait', { takes: '3wd', startedOn: day('2026-12-02') })], { asOf: day(asOf) }),
      );
      const [wait] = result.activities;

      expect(wait?.earliest?.finishOn).toBe(day(expectedOn));
      expect(wait?.isOverdue).toBe(isOverdue);
      expect(wait?.latest?.mustFinishBy).toBe(day('2026-12-18'));
      expect(wait?.float?.days).toBe(day('2026-12-18') - day(expectedOn));
    },
  );
});

describe('at the end of the cover', () => {
  it('a date in a year without a notice is not known, and what came before it is', () => {
    const result = schedule(
      network([
        activity('renew'),
        activity('wait', { takes: '20wd', after: ['renew'] }),
        activity('pay', { after: ['wait'] }),
      ]),
    );

    expect(told(result)).toMatchObject({
      renew: expect.stringMatching(/^2026-12-02/),
      wait: expect.stringMatching(/^- /),
    });
    expect(result.left).toEqual({ activity: 'wait', bound: 'calendar' });
  });

  it('a latest day is known all the same: counting back from the cutoff never reads the next year', () => {
    const result = schedule(
      network([
        activity('renew'),
        activity('wait', { takes: '20wd', after: ['renew'] }),
        activity('pay', { after: ['wait'] }),
      ]),
    );

    // 18-14, 11-7, 4-30 Nov, 27-23 Nov are twenty: the day before Mon 23 is Sun 22.
    expect(told(result).renew).toBe('2026-12-02..2026-12-02 | 2026-11-22..2026-11-22 by 2026-11-22 (-10/-8)');
  });

  it('a backward pass that finds no day leaves every latest day open', () => {
    const calendar = smallCalendar();
    const result = schedule(
      network([activity('a', { takes: '20wd' }), activity('b', { after: ['a'] })], {
        calendar,
        asOf: day('2026-11-02'),
        cutoff: day('2026-11-06'),
      }),
    );

    expect(result.activities.map(({ latest }) => latest)).toEqual([null, null]);
    expect(result.completionOn).toBe(day('2026-11-30'));
  });
});

describe('what drives the end', () => {
  it('is the branch that ends last, not the one that waits; of equal sinks the smaller id', () => {
    const result = schedule(
      network([
        activity('start'),
        activity('short', { takes: '2d', after: ['start'] }),
        activity('long', { takes: '5d', after: ['start'] }),
        activity('end-b', { after: ['short', 'long'] }),
        activity('end-a', { after: ['long'] }),
      ]),
    );

    expect(result.drivingPath).toEqual(['start', 'long', 'end-a']);
  });

  it('marks as completion-critical what cannot slip a day', () => {
    const result = schedule(
      network([
        activity('start'),
        activity('short', { takes: '2d', after: ['start'] }),
        activity('long', { takes: '5d', after: ['start'] }),
        activity('end', { after: ['short', 'long'] }),
      ]),
    );

    expect(
      Object.fromEntries(result.activities.map(({ id, isCompletionCritical }) => [id, isCompletionCritical])),
    ).toEqual({
      start: true,
      short: false,
      long: true,
      end: true,
    });
  });
});
