// What would change on the online way of Shanghai 2027: a permit to Thursday 2026-12-31, looked at on Sunday 2026-11-22.
// As it is: renewed from Wed 2 December, the form on Mon 7, HR to Tue 8, confirmed by Fri 11, registered that day, five
// working days of review to Fri 18, paid that day.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { compareWhatIf, type WhatIf, type WhatIfComparison } from '../../src/app/compare-what-if.ts';
import { type Day, formatDay } from '../../src/domain/day.ts';
import { possiblyOnTime, surelyOnTime } from '../../src/domain/likelihood.ts';
import { type Plan, recommendedRouteOf } from '../../src/domain/plan.ts';
import { whatIfOffers } from '../../src/domain/what-if-offers.ts';
import { planWords } from '../../src/emitters/wording/plan-words.ts';
import { FAMILIES } from '../clients/plans-of-all-verdicts.ts';
import { forAll } from '../support/laws.ts';
import { day } from '../support/sample-plan.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);

const NOTHING: WhatIf = { takes: new Map(), startOn: null, cutoffOn: null, isFullTime: false };
const ONLINE = {
  policy: 'shanghai-2027',
  asOf: '2026-11-22',
  facts: { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' },
};

function compare(whatIf: Partial<WhatIf>, caseJson: object = ONLINE) {
  return compareWhatIf(book, caseJson, () => day('2026-11-22'), null, { ...NOTHING, ...whatIf });
}

function compared(whatIf: Partial<WhatIf>, caseJson: object = ONLINE): WhatIfComparison {
  const result = compare(whatIf, caseJson);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  return result.value;
}

function told(plan: Plan) {
  const route = recommendedRouteOf(plan);
  const { usualLastStart, safeLastStart, completion } = route ?? {};
  const text = (value: typeof usualLastStart) => (value ? formatDay(value) : null);
  return {
    verdict: plan.verdict,
    usual: text(usualLastStart),
    safe: text(safeLastStart),
    paid: text(completion?.statutory),
  };
}

describe('what if', () => {
  it('HR approves on the day itself: a day more for everything before, paid a day earlier, on Thursday 17', () => {
    const { before, after } = compared({ takes: new Map([['hr-approval', 0]]) });

    expect(told(before)).toEqual({
      verdict: 'on-track',
      usual: '2026-12-09',
      safe: '2026-12-02',
      paid: '2026-12-18',
    });
    expect(told(after)).toEqual({
      verdict: 'on-track',
      usual: '2026-12-10',
      safe: '2026-12-03',
      paid: '2026-12-17',
    });
  });

  it('HR takes two working days: begun by Tuesday 8, the safest day is gone before the permit can be renewed', () => {
    const { after } = compared({ takes: new Map([['hr-approval', 2]]) });

    expect(told(after)).toMatchObject({ usual: '2026-12-08', safe: '2026-12-01', paid: '2026-12-21' });
  });

  it('the renewal is on Monday 7 December instead of Wednesday 2: paid on Wednesday 23, and tight', () => {
    const { after } = compared({ startOn: day('2026-12-07') });

    // Three working days to Thu 10, HR to Fri 11, three more to Wed 16, five of review to Wed 23.
    expect(told(after)).toEqual({
      verdict: 'tight',
      usual: '2026-12-09',
      safe: '2026-12-02',
      paid: '2026-12-23',
    });
  });

  it('the cutoff is put off by three days to Monday 28 December: the renewal by Thursday 10', () => {
    const { before, after } = compared({ cutoffOn: day('2026-12-28') });

    expect(before.cutoff.isOwn).toBe(false);
    expect([formatDay(after.cutoff.on), after.cutoff.isOwn]).toEqual(['2026-12-28', true]);
    expect(told(after).usual).toBe('2026-12-10');
  });

  it('the office uses up the 20 working days of the law: too late, with no chance left', () => {
    const { before, after } = compared({ isFullTime: true });
    const chanceOf = (plan: Plan) => {
      const likelihood = recommendedRouteOf(plan)?.likelihood;
      return likelihood ? surelyOnTime(likelihood) : null;
    };

    expect([before.verdict, after.verdict]).toEqual(['on-track', 'too-late']);
    expect([chanceOf(before), chanceOf(after)]).toEqual([1, 0]);
  });

  it('a cutoff on Wednesday 30 December and the renewal on Monday 14: the next holiday notice decides, and nobody says "none"', () => {
    const { after } = compared({ startOn: day('2026-12-14'), cutoffOn: day('2026-12-30') });
    const route = recommendedRouteOf(after);

    expect(after.verdict).toBe('at-risk');
    // With the days after Monday 28 all worked it is in time for certain, with none of them worked it is not.
    expect(route?.likelihood).toEqual({ atLeast: 0, atMost: 1 });
    expect(route && planWords(after, route, 'en').chance).toContain(': not known yet');
  });

  it('whatever day it starts and whatever the cutoff: at risk, there is a chance; too late, there is none', () => {
    const start = fc.integer({ min: day('2026-12-02'), max: day('2026-12-25') });
    const cutoff = fc.integer({ min: day('2026-12-25'), max: day('2027-01-20') });
    forAll(fc.tuple(start, cutoff), 60, ([startOn, cutoffOn]) => {
      const { after } = compared({ startOn: startOn as Day, cutoffOn: cutoffOn as Day });
      const likelihood = recommendedRouteOf(after)?.likelihood ?? { onTime: 0 };

      if (after.verdict === 'at-risk') expect(possiblyOnTime(likelihood)).toBeGreaterThan(0);
      if (after.verdict === 'too-late') expect(possiblyOnTime(likelihood)).toBe(0);
    });
  });

  it('two things come together: HR slower by a day and a cutoff a working day later leave the renewal where it was', () => {
    const { after } = compared({ takes: new Map([['hr-approval', 2]]), cutoffOn: day('2026-12-28') });

    expect(told(after).usual).toBe('2026-12-09');
  });

  it.each([0, 1, 2, 3, 5])(
    'HR takes %i working days: the same days as if the family had said so',
    (amount) => {
      const said = { ...ONLINE, facts: { ...ONLINE.facts, hrApprovalWorkingDays: amount } };
      const { after } = compared({ takes: new Map([['hr-approval', amount]]) });

      expect(told(after)).toEqual(told(compared({}, said).before));
    },
  );

  it('the cutoff moves to Monday 28 December: the same plan as if the family held the notice', () => {
    const held = { ...ONLINE, overrides: { cutoff: { on: '2026-12-28', source: 'what if' } } };

    expect(compared({ cutoffOn: day('2026-12-28') }).after).toEqual(compared({}, held).before);
  });

  it('nothing is supposed: the plan is the same', () => {
    const { before, after } = compared({});

    expect(after).toEqual(before);
  });

  it('what is over stays as it was: HR approved on Tuesday 8, and can be supposed no more', () => {
    const done = {
      ...ONLINE,
      asOf: '2026-12-09',
      actuals: {
        'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' },
        'points-form': { startedOn: '2026-12-07', finishedOn: '2026-12-07' },
        'hr-approval': { startedOn: '2026-12-08', finishedOn: '2026-12-08', outcome: 'online' },
      },
    };
    const result = compare({ takes: new Map([['hr-approval', 2]]) }, done);

    expect(result).toMatchObject({ ok: false, problems: [{ path: ['takes', 'hr-approval'] }] });
  });

  it('the slower HR, the earlier the last start and never a better chance', () => {
    const amounts = [0, 1, 2, 3, 5];
    forAll(fc.constantFrom('2026-11-22', '2026-12-02', '2026-12-07', '2026-12-09'), 10, (asOf) => {
      const tried = amounts.map((amount) => {
        const { after } = compared({ takes: new Map([['hr-approval', amount]]) }, { ...ONLINE, asOf });
        const route = after.routes.find(({ id }) => id === 'points-online');
        return {
          last: route?.usualLastStart ?? 0,
          chance: route?.likelihood ? surelyOnTime(route.likelihood) : 0,
        };
      });
      for (const [index, { last, chance }] of tried.slice(1).entries()) {
        expect(last).toBeLessThanOrEqual(tried[index]?.last ?? 0);
        expect(chance).toBeLessThanOrEqual((tried[index]?.chance ?? 0) + 1e-9);
      }
    });
  });

  it('refuses at once all that cannot be tried, each with what can be', () => {
    const result = compare({
      takes: new Map([
        ['hr-approval', 99],
        ['points-review', 1],
      ]),
      startOn: day('2026-12-01'),
      cutoffOn: day('2026-11-21'),
    });

    expect(result.ok ? [] : result.problems.map(({ path, allowed }) => [path.join('.'), allowed])).toEqual([
      ['takes.hr-approval', '0 | 1 | 2 | 3 | 5'],
      ['takes.points-review', 'a step of the employer that is not over'],
      ['startOn', '2026-12-02 to 2026-12-25'],
      ['cutoffOn', '2026-11-22 to 2027-04-24'],
    ]);
  });
});

