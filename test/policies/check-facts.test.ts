// The facts of a case against those a policy asks for: each type's forms, defaults, and what must be given.

import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/domain/case.ts';
import { checkFacts, parseFact } from '../../src/policies/compile/check-facts.ts';
import type { FactDefinition } from '../../src/policies/parts/fact.ts';
import { day } from '../support/sample-plan.ts';
import { shippedPolicy } from './edited-policy.ts';

const shanghai = shippedPolicy('shanghai-2027');
const AS_OF = day('2026-11-22');

/** A fact of the shipped policy. */
function fact(id: string): FactDefinition {
  const definition = shanghai.facts.find((candidate) => candidate.id === id);
  if (definition === undefined) throw new Error(`the fact of a test is not there: ${id}`);
  return definition;
}

const TYPES: Readonly<Record<string, FactDefinition>> = {
  date: fact('permitExpiresOn'),
  'date-or-month': fact('bornOn'),
  month: { ...fact('bornOn'), type: 'month' },
  choice: fact('enrolling'),
  boolean: fact('insuredLastYear'),
  integer: fact('hrApprovalWorkingDays'),
};

function typed(type: string): FactDefinition {
  const definition = TYPES[type];
  if (definition === undefined) throw new Error(`no fact of type ${type}`);
  return definition;
}

/** `$.facts.id: what` of each fault, or nothing. */
function faultsOf(given: Readonly<Record<string, unknown>>): string[] {
  const checked = checkFacts(shanghai, given, AS_OF);
  return checked.ok
    ? []
    : checked.problems.map(({ path, what }) => `${path.join('.')}: ${what.split(':')[0]}`);
}

describe('a fact', () => {
  it.each<[string, unknown, FactValue]>([
    ['date', '2026-12-31', day('2026-12-31')],
    ['date', '2028-02-29', day('2028-02-29')],
    ['date-or-month', '2024-05-17', '2024-05-17'],
    ['date-or-month', '2024-05', '2024-05'],
    ['month', '2024-12', '2024-12'],
    ['choice', 'spouse', 'spouse'],
    ['boolean', true, true],
    ['boolean', false, false],
    ['integer', 0, 0],
    ['integer', 999, 999],
  ])('of type %s may be %j', (type, value, parsed) => {
    expect(parseFact(typed(type), value)).toBe(parsed);
  });

  it.each<[string, unknown]>([
    ['date', '2026-02-30'],
    ['date', '2026-12'],
    ['date', '2026-12-31T00:00'],
    ['date', ' 2026-12-31'],
    ['date', 20261231],
    ['date', ''],
    ['date-or-month', '2024-13'],
    ['date-or-month', '2024-00'],
    ['date-or-month', '2024-5'],
    ['date-or-month', '2024-02-30'],
    ['date-or-month', '2024'],
    ['month', '2024-05-17'],
    ['month', '2024-13'],
    ['choice', 'neighbour'],
    ['choice', 'Spouse'],
    ['choice', 'constructor'],
    ['choice', true],
    ['boolean', 'true'],
    ['boolean', 1],
    ['integer', -1],
    ['integer', 1.5],
    ['integer', 1000],
    ['integer', '1'],
    ['integer', Number.NaN],
    ['integer', [1]],
  ])('of type %s may not be %j', (type, value) => {
    expect(parseFact(typed(type), value)).toBeNull();
  });

  it.each([
    ['permitExpiresOn', 'soon', 'a day, YYYY-MM-DD, for example 2026-12-25'],
    ['bornOn', 'soon', 'a day, YYYY-MM-DD, for example 2026-12-25, or a month, YYYY-MM'],
    ['childOnPointsNotice', 'maybe', 'yes | no | unknown'],
    ['insuredLastYear', 'yes', 'true | false'],
    ['hrApprovalWorkingDays', 'one', 'a whole number, 0 to 999'],
  ])('%s of another form is refused with the form it takes', (id, value, allowed) => {
    const checked = checkFacts(shanghai, { permitExpiresOn: '2026-12-31', [id]: value }, AS_OF);

    expect(checked).toEqual({
      ok: false,
      problems: [{ path: ['facts', id], what: 'not an allowed value', value, allowed }],
    });
  });
});

