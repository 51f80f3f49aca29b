// The fork of the points routes: after HR approves, the portal says whether papers are needed. What each end means is
// told beforehand; what was seen decides.

import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { makePlan } from '../../src/app/make-plan.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { day } from '../support/sample-plan.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);

/** A permit to Thursday 31 December 2026, nothing changed, looked at on Sunday 22 November; `more` laid over it. */
function planOf(more: { asOf?: string; facts?: object; actuals?: object } = {}): Plan {
  const { asOf = '2026-11-22', facts = {}, actuals = {} } = more;
  const caseJson = {
    policy: 'shanghai-2027',
    asOf,
    facts: { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged', childOnPointsNotice: 'yes', ...facts },
    actuals,
  };
  const plan = makePlan(book, caseJson, () => day(asOf), null);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.value;
}

/** Renewed on Wed 2, sent on Mon 7, approved by HR on Tue 8 December; looked at on that day. */
function approved(outcome: string | null, facts: object = {}): Plan {
  return planOf({
    asOf: '2026-12-08',
    facts,
    actuals: {
      'renew-permit': { startedOn: '2026-12-02', finishedOn: '2026-12-02' },
      'points-form': { startedOn: '2026-12-07', finishedOn: '2026-12-07' },
      'hr-approval': { startedOn: '2026-12-07', finishedOn: '2026-12-08', ...(outcome && { outcome }) },
    },
  });
}

const routeOf = (plan: Plan, id: string) => plan.routes.find((route) => route.id === id);

describe('before HR approves', () => {
  const { fork, routes } = planOf();

  it('the plan names the day to look, and what each end means: online in time, paper too late with what to do', () => {
    expect(fork).toMatchObject({ activity: 'hr-approval', lookOn: day('2026-12-08') });
    expect(fork?.branches.map(({ outcome, route, verdict }) => [outcome, route, verdict])).toEqual([
      ['online', 'points-online', 'on-track'],
      ['paper', 'points-paper', 'too-late'],
    ]);
    expect(fork?.branches[1]?.instead?.zh).toContain('12393');
  });

  it('the chance of a route is told under the outcome that it counts on', () => {
    const counted = routes.map(({ id, ifOutcomes }) => [id, ifOutcomes.map(({ outcome }) => outcome)]);

    expect(Object.fromEntries(counted)).toMatchObject({
      'points-online': ['online'],
      'points-paper': ['paper'],
    });
  });

  it('there is no fork where only one way is open: with a changed job it is paper', () => {
    const plan = planOf({ facts: { pointsChange: 'changed' } });

    expect(plan.fork).toBeNull();
    expect(routeOf(plan, 'points-paper')?.ifOutcomes).toEqual([]);
  });
});

describe('after HR has approved on Tuesday 8 December', () => {
  it('and the screen asked for no papers, only the online route is left', () => {
    const plan = approved('online');

    expect(plan.fork).toBeNull();
    expect(plan.recommendedRoute).toBe('points-online');
    expect(routeOf(plan, 'points-online')?.ifOutcomes).toEqual([]);
    expect(routeOf(plan, 'points-paper')?.notEligibleBecause).toEqual({
      zh: '“单位人事网上审核”的结果是“单位审核通过，无需提交书面材料”',
      en: '“HR approves online” ended with “approved, no papers needed”',
    });
  });

  it('and it asked for papers, only the paper route is left, and it is too late', () => {
    const plan = approved('paper');

    expect([plan.recommendedRoute, plan.verdict]).toEqual(['points-paper', 'too-late']);
    expect(routeOf(plan, 'points-online')?.verdict).toBe('not-eligible');
  });

  it('what the screen said counts for more than the answer that something had changed', () => {
    const plan = approved('online', { pointsChange: 'changed' });

    expect([plan.recommendedRoute, plan.verdict]).toEqual(['points-online', 'on-track']);
  });

  it('and nobody has noted what it said, both ways stay open', () => {
    expect(approved(null).fork?.branches).toHaveLength(2);
  });

  it('an outcome that there is not is refused with those there are', () => {
    const actuals = { 'hr-approval': { startedOn: '2026-12-07', finishedOn: '2026-12-08', outcome: 'fax' } };
    const caseJson = {
      policy: 'shanghai-2027',
      asOf: '2026-12-08',
      facts: { permitExpiresOn: '2026-12-31' },
      actuals,
    };

    expect(makePlan(book, caseJson, () => day('2026-12-08'), null)).toEqual({
      ok: false,
      problems: [
        {
          path: ['actuals', 'hr-approval', 'outcome'],
          what: 'unknown outcome',
          value: 'fax',
          allowed: 'online | paper',
        },
      ],
    });
  });
});

describe('by the permit alone', () => {
  it('is shown with what is known of it, is recommended to nobody, and is what to ask about first', () => {
    // The points routes are late on 15 December; by the permit alone it would still be in time.
    const plan = planOf({ asOf: '2026-12-15' });
    const route = routeOf(plan, 'permit-only');

    expect(route).toMatchObject({ isRecommendable: false, confidence: 'unknown' });
    expect(route?.verdict).not.toBe('not-eligible');
    expect(plan.recommendedRoute).not.toBe('permit-only');
    expect(plan.routes.at(-1)?.id).toBe('permit-only');
    expect(plan.questions[0]).toMatchObject({ id: 'points-still-needed', isAskedFirst: true });
  });
});
