// A condition is proved on every combination of answers that could make a difference to it.

import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/policies/file/build-policy.ts';
import type { PlacedCondition } from '../../src/policies/file/conditions-of.ts';
import { proveConditions } from '../../src/policies/file/prove-conditions.ts';

const question = { zh: '问题', en: 'question' };

const FACTS = factsOf({
  facts: {
    who: {
      type: 'choice',
      question,
      required: false,
      choices: { child: question, spouse: question },
      default: 'child',
    },
    permitEndsOn: { type: 'date', question, required: true, askWhen: 'facts.who == "child"' },
    bornOn: { type: 'date-or-month', question, required: false },
    years: { type: 'integer', question, required: false, default: 0 },
    isInsured: { type: 'boolean', question, required: false },
  },
});

function faultsOf(expression: string, placed: Partial<PlacedCondition> = {}): string[] {
  const condition = { path: ['fees', 'children', 'when'], expression, given: [], unless: [], ...placed };
  return proveConditions(FACTS, 2027, [condition]).map(({ what, allowed }) => `${what}; ${allowed}`);
}

describe('a condition', () => {
  it.each([
    ['on a choice', 'facts.who == "spouse"'],
    ['on a day that need not be known, asked with has()', 'has(facts.bornOn) && facts.bornOn < "2020-01-01"'],
    ['on a required day, only where it is asked', 'facts.who == "child" && facts.permitEndsOn < yearStart'],
    ['on an age', 'has(ages.bornOn) && ages.bornOn >= 60'],
    ['on a number', 'facts.years > 3'],
    ['on the day of the plan', 'facts.who != "child" || facts.permitEndsOn >= asOf'],
  ])('%s gives a yes or a no for all answers', (_, expression) => {
    expect(faultsOf(expression)).toEqual([]);
  });

  it.each([
    [
      'that compares a number with a text',
      'facts.years == "3"',
      /different types; both of one type; facts.years is a int/,
    ],
    ['that orders a text after a number', 'facts.who > 3', /different types/],
    ['that compares a day with an age', 'has(ages.bornOn) && ages.bornOn < yearStart', /different types/],
    ['on a choice that there is not', 'facts.who == "uncle"', /a value that it never has; child \| spouse/],
    ['that calls a text a number', 'facts.who + 3 > 2', /no yes or no.*not for \{ who: child \}/],
    ['that is a number', 'facts.years', /it gave 0/],
    ['on what may be unknown', 'facts.isInsured == true', /not for \{ {2}\}/],
    [
      'on a required day where it is not asked',
      'facts.permitEndsOn < yearStart',
      /not for \{ who: spouse \}/,
    ],
    ['on the age of a day that may be unknown', 'ages.bornOn > 60', /field not found|no such key/],
    ['on a fact that nobody asks', 'facts.colour == "red"', /unknown fact; who \| permitEndsOn/],
    ['that is no expression', 'facts.who ==', /not a condition/],
  ])('%s is refused, with the answers for which it fails', (_, expression, message) => {
    expect(faultsOf(expression).join()).toMatch(message);
  });

  it('of a step is asked only of those to whom its route is open', () => {
    const given = ['facts.who == "child"'];

    expect(faultsOf('facts.permitEndsOn < yearStart', { given })).toEqual([]);
  });

  it('is not asked of those whom the policy does not mean', () => {
    const unless = ['facts.who == "spouse"'];

    expect(faultsOf('facts.permitEndsOn < yearStart', { unless })).toEqual([]);
  });

  it.each([
    ['no answer meets', 'facts.who == "child" && facts.who == "spouse"', 1],
    ['contradicts itself', 'facts.years > 3 && facts.years < 2', 1],
    ['one answer meets', 'facts.years > 3 && facts.who == "spouse"', 0],
  ])('of a route that %s is told as a route that can never be chosen', (_, expression, count) => {
    const faults = faultsOf(expression, { path: ['routes', 'school', 'when'] });

    expect(faults.filter((fault) => fault.startsWith('a route that can never be chosen'))).toHaveLength(
      count,
    );
  });
});
