// However large, deep or costly a policy file is, reading it comes to an end, and what is too much is told with its
// place, how much it is and how much may be. Bounds are counted, never timed.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Scalar } from 'yaml';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { yamlFilesBelow } from '../../src/adapters/files/yaml-files-below.ts';
import { parseDocumentText } from '../../src/input/document.ts';
import { duplicateKeysIn } from '../../src/input/duplicate-keys.ts';
import { ConditionSyntaxError, parseCondition } from '../../src/policies/condition.ts';
import { factsOf } from '../../src/policies/file/build-policy.ts';
import { MOST_STEPS, proveConditions, type StepsTaken } from '../../src/policies/file/prove-conditions.ts';
import { book, edited, faultsOf, folderOf, placeOf } from './edited-policy.ts';

const LIST = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]';

/** Walks over ten to the power of `levels` values, in some thirty characters a level. */
function nestedWalks(levels: number): string {
  return levels === 0 ? 'true' : `${LIST}.all(x${levels}, ${nestedWalks(levels - 1)})`;
}

describe('a condition', () => {
  it.each([
    ['that walks over lists in lists', nestedWalks(9), 'a condition that walks over a list'],
    ['that asks whether one exists', '[1, 2].exists(x, x > 1)', 'a condition that walks over a list'],
    ['that makes lists of lists', '[[1]].map(x, x + x).size() > 0', 'a condition that walks over a list'],
    [
      'that doubles a text again and again',
      '["ab"].map(x, x + x).map(x, x + x) == ["c"]',
      'a condition that walks over a list',
    ],
    ['with a pattern', 'facts.who.matches("^(a+)+$")', 'a condition with what none has'],
    ['that turns values into others', 'string(facts.years) == "3"', 'a condition with what none has'],
    ['with a map in it', '{"a": 1}.a == 1', 'a condition with a map in it'],
    [
      'of a thousand parts',
      Array(1000).fill('facts.years == 3').join(' || '),
      'a condition of 19996 characters',
    ],
    [
      'of four hundred brackets',
      `${'('.repeat(400)}true${')'.repeat(400)}`,
      'a condition of 400 levels of brackets',
    ],
    [
      'of a hundred lists in lists',
      `${'['.repeat(100)}1${']'.repeat(100)} == [1]`,
      'a condition of 100 levels',
    ],
  ])('%s is refused before it is tried', (_, expression, message) => {
    expect(() => parseCondition(expression)).toThrow(ConditionSyntaxError);
    expect(() => parseCondition(expression)).toThrow(message);
  });

  it('as long and as deep as it may be takes no more steps than it has characters', () => {
    const chain = Array(50).fill('facts.years > 3').join(' || ');
    const choice = `${'true ? true : '.repeat(70)}true`;
    const brackets = `${'!('.repeat(40)}true${')'.repeat(40)}`;

    for (const expression of [chain, choice, brackets])
      expect(parseCondition(expression).steps).toBeLessThanOrEqual(expression.length);
  });
});

describe('a policy file', () => {
  const whenOfRoute = /^ {4}when: .*$/m;
  const shipped = edited();

  it.each([
    ['walks over a list', nestedWalks(6), 'allowed: has, ==, !='],
    ['is too long', `true && ${'true && '.repeat(200)}true`, 'a condition of 1612 characters, allowed: 1000'],
  ])('with a condition that %s is left out, with file, line and what is allowed', async (_, when, told) => {
    const faults = await faultsOf(edited([whenOfRoute, `    when: '${when}'`]));
    const line = placeOf(shipped, whenOfRoute).split(':')[0];

    expect(faults.join('\n')).toContain(told);
    expect(faults.some((fault) => fault.startsWith(`policy.yaml:${line}:`))).toBe(true);
  });

  it.each([
    ['300 000 000', 'observed', 'max: { amount: 2, unit: working-days }'],
    ['3 661', 'planning', 'planning: { amount: 2, unit: working-days,'],
  ])(
    'with a duration of %s days (%s) is refused: a chance is reckoned day by day',
    async (amount, _, part) => {
      const digits = amount.replaceAll(' ', '');
      const text = shipped.replace(part, part.replace('amount: 2', `amount: ${digits}`));
      const faults = await faultsOf(text);

      expect(text).not.toBe(shipped);
      expect(faults.join('\n')).toMatch(
        new RegExp(`^policy\\.yaml:\\d+:\\d+: .*${digits}, allowed: a whole number, 0 to 3660`),
      );
    },
  );

  it('with hundreds of facts is told how many it may have, and nothing else is looked at', async () => {
    const many = Array.from(
      { length: 400 },
      (_, index) => `  f${index}: { type: boolean, question: { zh: 问, en: asked }, required: false }`,
    );
    const faults = await faultsOf(edited([/^facts:$/m, `facts:\n${many.join('\n')}`]));

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^policy\.yaml:\d+:1: \$\.facts: 4\d\d of them, allowed: 60 at most$/);
  });

  it('with hundreds of readings is told how many it may have', async () => {
    const others = Array.from(
      { length: 300 },
      (_, index) =>
        `      r${index}: { title: { zh: 甲, en: a }, source: eastday-2016, changes: { verifiedOn: 2026-01-01 } }`,
    );
    const faults = await faultsOf(edited([/^ {4}others:$/m, `    others:\n${others.join('\n')}`]));

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^policy\.yaml:\d+:1: \$\.readings: 30\d other readings, allowed: 40 at most$/);
  });
});

