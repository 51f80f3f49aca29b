import { describe, expect, it } from 'vitest';
import { renderPlanJson } from '../../src/emitters/plan-json/plan-json.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../support/sample-plan.ts';

/** What a program that reads the answer sees: JSON has no undefined. */
function parsed(...args: Parameters<typeof renderPlanJson>) {
  return JSON.parse(JSON.stringify(renderPlanJson(...args)));
}

describe('the JSON of a plan', () => {
  it('has every field of the contract, at each level', () => {
    const json = parsed(samplePlan(), 'zh');
    const [route] = json.routes;
    const [activity] = route.activities;
    const source = json.sources['eastday-2016'];

    expect(Object.keys(json)).toEqual(
      expect.arrayContaining(
        'policy asOf facts cutoff verdict recommendedRoute routes today ifMissed fee sources'.split(' '),
      ),
    );
    expect(Object.keys(route)).toEqual(
      expect.arrayContaining(
        'id title verdict likelihood scenario usualLastStart safeLastStart startBy completion activities problems'.split(
          ' ',
        ),
      ),
    );
    expect(Object.keys(activity)).toEqual(
      expect.arrayContaining(
        (
          'id title actor state place bring earliestStartOn earliestFinishOn latestStartOn latestFinishOn ' +
          'mustFinishBy totalFloatDays totalFloatWorkingDays driving reasons confidence'
        ).split(' '),
      ),
    );
    expect(Object.keys(source)).toEqual(
      expect.arrayContaining(['title', 'publisher', 'publishedOn', 'confidence']),
    );
  });

  it('writes every day as YYYY-MM-DD: the permit to Thursday 31 December, renewed from Wednesday 2 to 9 December', () => {
    const json = parsed(samplePlan(), 'zh');

    expect(json.asOf).toBe('2026-11-22');
    expect(json.policy).toMatchObject({ id: 'shanghai-2027', status: 'projected', verifiedOn: '2026-11-22' });
    expect(json.facts).toEqual({ permitExpiresOn: '2026-12-31' });
    expect(json.cutoff).toEqual({
      on: '2026-12-25',
      at: '17:30',
      status: 'expected',
      source: 'pattern',
      atSource: null,
      own: false,
    });
    expect(json.routes[0].usualLastStart).toBe('2026-12-09');
    expect(json.routes[0].completion).toEqual({
      min: '2026-12-17',
      mode: '2026-12-18',
      max: '2026-12-24',
      statutory: '2026-12-18',
    });
    expect(json.routes[0].activities[0]).toMatchObject({
      earliestStartOn: '2026-12-02',
      latestStartOn: '2026-12-09',
      mustFinishBy: '2026-12-09',
      driving: true,
    });
  });

  it('leaves a count a count: one working day for HR is not Friday 2 January 1970', () => {
    const text = { zh: '', en: '' };
    const fact = { id: 'hrApprovalWorkingDays', question: text, shown: text, isDay: false, isAssumed: true };
    const json = parsed(samplePlan({ facts: [{ ...fact, value: 1 }] }), 'en');

    expect(json.facts).toEqual({ hrApprovalWorkingDays: 1 });
    expect(json.assumed).toEqual(['hrApprovalWorkingDays']);
  });

  it('tells the last start under the usual reading beside the one that is safe under all', () => {
    const [route] = parsed(samplePlan(), 'zh').routes;

    expect([route.usualLastStart, route.safeLastStart, route.safe]).toEqual([
      '2026-12-09',
      '2026-12-02',
      true,
    ]);
  });

  it('tells the likelihood with what it rests on, and until when the first step can wait', () => {
    const [route] = parsed(samplePlan(), 'zh').routes;

    expect(route.likelihood).toEqual({
      onTime: 1,
      basis: { n: null, sources: ['eastday-2016'], confidence: 'reported' },
    });
    expect(route.startBy).toEqual({ certain: '2026-12-09', p90: '2026-12-09', p50: '2026-12-09' });
  });

  it('gives each reason its rule, its sentence and its source; arithmetic has none', () => {
    const [activity] = parsed(samplePlan(), 'en').routes[0].activities;

    expect(activity.reasons).toEqual([
      { text: expect.stringContaining('29 calendar days'), rule: 'window-opens', source: 'eastday-2016' },
      { text: expect.stringContaining('Mon 14 Dec'), rule: 'leaves-time-for', source: null },
    ]);
  });

  it('tells the last day by channel: online on Sunday 20 December, at a counter on Friday 18', () => {
    const registration = parsed(samplePlan(), 'zh').routes[0].activities[3];

    expect(registration.latestStartByChannel).toEqual({ online: '2026-12-20', counter: '2026-12-18' });
  });

  it('tells a route that is too late with its lateness under all four scenarios, and no remedies yet', () => {
    const latenessDays = { min: 4, mode: 7, max: 10, statutory: 20 };
    const neededStartOn = {
      min: day('2026-11-26'),
      mode: null,
      max: null,
      statutory: day('2026-11-12'),
    };
    const release = { activity: 'renew-permit', earliestStartOn: day('2026-12-02'), neededStartOn };
    const route = sampleRoute({
      verdict: 'too-late',
      problems: [{ code: 'too-late', latenessDays, latenessAtLeastDays: null, release, remedies: [] }],
    });
    const [problem] = parsed(samplePlan({ routes: [route] }), 'en').routes[0].problems;

    expect(problem).toEqual({
      code: 'too-late',
      message: expect.stringContaining('4 days late'),
      facts: {
        latenessDays,
        latenessAtLeastDays: null,
        release: {
          activity: 'renew-permit',
          earliestStartOn: '2026-12-02',
          neededStartOn: { min: '2026-11-26', mode: null, max: null, statutory: '2026-11-12' },
        },
      },
      remedies: [],
    });
  });

  it.each([
    ['zh', '居住证签注', '今天不用跑'],
    ['en', 'Renew the residence permit', 'Nothing to do at an office today'],
  ] as const)('speaks %s', (locale, title, today) => {
    const json = parsed(samplePlan(), locale);

    expect(json.routes[0].activities[0].title).toBe(title);
    expect(json.today).toEqual({
      text: expect.stringContaining(today),
      askFirst: null,
      activity: 'renew-permit',
      kind: 'prepare',
    });
  });

  it('names no activity for today when there is nothing left to do', () => {
    const done = sampleRoute({ verdict: 'done', activities: [samplePlannedActivity({ state: 'done' })] });
    const json = parsed(samplePlan({ routes: [done], verdict: 'done', today: { kind: 'nothing' } }), 'zh');

    expect(json.today).toMatchObject({ activity: null, kind: 'nothing' });
  });
});
