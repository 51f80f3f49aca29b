// Every case of test/cases through the whole core, as `lastbus schedule` runs it, every cell compared. worked.yaml and
// rules.yaml are counted by hand; the answers in random.jsonl were found by trying every schedule, outside this
// program.

import { describe, expect, it } from 'vitest';
import { readCases, type ToldLikelihood, toldScenarios, type WorkedCase } from '../support/case-file.ts';
import { answerTo, type LikelihoodAnswer, SCENARIO_NAMES } from '../support/network-json.ts';

const SAME_PROBABILITY = 1e-9;

function expectLikelihood(actual: LikelihoodAnswer, told: ToldLikelihood): void {
  if (typeof told === 'number') {
    expect(actual).toEqual({ onTime: expect.any(Number) });
    expect('onTime' in actual && Math.abs(actual.onTime - told)).toBeLessThanOrEqual(SAME_PROBABILITY);
    return;
  }
  expect(actual).toEqual({ atLeast: expect.any(Number), atMost: expect.any(Number) });
  const { atLeast, atMost } = 'atLeast' in actual ? actual : { atLeast: Number.NaN, atMost: Number.NaN };
  expect(atLeast).toBeGreaterThanOrEqual(told.atLeast - SAME_PROBABILITY);
  expect(atMost).toBeGreaterThanOrEqual(atLeast);
  expect(atMost).toBeLessThanOrEqual(told.atMost + SAME_PROBABILITY);
}

describe.each(['worked.yaml', 'rules.yaml'])('the cases of %s', (file) => {
  const cases = readCases(file);

  it('tell the answer for every scenario, and a diagnosis wherever there is no schedule', () => {
    for (const { id, counting, scenarios } of cases) {
      expect({ id, names: [...scenarios.keys()] }).toEqual({ id, names: [...SCENARIO_NAMES] });
      expect(counting).not.toBe('');
      for (const { feasible, conflict, relaxations } of scenarios.values()) {
        expect({ id, hasDiagnosis: [conflict !== undefined, relaxations !== undefined] }).toEqual({
          id,
          hasDiagnosis: [!feasible, !feasible],
        });
      }
    }
  });

  it.each(cases)('$id: $counting', ({ network, likelihood, scenarios }) => {
    const answer = answerTo(network);

    expect(toldScenarios(answer)).toEqual(scenarios);
    expectLikelihood(answer.likelihood, likelihood);
  });
});

describe('the cases of random.jsonl', () => {
  const cases = readCases('random.jsonl');

  it('are those that were stored, some with a diagnosis', () => {
    const withDiagnosis = cases.filter(({ scenarios }) =>
      [...scenarios.values()].some(({ conflict }) => conflict !== undefined),
    );

    expect(cases).toHaveLength(76);
    expect(withDiagnosis).toHaveLength(5);
  });

  it.each(cases)('$id', ({ network, likelihood, scenarios }: WorkedCase) => {
    const answer = answerTo(network);

    for (const [name, told] of toldScenarios(answer)) {
      const { conflict, relaxations, ...rest } = told;
      const expected = scenarios.get(name);
      expect(conflict !== undefined && relaxations !== undefined).toBe(!rest.feasible);
      expect(expected?.conflict === undefined ? rest : told).toEqual(expected);
    }
    expect(scenarios.size).toBe(SCENARIO_NAMES.length);
    expectLikelihood(answer.likelihood, likelihood);
  });
});
