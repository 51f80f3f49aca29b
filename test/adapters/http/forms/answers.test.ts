import { describe, expect, it } from 'vitest';
import { answerValue } from '../../../../src/adapters/http/forms/answers.ts';
import type { FactDefinition } from '../../../../src/policies/parts/fact.ts';

function fact(type: FactDefinition['type']): FactDefinition {
  const text = { zh: '', en: '' };
  return {
    id: 'x',
    type,
    question: text,
    help: null,
    choices: new Map(),
    fallback: null,
    afterDone: null,
    isRequired: false,
    askWhen: null,
    askEarlyWhen: null,
  };
}

describe('an answer as a case writes it', () => {
  it.each([
    ['date', '2026-12-31', '2026-12-31'],
    ['date', ' 2026/12/31 ', '2026-12-31'],
    ['date', '2026.1.5', '2026-01-05'],
    ['date', '2026年1月5日', '2026-01-05'],
    ['date', '20261231', '2026-12-31'],
    ['date', '２０２６－１２－３１', '2026-12-31'],
    ['month', '2024年5月', '2024-05'],
    ['date-or-month', '2024/5', '2024-05'],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['integer', '3', 3],
    ['integer', '３', 3],
    ['choice', 'spouse', 'spouse'],
  ] as const)('%s: %s', (type, typed, value) => {
    expect(answerValue(fact(type), typed)).toBe(value);
  });

  it.each([
    ['date', '31.12.2026'],
    ['date', '2026-02-30'],
    ['integer', '-1'],
    ['integer', '1.5'],
    ['boolean', 'maybe'],
  ] as const)('%s: what cannot be read, %s, stays as typed, to be refused', (type, typed) => {
    expect(answerValue(fact(type), typed)).toBe(typed);
  });

  it.each(['date', 'month', 'date-or-month', 'boolean', 'integer', 'choice'] as const)(
    '%s: an empty field is no answer',
    (type) => {
      expect(answerValue(fact(type), '  ')).toBeUndefined();
    },
  );
});
