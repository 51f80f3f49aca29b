// The scheduling core against a second implementation, in every cell, on random small networks. That one
// (test/support/naive-*.ts) steps through days and tries every schedule; the two share the written form of a day.

import { describe, expect, it } from 'vitest';
import { bracketOf, forAll, SAME_PROBABILITY } from '../support/laws.ts';
import { likelihoodNaively } from '../support/naive-likelihood.ts';
import { scheduleNaively } from '../support/naive-schedule.ts';
import { answerTo, SCENARIO_NAMES, type ScenarioAnswer } from '../support/network-json.ts';
import { aNetwork } from '../support/small-networks.ts';

/** Where no start day works an answer may tell the days of what has started, or leave them out: not compared. */
function withoutOptionalFacts(scenario: ScenarioAnswer): ScenarioAnswer {
  if (scenario.structural) return scenario;
  const days = { earliestStartOn: null, earliestFinishOn: null, latestStartOn: null, latestFinishOn: null };
  const cells = Object.entries(scenario.activities).map(([id, activity]) => [
    id,
    activity.state === 'open' ? activity : { ...activity, ...days },
  ]);
  return { ...scenario, activities: Object.fromEntries(cells) };
}

describe('by trying every schedule', () => {
  it('the same dates, floats, critical activities and driving paths are found', () => {
    forAll(aNetwork(), 600, (network) => {
      const { scenarios } = answerTo(network);

      for (const name of SCENARIO_NAMES) {
        const { conflict: _, relaxations: __, ...scenario } = scenarios[name];
        const naive = scheduleNaively(network, name, { withDiagnosis: false });
        expect(withoutOptionalFacts(scenario)).toEqual(withoutOptionalFacts(naive));
      }
    });
  });

  it.each([
    ['networks of every kind', aNetwork({ activities: 3 }), 150],
    ['pairs, most with a paper that expires', aNetwork({ activities: 2, maxLagsIn10: 9 }), 500],
  ] as const)('the same conflicts and relaxations are found: %s', (_, networks, numRuns) => {
    forAll(networks, numRuns, (network) => {
      const { scenarios } = answerTo(network);

      for (const name of SCENARIO_NAMES) {
        const { conflict, relaxations } = scenarios[name];
        const naive = scheduleNaively(network, name, { withDiagnosis: true });
        expect({ conflict, relaxations }).toEqual({
          conflict: naive.conflict,
          relaxations: naive.relaxations,
        });
      }
    });
  });
});

describe('by trying every combination of durations', () => {
  it.each([
    ['networks of every kind', aNetwork(), 500],
    ['most with papers that expire', aNetwork({ withFacts: false, maxLagsIn10: 9 }), 400],
  ] as const)('the same likelihood is found: %s', (_, networks, numRuns) => {
    forAll(networks, numRuns, (network) => {
      const { likelihood } = answerTo(network);
      const { asap, exists } = likelihoodNaively(network);
      const [atLeast, atMost] = bracketOf(likelihood);

      expect('onTime' in likelihood).toBe(exists - asap <= SAME_PROBABILITY);
      expect(atLeast).toBeGreaterThanOrEqual(asap - SAME_PROBABILITY);
      expect(atMost).toBeGreaterThanOrEqual(atLeast);
      expect(atMost).toBeLessThanOrEqual(exists + SAME_PROBABILITY);
    });
  });
});
