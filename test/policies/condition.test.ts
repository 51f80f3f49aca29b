// Conditions of policies: CEL over the facts, days as texts, and a clear word where there is no yes or no.

import { describe, expect, it } from 'vitest';
import {
  type ConditionFacts,
  ConditionFailed,
  ConditionSyntaxError,
  parseCondition,
} from '../../src/policies/condition.ts';
import { day } from '../support/sample-plan.ts';

/** As of Sunday 2026-11-22; `permitExpiresOn` is a day, everything else as it is. */
const GIVEN: ConditionFacts = {
  facts: new Map<string, string | boolean | number>([
    ['enrolling', 'spouse'],
    ['insured', true],
    ['hrDays', 3],
    ['bornOn', '1966-05'],
    ['permitExpiresOn', day('2026-12-31')],
  ]),
  dayFacts: new Set(['permitExpiresOn']),
  asOf: day('2026-11-22'),
  policyYear: 2027,
};

describe('a condition', () => {
  it.each([
    ['facts.enrolling == "spouse"', true],
    ['facts.enrolling == "self" || facts.insured', true],
    ['facts.insured == false', false],
    ['facts.hrDays > 2', true],
    ['facts.hrDays in [1, 2]', false],
    ['facts.permitExpiresOn < "2027-01-01"', true],
    ['facts.permitExpiresOn >= asOf', true],
    ['asOf == "2026-11-22"', true],
    ['facts.bornOn < "1967-01-01"', true],
    ['has(facts.pointsValidUntil)', false],
    ['has(facts.pointsValidUntil) && facts.pointsValidUntil < "2027-01-01"', false],
    ['!has(facts.pointsValidUntil) || facts.pointsValidUntil >= "2027-01-01"', true],
    ['facts.insured || facts.pointsValidUntil < "2027-01-01"', true],
  ])('%s: %s', (expression, holds) => {
    expect(parseCondition(expression).holds(GIVEN)).toBe(holds);
  });

  it.each([
    ['on a fact that is not known names it', 'facts.pointsValidUntil < "2027-01-01"', 'pointsValidUntil'],
    ['that compares a number with a text says so', 'facts.hrDays < "3"', '_<_'],
    ['that gives no yes or no says what it gave', 'facts.enrolling', 'it gave spouse'],
    ['that gives a number says what it gave', 'facts.hrDays + 1', 'it gave 4'],
  ])('%s', (_, expression, told) => {
    const condition = parseCondition(expression);

    expect(() => condition.holds(GIVEN)).toThrow(ConditionFailed);
    expect(() => condition.holds(GIVEN)).toThrow(`the condition "${expression}" gives no yes or no: `);
    expect(() => condition.holds(GIVEN)).toThrow(told);
  });

  it.each(['facts.enrolling ==', 'a b', '"open', '', 'facts.enrolling = "self"', 'x ? y'])(
    'is not: %s',
    (expression) => {
      expect(() => parseCondition(expression)).toThrow(ConditionSyntaxError);
    },
  );

  it('keeps its text, to be shown', () => {
    expect(parseCondition('facts.insured == true').expression).toBe('facts.insured == true');
  });
});