describe('proving the conditions of a file', () => {
  const question = { zh: '问题', en: 'question' };
  const FACTS = factsOf({
    facts: Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`f${index}`, { type: 'boolean', question, required: false }]),
    ),
  });
  /** Three answers to each of nine facts, 19,683 combinations; every one of them another condition. */
  const worst = (number: number) => ({
    path: ['fees', `fee-${number}`, 'when'],
    expression: FACTS.map(
      ({ id }, bit) => `has(facts.${id}) && facts.${id} == ${(number >> bit) % 2 === 1}`,
    ).join(' || '),
    given: [],
    unless: [],
  });

  it('comes to an end after so many steps, told where they ran out', () => {
    const taken: StepsTaken = { steps: 0 };
    const conditions = Array.from({ length: 500 }, (_, number) => worst(number));
    const faults = proveConditions(FACTS, 2027, conditions, taken);

    expect(faults).toHaveLength(1);
    expect(faults[0]?.what).toMatch(/^conditions that take \d+ steps to prove up to here$/);
    expect(faults[0]?.allowed).toContain(`${MOST_STEPS} at most in one file`);
    expect(taken.steps).toBeLessThan(2 * MOST_STEPS);
  });

  it('counts what is proved already the same, so that a file is never at fault only now and then', () => {
    const [first, second] = [0, 0].map(() => {
      const taken: StepsTaken = { steps: 0 };
      proveConditions(FACTS, 2027, [worst(77), worst(78)], taken);
      return taken.steps;
    });

    expect(first).toBeGreaterThan(19_683);
    expect(second).toBe(first);
  });
});

describe('a YAML text', () => {
  it('has each of its keys looked at a few times, however many there are', () => {
    const document = parseDocument(Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join('\n'));
    let looks = 0;
    for (const { key } of (document.contents as unknown as { items: { key: Scalar }[] }).items) {
      const { value } = key;
      Object.defineProperty(key, 'value', {
        get: () => {
          looks += 1;
          return value;
        },
      });
    }

    expect(duplicateKeysIn(document)).toEqual([]);
    expect(looks).toBeLessThanOrEqual(2000 * 3);
  });

  it('takes a number and the text of it for the same key, for one of the two would be lost', () => {
    expect(parseDocumentText('1: a\n"1": b\n')).toMatchObject({
      ok: false,
      problems: [{ place: { line: 2, column: 1 }, what: 'duplicate key' }],
    });
  });

  it('that is broken everywhere is told of a hundred times, not thousands', () => {
    const document = parseDocumentText('- ]\n'.repeat(3000));

    expect(document.ok ? [] : document.problems).toHaveLength(100);
  });
});

describe('a folder of policies', () => {
  const shippedWith = (folder: string) => readPolicyFolders([SHIPPED_POLICIES, folder]);
  const linesOf = ({ broken }: Awaited<ReturnType<typeof shippedWith>>, folder: string) =>
    broken.flatMap(({ faults }) => faults).map((fault) => fault.replaceAll(folder, '…'));

  it('with a file that is too large leaves it out and says how large it may be', async () => {
    const folder = await folderOf({ 'large.yaml': `# ${'x'.repeat(300_000)}\n` });

    expect(linesOf(await shippedWith(folder), folder)).toEqual([
      '…/large.yaml:1:1: $: the file has 300003 bytes, allowed: 262144 at most',
    ]);
  });

  it('with many large files reads so much of them, and says which it leaves out', async () => {
    const names = Array.from({ length: 35 }, (_, index) => `f${String(index).padStart(2, '0')}.yaml`);
    const text = `policy: x\n# ${'x'.repeat(250_000)}\n`;
    const folder = await folderOf(Object.fromEntries(names.map((name) => [name, text])));

    const lines = linesOf(await shippedWith(folder), folder).filter((line) => line.includes('bytes'));

    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^…\/f33\.yaml:1:1: \$: with it the files below the folder have \d+ bytes, allowed: 8388608 at most$/,
    );
  });

  it('with hundreds of files reads none of them: it is another folder', async () => {
    const names = Array.from({ length: 201 }, (_, index) => `f${index}.yaml`);
    const folder = await folderOf(Object.fromEntries(names.map((name) => [name, 'policy: x\n'])));

    const read = await shippedWith(folder);

    expect(linesOf(read, folder)).toEqual([
      '…:1:1: $: more than 200 policy files, none of them is read, allowed: a folder of policies, 200 of them at most',
    ]);
    expect([...read.policies.keys()]).toEqual([...book.policies.keys()]);
  });

  it('that is a whole disk by a slip is not walked to its end', async () => {
    const folder = await folderOf({ 'a/mine.yaml': 'policy: x\n', 'b/c/1': '', 'b/c/2': '', 'b/3': '' });

    // Three folders and four files.
    expect(await yamlFilesBelow(folder, 7)).toEqual([join(folder, 'a/mine.yaml')]);
    await expect(yamlFilesBelow(folder, 6)).rejects.toThrow('more than 6 files and folders');
  });

  it('with a pipe that nobody writes into does not wait for it', async () => {
    const folder = await folderOf({});
    execFileSync('/usr/bin/mkfifo', [join(folder, 'pipe.yaml')]);

    expect(linesOf(await shippedWith(folder), folder)).toEqual([
      '…/pipe.yaml:1:1: $: not a file, allowed: a file with text in it',
    ]);
  });
});
