// Which changes of a plan somebody must be told of. The plan: renewal by Wed 9 December 2026 (safest Wed 2), HR by Mon
// 14, cutoff Fri 25, on track.

import { describe, expect, it, test } from 'vitest';
import { differenceOf, isWorthTelling } from '../../src/domain/plan-difference.ts';
import type { DigestStep, PlanDigest } from '../../src/domain/plan-digest.ts';
import { day } from '../support/sample-plan.ts';

function step(id: string, latestStart: string | null, changes: Partial<DigestStep> = {}): DigestStep {
  return {
    id,
    title: { zh: id, en: id },
    actor: 'applicant',
    state: 'open',
    latestStartOn: latestStart === null ? null : day(latestStart),
    mustFinishBy: null,
    ...changes,
  };
}

const RENEWAL = step('renew-permit', '2026-12-09');
const HR = step('hr-approval', '2026-12-14', { actor: 'employer' });
const OFFICE = step('points-review', '2026-12-15', { actor: 'office' });

const BEFORE: PlanDigest = {
  asOf: day('2026-11-22'),
  verdict: 'on-track',
  route: { id: 'points-online', title: { zh: '网上', en: 'online' } },
  cutoff: { on: day('2026-12-25'), at: '17:30', status: 'expected' },
  onTime: 0.9,
  firstStep: { id: 'renew-permit', usualLastStart: day('2026-12-09'), safeLastStart: day('2026-12-02') },
  steps: [RENEWAL, HR, OFFICE],
};

const HR_RUNNING: DigestStep = { ...HR, state: 'running', mustFinishBy: day('2026-12-15') };
const SAFE_A_DAY_EARLIER = {
  ...BEFORE.firstStep,
  safeLastStart: day('2026-12-01'),
} as PlanDigest['firstStep'];

const done = (one: DigestStep): DigestStep => ({ ...one, state: 'done', latestStartOn: null });

describe('must be told', () => {
  test.each<[string, Partial<PlanDigest>]>([
    [
      'a last day of the family that moved earlier',
      { steps: [step('renew-permit', '2026-12-07'), HR, OFFICE] },
    ],
    ['one that moved later', { steps: [step('renew-permit', '2026-12-10'), HR, OFFICE] }],
    ['a last day of HR', { steps: [RENEWAL, { ...HR, latestStartOn: day('2026-12-11') }, OFFICE] }],
    ['a step with no last day left', { steps: [step('renew-permit', null), HR, OFFICE] }],
    ['the safest day of the first step', { firstStep: SAFE_A_DAY_EARLIER }],
    ['a step that is new', { steps: [step('residence-proof', '2026-12-04'), RENEWAL, HR, OFFICE] }],
    ['a step that is no longer needed', { steps: [RENEWAL, OFFICE] }],
    ['another cutoff', { cutoff: { ...BEFORE.cutoff, on: day('2026-12-20') } }],
    ['an earlier hour of the cutoff', { cutoff: { ...BEFORE.cutoff, at: '12:00' } }],
    ['another route', { route: { id: 'points-paper', title: { zh: '书面', en: 'paper' } } }],
    ['no route at all', { route: null, verdict: 'not-eligible', steps: [] }],
    ['a worse verdict', { verdict: 'at-risk' }],
  ])('%s', (_, changes) => {
    expect(isWorthTelling(BEFORE, { ...BEFORE, ...changes })).toBe(true);
  });

  it('that no plan can be made any more, and that one can be made again', () => {
    expect(isWorthTelling(BEFORE, null)).toBe(true);
    expect(isWorthTelling(null, BEFORE)).toBe(true);
    expect(isWorthTelling(null, null)).toBe(false);
  });
});

describe('need not be told', () => {
  const renewed: Partial<PlanDigest> = {
    steps: [done(RENEWAL), HR, OFFICE],
    firstStep: { id: 'registration', usualLastStart: day('2026-12-20'), safeLastStart: day('2026-12-18') },
  };
  test.each<[string, Partial<PlanDigest>]>([
    ['nothing', {}],
    ['a step done as planned, after which another one is the first', renewed],
    ['a step that was begun', { steps: [RENEWAL, HR_RUNNING, OFFICE] }],
    ['that all is done', { ...renewed, verdict: 'done' }],
    ['a better verdict alone', { verdict: 'done' }],
    ['another chance alone', { onTime: 0.4 }],
    ['that the cutoff was announced as expected', { cutoff: { ...BEFORE.cutoff, status: 'announced' } }],
    ['what an office does', { steps: [RENEWAL, HR, { ...OFFICE, latestStartOn: day('2026-12-10') }] }],
    [
      'a step that is new and done already',
      { steps: [done(step('residence-proof', null)), RENEWAL, HR, OFFICE] },
    ],
  ])('%s', (_, changes) => {
    expect(isWorthTelling(BEFORE, { ...BEFORE, ...changes })).toBe(false);
  });
});

describe('what is different', () => {
  it('names each day that moved, in the order of the route', () => {
    const after = {
      ...BEFORE,
      firstStep: SAFE_A_DAY_EARLIER,
      steps: [step('renew-permit', '2026-12-07'), { ...HR, latestStartOn: day('2026-12-11') }, OFFICE],
    };

    expect(
      differenceOf(BEFORE, after).steps.map(({ id, what, before, after: is }) => [id, what, before, is]),
    ).toEqual([
      ['renew-permit', 'latest-start', day('2026-12-09'), day('2026-12-07')],
      ['renew-permit', 'safe-last-start', day('2026-12-02'), day('2026-12-01')],
      ['hr-approval', 'latest-start', day('2026-12-14'), day('2026-12-11')],
    ]);
  });

  it('tells of what is under way the day by which it must be finished', () => {
    const running = { ...BEFORE, steps: [RENEWAL, HR_RUNNING] };
    const after = { ...running, steps: [RENEWAL, { ...HR_RUNNING, mustFinishBy: day('2026-12-11') }] };

    expect(differenceOf(running, after).steps).toMatchObject([
      { what: 'finish-by', before: day('2026-12-15'), after: day('2026-12-11') },
    ]);
  });

  it('leaves out what only the other route had', () => {
    const after = {
      ...BEFORE,
      route: { id: 'points-paper', title: { zh: '书面', en: 'paper' } },
      steps: [RENEWAL, step('counter-acceptance', '2026-12-03')],
    };

    expect(differenceOf(BEFORE, after).steps).toMatchObject([{ what: 'added', id: 'counter-acceptance' }]);
  });
});
