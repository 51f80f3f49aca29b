// Who is served when HR's days have few places: against every way of doing it, on small rosters.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, formatDay } from '../../../src/domain/day.ts';
import { oneMoreHand } from '../../../src/domain/roster/one-more-hand.ts';
import {
  type PlacesOn,
  serveAsLateAsPossible,
  serveByDeadline,
  type UnitTask,
} from '../../../src/domain/roster/serve-by-deadline.ts';
import { type HandsNeeded, type Places, planWaves } from '../../../src/domain/roster/waves.ts';
import { forAll } from '../../support/laws.ts';
import { dayOfText } from '../../support/naive-calendar.ts';
import { mostPeople, mostServed, servedOneByOne } from '../../support/naive-waves.ts';

const MONDAY = dayOfText('2026-12-07');
const DAYS = 5;

const aDay = fc.nat({ max: DAYS - 1 }).map((after) => addDays(MONDAY, after));
/** A window may be empty: then nobody can serve it. */
const aTask: fc.Arbitrary<UnitTask> = fc
  .tuple(aDay, fc.integer({ min: -1, max: 3 }))
  .map(([from, length]) => ({ from, until: addDays(from, length) }));
const somePlaces = fc.array(fc.nat({ max: 2 }), { minLength: DAYS + 4, maxLength: DAYS + 4 }).map(
  (counts): PlacesOn =>
    (day) =>
      counts[day - MONDAY] ?? 0,
);

function isInside({ from, until }: UnitTask, day: Day): boolean {
  return day >= from && day <= until;
}

function served(days: readonly (Day | null)[]): Day[] {
  return days.flatMap((day) => day ?? []);
}

function loadOn(days: readonly (Day | null | undefined)[], day: Day): number {
  return days.filter((one) => one === day).length;
}

const ALL_DAYS = Array.from({ length: DAYS + 4 }, (_, index) => addDays(MONDAY, index));

describe('serving by deadline', () => {
  it('serves as many as any plan does, each inside of their days, no day beyond its places', () => {
    forAll(fc.tuple(fc.array(aTask, { maxLength: 6 }), somePlaces), 1000, ([tasks, placesOn]) => {
      for (const serve of [serveByDeadline, serveAsLateAsPossible]) {
        const days = serve(tasks, placesOn);
        expect(served(days)).toHaveLength(mostServed(tasks, placesOn));
        for (const [index, day] of days.entries())
          expect(day === null || isInside(tasks[index] as UnitTask, day)).toBe(true);
        for (const day of ALL_DAYS) expect(loadOn(days, day)).toBeLessThanOrEqual(placesOn(day));
      }
    });
  });

  it('serves everybody on the day that taking them one by one does, first those given first', () => {
    forAll(fc.tuple(fc.array(aTask, { maxLength: 20 }), somePlaces), 500, ([tasks, placesOn]) => {
      expect(serveByDeadline(tasks, placesOn)).toEqual(servedOneByOne(tasks, placesOn, ALL_DAYS));
    });
  });

  it('never serves fewer for one place more, nor more than one more', () => {
    forAll(fc.tuple(fc.array(aTask, { maxLength: 8 }), somePlaces, aDay), 500, ([tasks, placesOn, day]) => {
      const before = served(serveByDeadline(tasks, placesOn)).length;
      const after = served(serveByDeadline(tasks, (on) => placesOn(on) + (on === day ? 1 : 0))).length;
      expect([before, before + 1]).toContain(after);
    });
  });

  it('takes of several with the same last day those first that were given first, unless they begin later', () => {
    const friday = addDays(MONDAY, 4);
    const tasks = [
      { from: addDays(MONDAY, 1), until: friday },
      { from: MONDAY, until: friday },
      { from: MONDAY, until: friday },
    ];

    expect(serveByDeadline(tasks, () => 1)).toEqual([addDays(MONDAY, 1), MONDAY, addDays(MONDAY, 2)]);
  });

  it('serves a thousand whose days are without limit on their first day', () => {
    const tasks = Array.from({ length: 1000 }, () => ({ from: MONDAY, until: addDays(MONDAY, 3) }));

    expect(new Set(serveByDeadline(tasks, () => Number.POSITIVE_INFINITY))).toEqual(new Set([MONDAY]));
  });
});

/** An approval, a visit some days after it, or one of the two. */
const aPerson: fc.Arbitrary<HandsNeeded> = fc
  .record({
    approval: fc.option(aTask, { freq: 5 }),
    visit: fc.option(aTask, { freq: 2 }),
    lag: fc.nat({ max: 2 }),
  })
  .map(({ approval, visit, lag }) => ({ approval, visit, visitFrom: (day) => addDays(day, lag) }));
