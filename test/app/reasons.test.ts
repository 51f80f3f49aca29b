// Every date of a plan can be counted again from its reasons alone, day by day, by somebody who knows nothing of
// networks: only which days are working days.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { makePlan } from '../../src/app/make-plan.ts';
import { addDays, type Day, earlierOf, formatDay } from '../../src/domain/day.ts';
import type { Period } from '../../src/domain/duration.ts';
import { type Plan, recommendedRouteOf } from '../../src/domain/plan.ts';
import type { PlannedActivity } from '../../src/domain/planned-activity.ts';
import type { Reason } from '../../src/domain/reason.ts';
import { isWorkingDay } from '../../src/domain/working-calendar.ts';
import { china, chinaWithBrackets } from '../support/china.ts';
import { day } from '../support/sample-plan.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);
// Days tried on the way to the right one may lie past the last settled day.
const isOpen = (at: Day) => isWorkingDay(chinaWithBrackets, at);

/** Counts a period a day at a time, the first day not counted, then rolls to an open day where it must. */
function countOn(from: Day, { amount, unit }: Period, rolls: boolean): Day {
  let at = from;
  for (let left = amount; left > 0; ) {
    at = addDays(at, 1);
    if (unit === 'calendar-days' || isOpen(at)) left -= 1;
  }
  while (rolls && !isOpen(at)) at = addDays(at, 1);
  return at;
}

function reasonOf<R extends Reason['rule']>(
  { reasons }: PlannedActivity,
  rule: R,
): Extract<Reason, { rule: R }> | undefined {
  return reasons.find((reason): reason is Extract<Reason, { rule: R }> => reason.rule === rule);
}

function earliestStart(activity: PlannedActivity): Day | undefined {
  const closed = activity.reasons.find(
    (reason) => reason.rule === 'office-closed' && reason.direction === 'forward',
  );
  const held =
    reasonOf(activity, 'paper-expires') ??
    reasonOf(activity, 'waits-for') ??
    reasonOf(activity, 'window-opens') ??
    reasonOf(activity, 'starts-today');
  if (held?.rule === 'waits-for') expect(held.on).toBe(countOn(held.finishOn, held.minLag, false));
  if (held?.rule === 'window-opens' && held.from !== null) {
    expect(held.on).toBe(held.from.on + held.from.sign * held.from.amount);
  }
  if (closed?.rule !== 'office-closed') return held?.on;
  expect(closed.from).toBe(held?.on);
  expect(closed.on).toBe(countOn(closed.from, { amount: 0, unit: 'calendar-days' }, true));
  return closed.on;
}

/** The last day from which the duration still ends in time, found by trying day after day. */
function latestStart(activity: PlannedActivity): Day | undefined {
  const takes = reasonOf(activity, 'takes');
  const room = reasonOf(activity, 'leaves-time-for')?.on ?? reasonOf(activity, 'cutoff')?.on;
  if (takes === undefined || room === undefined) return undefined;
  const closes = reasonOf(activity, 'window-closes')?.on ?? room;
  const closed = activity.reasons.some(
    (reason) => reason.rule === 'office-closed' && reason.direction === 'backward',
  );
  let at = earlierOf(room, closes);
  while (countOn(at, takes.period, takes.finishRolls === 'forward') > room || (closed && !isOpen(at)))
    at = addDays(at, -1);
  return at;
}

function checkPlan(plan: Plan): number {
  const open = (recommendedRouteOf(plan)?.activities ?? []).filter(
    ({ state, latestStartOn, earliestFinishOn }) =>
      state === 'open' &&
      latestStartOn !== null &&
      earliestFinishOn !== null &&
      earliestFinishOn <= china.coversUntil,
  );
  for (const activity of open) {
    const takes = reasonOf(activity, 'takes');
    const told = (at: Day | null | undefined) =>
      `${activity.id} ${at === null || at === undefined ? at : formatDay(at)}`;
    const start = earliestStart(activity);
    expect(told(start)).toBe(told(activity.earliestStartOn));
    if (takes === undefined || start === undefined)
      throw new Error(`${activity.id} does not say how long it takes`);
    expect(told(countOn(start, takes.period, takes.finishRolls === 'forward'))).toBe(
      told(activity.earliestFinishOn),
    );
    expect(told(latestStart(activity))).toBe(told(activity.latestStartOn));
    if (takes.counting !== null)
      expect(takes.counting.until).toBe(countOn(takes.counting.from, takes.period, false));
  }
  return open.length;
}

function plan(policy: string, asOf: Day, permitExpiresOn: Day): Plan {
  const caseJson = { policy, asOf: formatDay(asOf), facts: { permitExpiresOn: formatDay(permitExpiresOn) } };
  const made = makePlan(book, caseJson, () => asOf, null);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

describe('the reasons of a plan', () => {
  it('give every date of the 2016 story again, the proof that must not expire and the Sunday of the cutoff among them', () => {
    expect(checkPlan(plan('shanghai-2017', day('2016-11-01'), day('2016-12-31')))).toBeGreaterThan(8);
  });

  it('give every date again, whatever the permit and the day', () => {
    const aDay = (from: string, until: string) =>
      fc.integer({ min: day(from), max: day(until) }).map((number) => number as Day);
    fc.assert(
      fc.property(aDay('2016-09-20', '2016-12-10'), aDay('2016-12-05', '2017-01-20'), (asOf, permit) => {
        expect(checkPlan(plan('shanghai-2017', asOf, permit))).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(aDay('2026-09-20', '2026-12-10'), aDay('2026-12-12', '2027-02-20'), (asOf, permit) => {
        expect(checkPlan(plan('shanghai-2027', asOf, permit))).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('name the holiday that a count passed over, and the notice that closes it', () => {
    const made = plan('shanghai-2017', day('2016-11-01'), day('2016-12-31'));
    const review = recommendedRouteOf(made)?.activities.find(({ id }) => id === 'points-review');
    const counting = review === undefined ? undefined : reasonOf(review, 'takes')?.counting;

    // Wed 7 Dec to Thu 5 Jan: four weekends and Sun 1 January, and Mon 2 January.
    expect(counting?.closures.map(({ day: at, notice }) => [formatDay(at), notice])).toEqual([
      ['2017-01-02', '国办发明电〔2016〕17号'],
    ]);
    expect(counting?.weekendDays).toHaveLength(8);
  });
});
