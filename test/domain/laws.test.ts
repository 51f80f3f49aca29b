// Laws that every answer of the scheduling core keeps, on random small networks.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, earlierOf, formatDay } from '../../src/domain/day.ts';
import { bracketOf, forAll, SAME_PROBABILITY } from '../support/laws.ts';
import { dayOfText, daysBetween } from '../support/naive-calendar.ts';
import { isFeasibleNaively } from '../support/naive-dates.ts';
import { type NaiveConstraint, naiveConstraints } from '../support/naive-diagnosis.ts';
import { type NaiveNetwork, naiveNetwork } from '../support/naive-network.ts';
import {
  answerTo,
  likelihoodByStart,
  type NetworkJson,
  SCENARIO_NAMES,
  type ScenarioAnswer,
} from '../support/network-json.ts';
import { aNetwork, inAnotherOrder } from '../support/small-networks.ts';

describe('a schedule', () => {
  it('exists exactly where no earliest day is after the latest and no fact came too late', () => {
    const isBy = (day: string | null, bound: string | null) => day !== null && bound !== null && day <= bound;
    forAll(aNetwork(), 1000, (network) => {
      const sinks = sinksOf(network);
      for (const { feasible, structural, activities } of Object.values(answerTo(network).scenarios)) {
        const meets = network.activities.map(({ id, finishNoLaterThan }) => {
          const activity = activities[id];
          if (activity === undefined) throw new Error(`no answer for ${id}`);
          if (activity.state === 'open') return isBy(activity.earliestStartOn, activity.latestStartOn);
          if (activity.state === 'running') return isBy(activity.earliestFinishOn, activity.mustFinishBy);
          const bounds = [finishNoLaterThan, sinks.has(id) ? network.cutoff : undefined];
          return bounds.every((bound) => bound === undefined || isBy(activity.earliestFinishOn, bound));
        });
        expect(feasible).toBe(structural && meets.every(Boolean));
      }
    });
  });

  it('without papers that expire never gets more room by a further closure', () => {
    const networksAndDays = fc.tuple(aNetwork({ maxLagsIn10: 0 }), fc.nat({ max: 41 }));
    forAll(networksAndDays, 600, ([network, offset]) => {
      const [before, after] = [answerTo(network), answerTo(withClosure(network, offset))];

      for (const name of SCENARIO_NAMES) {
        for (const { id } of network.activities) {
          const [open, shut] = [before.scenarios[name].activities[id], after.scenarios[name].activities[id]];
          for (const field of ['latestStartOn', 'mustFinishBy'] as const) {
            // Null: before every day.
            expect((shut?.[field] ?? '') <= (open?.[field] ?? '')).toBe(true);
          }
          for (const field of ['earliestStartOn', 'earliestFinishOn'] as const) {
            // Null: after every day.
            expect((shut?.[field] ?? '~') >= (open?.[field] ?? '~')).toBe(true);
          }
        }
      }
    });
  });

  it('is the same in whatever order the activities and their predecessors are listed', () => {
    const twoOrders = aNetwork().chain((network) => fc.tuple(fc.constant(network), inAnotherOrder(network)));
    forAll(twoOrders, 400, ([network, other]) => {
      const [answer, otherAnswer] = [answerTo(network), answerTo(other)];

      for (const name of SCENARIO_NAMES) {
        expect(withoutOrder(otherAnswer.scenarios[name])).toEqual(withoutOrder(answer.scenarios[name]));
      }
      for (const [index, end] of bracketOf(answer.likelihood).entries()) {
        expect(bracketOf(otherAnswer.likelihood)[index]).toBeCloseTo(end, 9);
      }
    });
  });
});

describe('the likelihood by the day of the start', () => {
  it('is that of the network as of that day', () => {
    forAll(aNetwork({ withFacts: false }), 150, (network) => {
      const [from, until] = startDays(network, 5);
      const byStart = likelihoodByStart(network, from, until);

      expect([...byStart.keys()]).toEqual(daysBetween(from, until).map(formatDay));
      for (const [startOn, likelihood] of byStart) {
        expect(likelihood).toEqual(answerTo({ ...network, asOf: startOn }).likelihood);
      }
    });
  });

  it('never rises where no paper expires', () => {
    forAll(aNetwork({ withFacts: false, maxLagsIn10: 0 }), 400, (network) => {
      let before = 1;
      for (const likelihood of likelihoodByStart(network, ...startDays(network, 7)).values()) {
        expect(likelihood).toHaveProperty('onTime');
        const [onTime] = bracketOf(likelihood);
        expect(onTime).toBeLessThanOrEqual(before + SAME_PROBABILITY);
        before = onTime;
      }
    });
  });
});