const aRoster = fc.array(aPerson, { maxLength: 4 });
const bothPlaces: fc.Arbitrary<Places> = fc.record({ approvals: somePlaces, visits: somePlaces });

describe('a plan of waves', () => {
  it('never leaves out fewer than is possible, and is a best one where it says so', () => {
    let proved = 0;
    let best = 0;
    forAll(fc.tuple(aRoster, bothPlaces), 1500, ([people, places]) => {
      const { left, leftAtLeast } = planWaves(people, places);
      const fewest = people.length - mostPeople(people, places);
      expect(left).toBeGreaterThanOrEqual(fewest);
      expect(leftAtLeast).toBeLessThanOrEqual(fewest);
      if (left === leftAtLeast) proved += 1;
      if (left === fewest) best += 1;
    });
    // Nearly always it is a best one, and most of the time it can say so.
    expect(best).toBeGreaterThan(1500 * 0.98);
    expect(proved).toBeGreaterThan(1500 * 0.75);
  });

  it('is exact where only one of the two needs a place', () => {
    const one = fc.constantFrom('approval', 'visit').chain((kind) =>
      fc.array(
        aTask.map(
          (task): HandsNeeded => ({ approval: null, visit: null, visitFrom: (day) => day, [kind]: task }),
        ),
        { maxLength: 6 },
      ),
    );
    forAll(fc.tuple(one, bothPlaces), 500, ([people, places]) => {
      const { left, leftAtLeast } = planWaves(people, places);
      expect(left).toBe(people.length - mostPeople(people, places));
      expect(leftAtLeast).toBe(left);
    });
  });

  it('keeps every planned day and all last days together inside of the windows, the order and the places', () => {
    forAll(fc.tuple(fc.array(aPerson, { maxLength: 8 }), bothPlaces), 1000, ([people, places]) => {
      const { waves } = planWaves(people, places);
      for (const which of ['on', 'by'] as const) {
        for (const [index, wave] of waves.entries()) {
          const person = people[index];
          if (wave === null || person === undefined) continue;
          const [approval, visit] = [wave.approval?.[which] ?? null, wave.visit?.[which] ?? null];
          expect(approval === null).toBe(person.approval === null);
          expect(visit === null).toBe(person.visit === null);
          if (approval !== null && person.approval !== null)
            expect(isInside(person.approval, approval)).toBe(true);
          if (visit !== null && person.visit !== null) expect(isInside(person.visit, visit)).toBe(true);
          if (approval !== null && visit !== null)
            expect(person.visitFrom(approval) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(visit);
        }
        for (const day of ALL_DAYS) {
          const load = (kind: 'approval' | 'visit') =>
            loadOn(
              waves.map((wave) => wave?.[kind]?.[which]),
              day,
            );
          expect(load('approval')).toBeLessThanOrEqual(places.approvals(day));
          expect(load('visit')).toBeLessThanOrEqual(places.visits(day));
        }
      }
      for (const wave of waves) {
        for (const days of [wave?.approval, wave?.visit]) {
          if (days) expect(days.by).toBeGreaterThanOrEqual(days.on);
        }
      }
    });
  });

  it('tells what one more place would be worth as planning with it does', () => {
    forAll(fc.tuple(aRoster, bothPlaces), 300, ([people, places]) => {
      const { left } = planWaves(people, places);
      for (const { kind, on, saves } of oneMoreHand(people, places, () => true)) {
        const more = { ...places, [kind]: (day: Day) => places[kind](day) + (day === on ? 1 : 0) };
        expect(left - planWaves(people, more).left).toBe(saves);
        expect(saves).toBeGreaterThan(0);
      }
    });
  });

  it('three visits on Monday to Wednesday with one a day leave nobody out; four leave one, whom any of the days would save', () => {
    const until = addDays(MONDAY, 2);
    const visit = { from: MONDAY, until };
    const person: HandsNeeded = { approval: null, visit, visitFrom: (day) => day };
    const places: Places = { approvals: () => 0, visits: () => 1 };

    expect(planWaves([person, person, person], places).left).toBe(0);
    const four = [person, person, person, person];
    expect(planWaves(four, places)).toMatchObject({ left: 1, leftAtLeast: 1 });
    expect(
      oneMoreHand(four, places, () => true).map(({ kind, on, saves }) => [kind, formatDay(on), saves]),
    ).toEqual([
      ['visits', '2026-12-07', 1],
      ['visits', '2026-12-08', 1],
      ['visits', '2026-12-09', 1],
    ]);
  });
});
