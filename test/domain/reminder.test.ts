// Which reminders a plan calls for, told as the mornings on which a family hears from us.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay } from '../../src/domain/day.ts';
import type { PlannedActivity } from '../../src/domain/planned-activity.ts';
import type { PlannedRoute } from '../../src/domain/planned-route.ts';
import { type Reminder, remindersOf } from '../../src/domain/reminder.ts';
import { forAll } from '../support/laws.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../support/sample-plan.ts';

function remindersOn(asOf: string, route: Partial<PlannedRoute> = {}): Reminder[] {
  const told = sampleRoute(route);
  return remindersOf(samplePlan({ asOf: day(asOf), routes: [told], verdict: told.verdict }));
}

const shown = (reminders: readonly Reminder[]) =>
  reminders.map(({ activity, kind, day: on }) => `${formatDay(on)} ${kind} ${activity}`);

/** Renewal only: from Wed 2 to Wed 9 December, safest on the 2nd; cutoff Friday 25. */
const renewal = (changes: Partial<PlannedActivity> = {}) => ({
  activities: [samplePlannedActivity(changes)],
});

describe('the renewal of a permit, from Wednesday 2 to Wednesday 9 December', () => {
  it('is prepared a fortnight before its last day, and told of when it opens and 3, 1 and 0 days before the end', () => {
    expect(shown(remindersOn('2026-11-22', renewal()))).toEqual([
      '2026-11-25 prepare renew-permit',
      '2026-12-02 window-opens renew-permit',
      '2026-12-02 last-safe-day renew-permit',
      '2026-12-06 start-soon renew-permit',
      '2026-12-08 start-soon renew-permit',
      '2026-12-09 last-day renew-permit',
      '2026-12-25 cutoff renew-permit',
    ]);
  });

  it('is not told of on mornings that are past when somebody signs up on Monday 7 December', () => {
    expect(shown(remindersOn('2026-12-07', renewal()))).toEqual([
      '2026-12-08 start-soon renew-permit',
      '2026-12-09 last-day renew-permit',
      '2026-12-25 cutoff renew-permit',
    ]);
  });

  it.each([
    ['not safe under every reading', { isSafe: false }],
    ['as safe on its last day', { safeLastStart: day('2026-12-09') }],
    ['safe only before it can be done', { safeLastStart: day('2026-12-01') }],
  ])('has no last safe day when it is %s', (_, route) => {
    expect(shown(remindersOn('2026-11-22', { ...renewal(), ...route })).join()).not.toContain(
      'last-safe-day',
    );
  });

  it('is not told of any more once it is done', () => {
    expect(remindersOn('2026-11-22', renewal({ state: 'done' }))).toEqual([]);
  });
});

describe('a registration until Sunday 20 December, at a counter until Friday 18', () => {
  const registration = samplePlannedActivity({
    id: 'registration',
    earliestStartOn: day('2026-12-11'),
    latestStartOn: day('2026-12-20'),
    latestStartByChannel: new Map([
      ['online', day('2026-12-20')],
      ['counter', day('2026-12-18')],
    ]),
    reasons: [],
  });

  it('is told of while the counter is open: nothing waits for the weekend', () => {
    const mornings = shown(remindersOn('2026-12-11', { activities: [registration], isSafe: false }));

    expect(mornings.filter((line) => line.includes('registration'))).toEqual([
      '2026-12-13 start-soon registration',
      '2026-12-17 start-soon registration',
      '2026-12-18 start-soon registration',
      '2026-12-18 last-day registration',
      '2026-12-25 cutoff registration',
    ]);
  });
});

describe('somebody else who has it in hand', () => {
  const done = samplePlannedActivity({ id: 'points-form', state: 'done' });
  const approval = samplePlannedActivity({
    id: 'hr-approval',
    actor: 'employer',
    earliestStartOn: day('2026-12-07'),
    earliestFinishOn: day('2026-12-08'),
    latestStartOn: day('2026-12-14'),
    mustFinishBy: day('2026-12-15'),
    reasons: [],
  });

  it('HR, who should have approved by Tuesday 8 December, is asked about on Wednesday', () => {
    expect(shown(remindersOn('2026-12-08', { activities: [done, approval] }))).toContain(
      '2026-12-09 employer-silent hr-approval',
    );
  });

  it('HR is not asked about while the form was not sent', () => {
    const open = samplePlannedActivity({ id: 'points-form' });

    expect(shown(remindersOn('2026-12-08', { activities: [open, approval] })).join()).not.toContain('silent');
  });

  it.each([
    ['under way', 'running', true],
    ['not begun', 'open', false],
    ['done', 'done', false],
  ] as const)('an office whose work is %s', (_, state, isAsked) => {
    const review = samplePlannedActivity({
      id: 'points-review',
      actor: 'office',
      state,
      earliestFinishOn: day('2026-12-11'),
      mustFinishBy: day('2026-12-18'),
      reasons: [],
    });

    const mornings = shown(remindersOn('2026-12-09', { activities: [done, review] }));

    expect(mornings.includes('2026-12-12 result-overdue points-review')).toBe(isAsked);
  });
});

describe('whatever the plan', () => {
  const anActivity = fc
    .record({
      actor: fc.constantFrom('applicant', 'employer', 'office'),
      state: fc.constantFrom('open', 'running', 'done'),
      from: fc.nat({ max: 30 }),
      length: fc.nat({ max: 20 }),
    })
    .map(({ actor, state, from, length }) => ({ actor, state, from, length }) as const);

  it('there are at most twelve mornings, each key once, none past or stale, and never a morning for what is done', () => {
    forAll(fc.array(anActivity, { maxLength: 9 }), 300, (given) => {
      const activities = given.map(({ actor, state, from, length }, index) => {
        const start = addDays(day('2026-12-01'), from);
        const end = addDays(start, length);
        return samplePlannedActivity({
          id: `step-${index}`,
          actor,
          state,
          earliestStartOn: start,
          earliestFinishOn: start,
          latestStartOn: end,
          mustFinishBy: end,
        });
      });

      const reminders = remindersOn('2026-12-05', { activities, isSafe: false });

      expect(new Set(reminders.map(({ day: on }) => on)).size).toBeLessThanOrEqual(12);
      expect(new Set(shown(reminders)).size).toBe(reminders.length);
      for (const { activity, day: on, staleAfter } of reminders) {
        expect(on).toBeGreaterThanOrEqual(day('2026-12-05'));
        expect(staleAfter).toBeGreaterThanOrEqual(on);
        expect(activities.find(({ id }) => id === activity)?.state).not.toBe('done');
      }
    });
  });
});