// The judge of a diagnosis is the search through all schedules.
describe('a diagnosis', () => {
  it('names changes each of which alone makes a schedule possible, and one day less does not', () => {
    forAllLate(aNetwork({ activities: 3 }), 300, ({ scenario, network, constraints }) => {
      for (const relaxation of scenario.relaxations ?? []) {
        const constraint = constraints.find(({ name }) => name === relaxation.constraint);
        if (constraint === undefined) throw new Error(`no constraint ${relaxation.constraint}`);
        const isMendedBy = (days: number) => isFeasibleNaively(constraint.relax?.(network, days) ?? network);
        if ('days' in relaxation) {
          expect(relaxation.days).toBeGreaterThan(0);
          expect(isMendedBy(relaxation.days)).toBe(true);
          expect(isMendedBy(relaxation.days - 1)).toBe(false);
        } else {
          expect(isFeasibleNaively(constraint.leaveOut(network))).toBe(true);
          expect(isMendedBy(60)).toBe(false);
        }
      }
    });
  });

  it('without papers that expire names a conflict that stands alone, but not without any one of its members', () => {
    // With a max lag a shorter duration can do harm, so that leaving one more out may bring a conflict back.
    forAllLate(aNetwork({ activities: 3, maxLagsIn10: 0 }), 300, ({ scenario, network, constraints }) => {
      const conflict = scenario.conflict ?? [];
      const keeping = (kept: readonly string[]) =>
        constraints
          .filter(({ name }) => !kept.includes(name))
          .reduce((rest, { leaveOut }) => leaveOut(rest), network);

      expect(isFeasibleNaively(keeping(conflict))).toBe(false);
      for (const member of conflict) {
        expect(isFeasibleNaively(keeping(conflict.filter((name) => name !== member)))).toBe(true);
      }
    });
  });
});

interface Late {
  readonly scenario: ScenarioAnswer;
  readonly network: NaiveNetwork;
  readonly constraints: readonly NaiveConstraint[];
}

/** Tries a law on every scenario that has no schedule. */
function forAllLate(networks: fc.Arbitrary<NetworkJson>, numRuns: number, law: (late: Late) => void): void {
  forAll(networks, numRuns, (json) => {
    const { scenarios } = answerTo(json);
    for (const name of SCENARIO_NAMES) {
      const network = naiveNetwork(json, name);
      const constraints = naiveConstraints(network);
      if (!scenarios[name].feasible) law({ scenario: scenarios[name], network, constraints });
    }
  });
}

/** The driving path and the conflict follow the order of the input where there is a choice. */
function withoutOrder(scenario: ScenarioAnswer): object {
  const { drivingPath: _, conflict: __, relaxations = [], ...rest } = scenario;
  const byName = relaxations.toSorted((a, b) => (a.constraint < b.constraint ? -1 : 1));
  return { ...rest, relaxations: byName };
}

/** From today on, as long as the calendar lasts. */
function startDays(network: NetworkJson, more: number) {
  const from = dayOfText(network.asOf);
  return [from, earlierOf(addDays(from, more), dayOfText(network.calendar.coversUntil))] as const;
}

function sinksOf({ activities }: NetworkJson): Set<string> {
  const waitedFor = new Set(activities.flatMap(({ after = [] }) => after.map(({ activity }) => activity)));
  return new Set(activities.map(({ id }) => id).filter((id) => !waitedFor.has(id)));
}

/** The network with one more day of its calendar closed. */
function withClosure(network: NetworkJson, offset: number): NetworkJson {
  const { calendar } = network;
  const day = formatDay(addDays(dayOfText(calendar.coversFrom), offset));
  const makeUpWorkingDays = calendar.makeUpWorkingDays.filter((other) => other !== day);
  return { ...network, calendar: { ...calendar, makeUpWorkingDays, closures: [...calendar.closures, day] } };
}
