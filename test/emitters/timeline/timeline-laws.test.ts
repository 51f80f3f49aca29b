// Laws of the drawing, for plans of any days, states and texts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { PlannedActivity } from '../../../src/domain/planned-activity.ts';
import { drawTimeline } from '../../../src/emitters/timeline/timeline.ts';
import { forAll } from '../../support/laws.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';

const someDay = fc.integer({ min: day('2026-05-01'), max: day('2027-09-30') }).map((value) => value as Day);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const activity: fc.Arbitrary<PlannedActivity> = fc
  .record({
    actor: fc.constantFrom('applicant' as const, 'employer' as const, 'office' as const),
    state: fc.constantFrom('open' as const, 'running' as const, 'done' as const),
    title: fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => ({ zh: text, en: text })),
    earliestStartOn: perhaps(someDay),
    takes: fc.integer({ min: 0, max: 60 }),
    latestStartOn: perhaps(someDay),
    mustFinishBy: perhaps(someDay),
    totalFloatDays: perhaps(fc.integer({ min: -300, max: 300 })),
    opensOn: perhaps(someDay),
    closesOn: perhaps(someDay),
    isUnsure: fc.boolean(),
  })
  .map(({ takes, isUnsure, ...given }) => {
    const finishOn = given.earliestStartOn === null ? null : addDays(given.earliestStartOn, takes);
    return samplePlannedActivity({
      ...given,
      earliestFinishOn: finishOn,
      provisional:
        isUnsure && finishOn !== null ? { earliestFinishOn: [addDays(finishOn, -3), finishOn] } : {},
    });
  });

const plans: fc.Arbitrary<Plan> = fc
  .record({ activities: fc.array(activity, { minLength: 1, maxLength: 12 }), asOf: someDay, cutoff: someDay })
  .map(({ activities, asOf, cutoff }) => {
    const plan = samplePlan();
    return { ...plan, asOf, cutoff: { ...plan.cutoff, on: cutoff }, routes: [sampleRoute({ activities })] };
  });

function forAllDrawings(
  law: (drawing: NonNullable<ReturnType<typeof drawTimeline>>['drawings'][number]) => void,
) {
  let drawn = 0;
  forAll(plans, 300, (plan) => {
    for (const drawing of drawTimeline(plan, plan.routes[0], 'zh')?.drawings ?? []) {
      drawn++;
      law(drawing);
    }
  });
  expect(drawn).toBeGreaterThan(300);
}

describe('in every drawing', () => {
  it('each mark lies inside, and each bar is wide enough to be one', () => {
    forAllDrawings(({ lanes, bands, ticks, today, cutoff }) => {
      const marks = lanes.flatMap(({ rows }) => rows.map((row) => row.marks));
      const extents = marks.flatMap(({ earliest, float, late, unsure, window }) =>
        [earliest, float, late, unsure, window].filter((extent) => extent !== null),
      );
      for (const { x, width } of [...extents, ...bands]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(100);
        expect(width).toBeGreaterThan(0);
      }
      const places = [...marks.map(({ latestStart }) => latestStart ?? 50), ...ticks.map(({ x }) => x)];
      for (const x of [...places, today.x, cutoff.x]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(100);
      }
    });
  });

  it('rows follow each other without touching, each with its texts and its bar', () => {
    forAllDrawings(({ lanes, height, barHeight, axis }) => {
      let above: number = axis.bottom;
      for (const row of lanes.flatMap(({ rows }) => rows)) {
        const lines = [...row.titleLines, ...row.noteLines];
        expect(row.top).toBeGreaterThanOrEqual(above);
        for (const y of [...lines.map((line) => line.y), row.barY, row.barY + barHeight]) {
          expect(y).toBeGreaterThan(row.top);
          expect(y).toBeLessThanOrEqual(row.bottom);
        }
        above = row.bottom;
      }
      expect(height).toBeGreaterThanOrEqual(above);
    });
  });

  it('every step has exactly one row', () => {
    forAll(plans, 100, (plan) => {
      const [route] = plan.routes;
      for (const { lanes } of drawTimeline(plan, route, 'en')?.drawings ?? []) {
        expect(lanes.flatMap(({ rows }) => rows)).toHaveLength(route?.activities.length ?? 0);
      }
    });
  });
});