describe('what can be tried', () => {
  const offersOf = (caseJson: object) => whatIfOffers(compared({}, caseJson).before);

  it('is read off the plan: HR, the first step, the cutoff, the office that has more time by law', () => {
    const offers = offersOf(ONLINE);

    expect(offers?.durations.map(({ activity, amounts }) => [activity.id, amounts])).toEqual([
      ['hr-approval', [0, 1, 2, 3, 5]],
    ]);
    expect(offers?.start?.activity.id).toBe('renew-permit');
    expect(offers?.fullTime.map(({ activity, limit }) => [activity.id, limit.amount])).toEqual([
      ['points-review', 20],
    ]);
  });

  it('has no HR where the way has none, as in Anqing', () => {
    expect(offersOf({ policy: 'anqing-2024', asOf: '2023-11-22', facts: {} })?.durations).toEqual([]);
  });

  it.each(FAMILIES)('never breaks a plan: $verdict', ({ asOf, case: caseJson, verdict }) => {
    const given = { ...caseJson, asOf };
    const offers = offersOf(given);
    if (verdict === 'done' || verdict === 'not-eligible') return expect(offers).toBeNull();

    const everything = {
      takes: new Map(offers?.durations.map(({ activity, amounts }) => [activity.id, amounts.at(-1) ?? 0])),
      startOn: offers?.start?.until ?? null,
      cutoffOn: offers?.cutoff?.until ?? null,
      isFullTime: (offers?.fullTime.length ?? 0) > 0,
    };
    expect(compare(everything, given)).toMatchObject({ ok: true });
  });
});
