// The chance of a plan and what would raise it, on the way of 2016, counted by hand.

import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { makePlan } from '../../src/app/make-plan.ts';
import { formatDay } from '../../src/domain/day.ts';
import { surelyOnTime } from '../../src/domain/likelihood.ts';
import { recommendedRouteOf } from '../../src/domain/plan.ts';
import type { PlannedRoute } from '../../src/domain/planned-route.ts';
import { day } from '../support/sample-plan.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);

function routeOf(permitExpiresOn: string, asOf: string): PlannedRoute {
  const caseJson = { policy: 'shanghai-2017', asOf, facts: { permitExpiresOn } };
  const plan = makePlan(book, caseJson, () => day(asOf), null);
  const route = plan.ok ? recommendedRouteOf(plan.value) : undefined;
  if (route === undefined) throw new Error('the case of a test is at fault');
  return route;
}

describe('a permit to Tuesday 2016-12-20, renewed on Monday 21 November', () => {
  const route = routeOf('2016-12-20', '2016-11-14');

  it('is in time 59 times out of 60', () => {
    // HR on Wed 23. The counter accepts on Thu 24 (2 of 3) or Fri 25 (1 of 3); the review takes 15-20 days with the
    // weights 4, 8, 12, 9, 6, 3 of 42, given out on working days: the result comes on Wed 14 Dec with probability
    // 2/3 · 3/42 (20 days from Thu 24) + 1/3 · 6/42 (19 from Fri 25) = 12/126, on Thu 15 with 1/3 · 3/42 = 3/126, else
    // earlier. The registration's review takes 7-10 days (4, 3, 2, 1 of 10) and must be out by Fri 23: from Wed 14 ten
    // days are too long (1/10), from Thu 15 nine and ten (3/10). 12/126 · 1/10 + 3/126 · 3/10 = 2.1/126 = 1/60.
    expect(route.likelihood === null ? 0 : surelyOnTime(route.likelihood)).toBeCloseTo(59 / 60, 12);
    expect(route.likelihoodBasis).toEqual({ sources: ['eastday-2016'], confidence: 'reported' });
  });

  it('falls with the day on which the papers are fetched, to 1 in 40 on Monday 28 November, the last that may be in time', () => {
    const { chanceByStart, activities } = route;
    const days = chanceByStart?.days ?? [];
    const chances = days.map(({ likelihood }) => surelyOnTime(likelihood));

    expect(activities.find(({ id }) => id === chanceByStart?.activity)?.actor).toBe('applicant');
    expect(days[0] && formatDay(days[0].startOn)).toBe('2016-11-14');
    expect(chances[0]).toBeCloseTo(59 / 60, 12);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(days.at(-1)?.startOn).toBe(day('2016-11-28'));
    expect(chances.at(-1)).toBeCloseTo(0.025, 3);
    // What `startBy` tells are the thresholds of the same curve.
    const lastWith = (least: number) =>
      days.filter((_, index) => (chances[index] ?? 0) >= least).at(-1)?.startOn;
    expect(route.startBy.p90).toBe(lastWith(0.9));
    expect(route.startBy.p50).toBe(lastWith(0.5));
  });

  it('names what would make it stand the full time, the nearest helper first', () => {
    const [problem] = route.problems;
    const remedies = problem !== undefined && 'remedies' in problem ? problem.remedies : [];

    expect(
      remedies.map(({ action, activity, who, days, unit }) => [action, activity, who, days, unit]),
    ).toEqual([
      // Full time: 20 working days from Fri 25 Nov end on Fri 23 Dec, + 10 is Mon 2 Jan (off), Tue 3: 9 days late.
      // 12 working days end on Tue 13, + 10 is Fri 23: 8 fewer.
      ['hurry', 'points-review', 'office', 8, 'working-days'],
      // From Fri 23 Dec the payment by Sun 25 leaves nothing: none of the 10 days.
      ['hurry', 'registration-review', 'office', 10, 'calendar-days'],
      ['extension', null, 'authority', 9, 'calendar-days'],
    ]);
  });
});

describe('the permit of the story, to Saturday 2016-12-31', () => {
  const route = routeOf('2016-12-31', '2016-11-01');

  it('cannot be in time: the chance is none, and nobody is promised anything', () => {
    expect(route.likelihood).toEqual({ onTime: 0 });
    expect(route.startBy).toEqual({ certain: null, p90: null, p50: null });
    expect(route.chanceByStart).toBeNull();
  });

  it('could be only if the office accepted it 4 days earlier, or reviewed it 5 days faster, or the cutoff moved by 3', () => {
    const [problem] = route.problems;
    const remedies = problem !== undefined && 'remedies' in problem ? problem.remedies : [];
    const told = remedies.map(({ action, activity, days }) => `${action} ${activity} ${days}`);

    // Mon 28 Nov instead of Fri 2 Dec; a result by Fri 16 instead of Wed 21 Dec; paid on Wed 28 instead of Sun 25.
    expect(told).toContain('earlier-window renew-permit 4');
    expect(told).toContain('hurry points-review 5');
    expect(told).toContain('extension null 3');
  });
});

it('of a permit to 2026-12-31 the renewal can wait until Wednesday 9 December without losing anything', () => {
  const caseJson = { policy: 'shanghai-2027', asOf: '2026-11-22', facts: { permitExpiresOn: '2026-12-31' } };
  const plan = makePlan(book, caseJson, () => day('2026-11-22'), null);
  const startBy = plan.ok ? recommendedRouteOf(plan.value)?.startBy : undefined;

  // The confirmation takes 2 or 3 working days, and 3 are still in time on the 9th; from the 10th on only 2 are:
  // HR on Wed 16, Thu 17 and Fri 18, registration by Sun 20. Of 2 and 3 with the triangle's weights 1/2 and 1 the
  // shorter comes once in three: less than one half.
  expect(startBy?.certain && formatDay(startBy.certain)).toBe('2026-12-09');
  expect(startBy?.p50 && formatDay(startBy.p50)).toBe('2026-12-09');
});