describe('a day or month of a family, of the policy year 2027,', () => {
  it.each([
    ['permitExpiresOn', '2032-12-31', null],
    [
      'permitExpiresOn',
      '2033-01-01',
      'a day, YYYY-MM-DD, for example 2026-12-25, in a year from 1907 to 2032',
    ],
    [
      'permitExpiresOn',
      '2062-12-31',
      'a day, YYYY-MM-DD, for example 2026-12-25, in a year from 1907 to 2032',
    ],
    ['bornOn', '1907-01', null],
    [
      'bornOn',
      '1906-12',
      'a day, YYYY-MM-DD, for example 2026-12-25, or a month, YYYY-MM, in a year from 1907 to 2032',
    ],
  ])('%s %s is refused where the year was mistyped', (id, value, allowed) => {
    const checked = checkFacts(shanghai, { permitExpiresOn: '2026-12-31', [id]: value }, AS_OF);

    expect(checked.ok ? [] : checked.problems).toEqual(
      allowed === null
        ? []
        : [
            {
              path: ['facts', id],
              what: 'a year that cannot be',
              value,
              allowed,
              years: { from: 1907, until: 2032 },
            },
          ],
    );
  });
});

describe('the facts of a case', () => {
  it('are filled up with the defaults of the policy, which are named as assumed', () => {
    const checked = checkFacts(shanghai, { permitExpiresOn: '2026-12-31', addressUnchanged: false }, AS_OF);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const { facts, assumed } = checked.value;

    expect(Object.fromEntries(facts)).toMatchObject({
      enrolling: 'child-out-of-school',
      permitExpiresOn: day('2026-12-31'),
      addressUnchanged: false,
      hrApprovalWorkingDays: 1,
    });
    expect(assumed.has('enrolling')).toBe(true);
    expect(assumed.has('addressUnchanged')).toBe(false);
    expect(assumed.has('permitExpiresOn')).toBe(false);
  });

  it('that have no default and were not given stay unknown', () => {
    const checked = checkFacts(shanghai, { permitExpiresOn: '2026-12-31' }, AS_OF);

    expect(checked.ok && checked.value.facts.has('pointsValidUntil')).toBe(false);
    expect(checked.ok && checked.value.assumed.has('pointsValidUntil')).toBe(false);
  });

  it('that are null are taken for not given: a default stands, a required one is missing', () => {
    const given = { permitExpiresOn: '2026-12-31', enrolling: null };

    expect(checkFacts(shanghai, given, AS_OF)).toMatchObject({ ok: true });
    expect(faultsOf({ permitExpiresOn: null })).toEqual(['facts.permitExpiresOn: missing']);
  });

  it('hold days apart from numbers, for conditions', () => {
    const checked = checkFacts(shanghai, { permitExpiresOn: '2026-12-31' }, AS_OF);

    expect(checked.ok && [...checked.value.dayFacts].toSorted()).toEqual([
      'permitExpiresOn',
      'pointsValidUntil',
      'schoolDeadline',
    ]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string[]]>([
    ['a required fact that is not given', {}, ['facts.permitExpiresOn: missing']],
    ['nothing, where the required fact is not asked of this family', { enrolling: 'child-in-school' }, []],
    [
      'a fact that the policy does not ask, even of a name that every object has',
      { permitExpiresOn: '2026-12-31', constructor: 'x', colour: 'red' },
      ['facts.constructor: unknown fact', 'facts.colour: unknown fact'],
    ],
    [
      'a required fact of another form only once',
      { permitExpiresOn: 'soon' },
      ['facts.permitExpiresOn: not an allowed value'],
    ],
    [
      'all of it at once',
      { colour: 'red', enrolling: 'neighbour', insuredElsewhere: 'no' },
      [
        'facts.colour: unknown fact',
        'facts.enrolling: not an allowed value',
        'facts.insuredElsewhere: not an allowed value',
        'facts.permitExpiresOn: missing',
      ],
    ],
  ])('are at fault for %s', (_, given, expected) => {
    expect(faultsOf(given)).toEqual(expected);
  });
});
