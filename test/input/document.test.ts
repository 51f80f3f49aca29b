// YAML and JSON text as a value whose parts remember their places, and what cannot be read with its place.

import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/domain/problem.ts';
import { type Document, parseDocumentText } from '../../src/input/document.ts';
import { parseJsonText, parseStrictJsonText } from '../../src/input/json-document.ts';

const CASE = `# a comment
policy: shanghai-2027
facts:
  permitExpiresOn: 2026-12-31
  bornOn: "2024-05"
actuals:
  - id: renew-permit
    startedOn: 2026-12-02
  - { id: payment, attempts: [1, 22] }
`;

const NETWORK = `{
  "id": "n",
  "activities": [
    { "id": "a", "after": [] },
    { "id": "b" }
  ]
}
`;

function read(text: string, parse = parseDocumentText): Document {
  const document = parse(text);
  if (!document.ok) throw new Error(`the document of a test is at fault: ${JSON.stringify(document)}`);
  return document.value;
}

/** `4:3` */
function place(document: Document, path: Path): string {
  const { line, column } = document.placeOf(path);
  return `${line}:${column}`;
}

/** `4:3 what` of each fault. */
function faultsOf(text: string, parse = parseDocumentText): string[] {
  const document = parse(text);
  if (document.ok) return [];
  return document.problems.map(({ place: { line, column }, what }) => `${line}:${column} ${what}`);
}

describe('a YAML document', () => {
  it('leaves days texts, and numbers numbers', () => {
    expect(read(CASE).value).toEqual({
      policy: 'shanghai-2027',
      facts: { permitExpiresOn: '2026-12-31', bornOn: '2024-05' },
      actuals: [
        { id: 'renew-permit', startedOn: '2026-12-02' },
        { id: 'payment', attempts: [1, 22] },
      ],
    });
  });

  it.each<[string, Path, string]>([
    ['the root: its first line', [], '1:1'],
    ['a key', ['policy'], '2:1'],
    ['a key inside: where the key stands, not its value', ['facts', 'bornOn'], '5:3'],
    ['an entry of a list: where its value begins', ['actuals', 0], '7:5'],
    ['a key of an entry', ['actuals', 0, 'startedOn'], '8:5'],
    ['an entry in braces', ['actuals', 1], '9:5'],
    ['an entry of a list in brackets', ['actuals', 1, 'attempts', 1], '9:34'],
    ['what is missing: what it is missing from', ['facts', 'enrolling'], '3:1'],
    ['what is missing deeper: the nearest that is there', ['facts', 'enrolling', 'kind', 3], '3:1'],
    ['a key of a text: the text', ['policy', 'id'], '2:1'],
    ['an entry past the end of a list: the list', ['actuals', 7], '6:1'],
  ])('knows where %s stands', (_, path, expected) => {
    expect(place(read(CASE), path)).toBe(expected);
  });

  it('reads JSON as well, with its places', () => {
    const document = read(NETWORK);

    expect(document.value).toEqual(JSON.parse(NETWORK));
    expect(place(document, ['activities', 1, 'id'])).toBe('5:7');
  });

  it('that is empty is null, at its beginning', () => {
    const document = read('');

    expect(document.value).toBeNull();
    expect(place(document, ['policy'])).toBe('1:1');
  });

  it.each<[string, string, string[]]>([
    ['a key that comes twice', 'a: 1\nb:\n  c: 1\n  c: 2\n', ['4:3 duplicate key']],
    [
      'keys that come twice, all of them',
      'a: 1\na: 2\nb: 1\nb: 2\n',
      ['2:1 duplicate key', '4:1 duplicate key'],
    ],
    ['a bracket that is never closed', 'a: [1, 2\n', ['2:1 cannot be read']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['2:1 cannot be read']],
    [
      'aliases that come to ten thousand million',
      [...'abcdefghij']
        .map(
          (name, index) =>
            `${name}: &${name} [${index === 0 ? '1' : Array(10).fill(`*${'abcdefghij'[index - 1]}`)}]`,
        )
        .join('\n'),
      ['1:1 cannot be read'],
    ],
  ])('tells of %s where it stands', (_, text, expected) => {
    expect(faultsOf(text).map((line) => line.replace(/: .*/, ''))).toEqual(expected);
  });

  it('refuses lists of lists before the stack runs out', () => {
    const [fault] = faultsOf('['.repeat(10_000) + ']'.repeat(10_000));

    expect(fault).toMatch(/^1:\d+ cannot be read: /);
  });

  it('names the key that comes twice, and the form that is allowed', () => {
    expect(parseDocumentText('"a": 1\n"a": 2\n')).toMatchObject({
      ok: false,
      problems: [{ path: [], value: 'a', allowed: 'each key once', place: { line: 2, column: 1 } }],
    });
  });
});

describe('a JSON document', () => {
  it.each<[string, Path, string]>([
    ['the root', [], '1:1'],
    ['a key', ['activities'], '3:3'],
    ['an entry of a list', ['activities', 1], '5:5'],
    ['a key of an entry', ['activities', 0, 'after'], '4:18'],
    ['what is missing', ['activities', 1, 'duration'], '5:5'],
  ])('knows where %s stands', (_, path, expected) => {
    const document = read(NETWORK, parseJsonText);

    expect(document.value).toEqual(JSON.parse(NETWORK));
    expect(place(document, path)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['a comma before a closing brace', '{\n  "a": 1,\n}\n', '3:1'],
    ['nothing after the opening brace', '{\n', '2:1'],
  ])('that has %s is refused at that place', (_, text, expected) => {
    const [line = ''] = faultsOf(text, parseJsonText);

    expect(line).toMatch(new RegExp(`^${expected} not JSON: `));
  });

  it.each<[string, string, string]>([
    ['a word', 'not json', '1:2'],
    ['a value that is not there', '{ "a": 1, "b": }', '1:16'],
    ['a value without quotes', '{\n  "a": day\n}\n', '2:8'],
  ])('that has %s is refused at the first letter that cannot be', (_, text, expected) => {
    const [line = ''] = faultsOf(text, parseJsonText);

    expect(line).toMatch(new RegExp(`^${expected} not JSON: `));
  });

  it('that is refused is told in one line, whatever stands in it', () => {
    const [line = ''] = faultsOf('{\n  "a": day\n}\n', parseJsonText);

    expect(line).not.toContain('\n');
  });

  it('is no YAML: a key without quotes is a fault', () => {
    expect(faultsOf('a: 1\n', parseStrictJsonText)).toHaveLength(1);
  });

  it.each([
    ['read strictly has each key once', parseStrictJsonText, ['3:3 duplicate key']],
    ['read fast has the last value of a key that comes twice', parseJsonText, []],
  ] as const)('%s', (_, parse, expected) => {
    expect(faultsOf('{\n  "a": 1,\n  "a": 2\n}\n', parse)).toEqual(expected);
  });

  it('read strictly tells a text that is no JSON as such, whatever else is wrong with it', () => {
    expect(faultsOf('{ "a": 1, "a": 2, }', parseStrictJsonText)).toEqual([
      expect.stringMatching(/^1:19 not JSON: /),
    ]);
  });
});
