// A fault as people read it: FILE:LINE:COLUMN: JSONPATH: what, the value, the allowed form.

import { describe, expect, it } from 'vitest';
import type { Fault, Path } from '../../src/domain/problem.ts';
import { faultLine, faultSentence, jsonPath } from '../../src/input/fault-text.ts';

describe('a path', () => {
  it.each<[string, Path, string]>([
    ['the root', [], '$'],
    ['keys and indexes', ['activities', 2, 'after', 0], '$.activities[2].after[0]'],
    ['a key with a hyphen', ['actuals', 'renew-permit', 'startedOn'], '$.actuals["renew-permit"].startedOn'],
    ['a key with an underscore and a digit', ['_a1'], '$._a1'],
    ['a key that begins with a digit', ['2027'], '$["2027"]'],
    ['a key that is empty', ['facts', ''], '$.facts[""]'],
    ['a key with a dot, a quote and a backslash', ['a.b"c\\'], '$["a.b\\"c\\\\"]'],
    ['a Chinese key', ['费用'], '$["费用"]'],
  ])('of %s is written as JSONPath', (_, path, expected) => {
    expect(jsonPath(path)).toBe(expected);
  });
});

describe('a fault', () => {
  it.each<[string, Omit<Fault, 'path'>, string]>([
    [
      'has its value and its allowed form',
      { what: 'bad', value: 3, allowed: 'a day' },
      'bad, 3, allowed: a day',
    ],
    ['of something missing has no value', { what: 'missing', allowed: 'a day' }, 'missing, allowed: a day'],
    ['may have no allowed form', { what: 'bad', value: 'x' }, 'bad, "x"'],
    ['of null has null', { what: 'bad', value: null, allowed: 'a day' }, 'bad, null, allowed: a day'],
    ['of false has false', { what: 'bad', value: false }, 'bad, false'],
    ['of an empty text has its quotes', { what: 'bad', value: '' }, 'bad, ""'],
    ['stays on one line', { what: 'bad', value: 'a\nb' }, 'bad, "a\\nb"'],
  ])('%s', (_, fault, expected) => {
    expect(faultSentence({ path: [], ...fault })).toBe(expected);
  });

  it('shows at most 80 characters of a long value', () => {
    const sentence = faultSentence({ path: [], what: 'bad', value: 'x'.repeat(10_000), allowed: 'a day' });

    expect(sentence).toBe(`bad, "${'x'.repeat(79)}…, allowed: a day`);
  });

  it('as a line begins with file, line, column and path', () => {
    const fault = { path: ['asOf'], what: 'not a day', value: '2026-02-30', allowed: 'YYYY-MM-DD' };

    expect(faultLine('case.yaml', { line: 2, column: 7 }, fault)).toBe(
      'case.yaml:2:7: $.asOf: not a day, "2026-02-30", allowed: YYYY-MM-DD',
    );
  });
});
