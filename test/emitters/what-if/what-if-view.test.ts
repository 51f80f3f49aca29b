// What a page shows of "what if": old and new with weekdays, what stays, texts of policies as texts.

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import { renderWhatIfResult } from '../../../src/emitters/pages/what-if-result.ts';
import { renderTemplate } from '../../../src/emitters/templates.ts';
import { differencesOf } from '../../../src/emitters/what-if/differences.ts';
import { type WhatIfForm, whatIfView } from '../../../src/emitters/what-if/what-if-view.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';

function planWith(route: Parameters<typeof sampleRoute>[0], verdict: Plan['verdict'] = 'on-track'): Plan {
  return samplePlan({ verdict, routes: [sampleRoute({ verdict, ...route })] });
}

const FORM: WhatIfForm = { action: '/', carried: [{ name: 'lang', value: 'en' }], tried: null };

describe('the differences of two plans', () => {
  it('tell verdict, chance and last starts also where they stay, and days where they move', () => {
    const later = samplePlannedActivity({
      earliestStartOn: day('2026-12-07'),
      earliestFinishOn: day('2026-12-07'),
    });
    const before = planWith({ activities: [samplePlannedActivity()] });
    const after = planWith({ activities: [later], likelihood: { onTime: 0.3 } }, 'tight');
    const { ofPlan, ofSteps } = differencesOf(before, after, 'en');

    expect(ofPlan.map(({ label, before: was, after: now }) => [label, was, now])).toEqual([
      ['Verdict', 'on track', 'tight'],
      ['Chance of being in time', 'almost certain', 'about three in ten'],
      ['First step, usually by', 'Wed 9 Dec', 'Wed 9 Dec'],
      ['First step, safest by', 'Wed 2 Dec', 'Wed 2 Dec'],
    ]);
    expect(ofSteps).toEqual([
      {
        label: 'Renew the residence permit: earliest',
        before: 'Wed 2 Dec',
        after: 'Mon 7 Dec',
        isChanged: true,
      },
    ]);
  });

  it('of plans that are the same say so', () => {
    const plan = samplePlan();
    const tried = { typed: new Map(), outcome: { kind: 'compared', before: plan, after: plan } } as const;

    expect(renderWhatIfResult(plan, { ...FORM, tried }, 'en')).toContain('Nothing changes');
  });
});

describe('the form of what if', () => {
  it('offers HR a day faster and a day slower, and says which is reckoned with', () => {
    const options = whatIfView(samplePlan(), FORM, 'en')?.takes[0]?.options;

    expect(options?.map(({ value, text }) => [value, text])).toEqual([
      ['0', 'the same day'],
      ['', '1 working day (as reckoned)'],
      ['2', '2 working days'],
      ['3', '3 working days'],
      ['5', '5 working days'],
    ]);
  });

  it('has no cutoff to move where no notice could take its place', () => {
    const { cutoff } = samplePlan();
    const names = (plan: Plan) => whatIfView(plan, FORM, 'en')?.days.map(({ name }) => name);

    expect(names(samplePlan())).toEqual(['if-start', 'if-cutoff']);
    expect(names(samplePlan({ cutoff: { ...cutoff, isReplaceable: false } }))).toEqual(['if-start']);
  });

  it('is not there when everything is done or nothing is open', () => {
    expect(whatIfView(planWith({}, 'done'), FORM, 'en')).toBeNull();
    expect(whatIfView(samplePlan({ routes: [], verdict: 'not-eligible' }), FORM, 'en')).toBeNull();
  });

  it('shows what a policy says as text, also where it looks like markup', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const route = { activities: [samplePlannedActivity({ title: { zh: evil, en: evil } })] };
    const view = whatIfView(planWith(route), FORM, 'en');
    const html = renderTemplate('pages/what-if', { whatIf: view, htmxHref: '/static/htmx.js' });

    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
  });
});
