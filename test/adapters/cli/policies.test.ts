// The commands that show what is known: policies list, show and schema; and what all of them refuse.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHIPPED_POLICIES } from '../../../src/adapters/files/policy-folder.ts';
import { folderWith, linesIn, run } from './commands.ts';
import { policyCommands } from './policy-work.ts';

const BROKEN = 'policy: mine\npolicy: yours\n';
const MINE = `policy: mine
basedOn: shanghai-2026
verifiedOn: 2026-11-20
title: { zh: 我的城市, en: My town }
fees: { students: { amount: 410 } }
`;

describe('policies list', () => {
  it('names each policy with its status, whether it can be planned, when it was verified, and both titles', async () => {
    const { exitCode, lines } = await policyCommands({ 'mine.yaml': MINE }).run('list');

    expect(exitCode).toBe(0);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^shanghai-2027 +projected +plannable +verified \d{4}-\d\d-\d\d +上海市2027年度.* Shanghai /,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^mine +announced +plannable +verified 2026-11-20 +我的城市 +My town$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^shanghai-2020 +announced +windows and fees only /));
  });

  it('sets the columns by what a terminal shows: a Chinese character is two wide', async () => {
    const { lines } = await policyCommands({ 'mine.yaml': MINE }).run('list');
    const before = (line: string, part: string) => [...line.slice(0, line.indexOf(part))];
    const columnsBefore = (line: string, part: string) =>
      before(line, part).reduce((sum, character) => sum + (/[⺀-￯]/u.test(character) ? 2 : 1), 0);

    const mine = lines.find((line) => line.startsWith('mine ')) ?? '';
    const shanghai = lines.find((line) => line.startsWith('shanghai-2026 ')) ?? '';

    expect(columnsBefore(mine, 'My town')).toBe(columnsBefore(shanghai, "Shanghai residents'"));
  });

  it('as a process names a file that was left out, why on standard error, and the others stand', async () => {
    const folder = folderWith({ 'own/broken.yaml': BROKEN });

    const ended = await run(folder, ['policies', 'list'], { environment: { POLICY_DIR: `${folder}/own` } });

    expect(ended.exitCode).toBe(0);
    expect(linesIn(ended.stdout, folder).at(-1)).toBe('left out: own/broken.yaml, 1 fault');
    expect(linesIn(ended.stdout, folder)).toContainEqual(expect.stringMatching(/^shanghai-2027 /));
    expect(linesIn(ended.stderr, folder)).toEqual([
      'own/broken.yaml:2:1: $: duplicate key, "policy", allowed: each key once',
    ]);
  });
});

describe('policies show', () => {
  it('tells every part of a policy, each value followed by who says so', async () => {
    const { exitCode, lines } = await policyCommands().run('show', 'shanghai-2017');

    expect(exitCode).toBe(0);
    for (const section of ['policy', 'facts', 'cutoffs', 'activities', 'routes', 'coverage', 'fees'])
      expect(lines).toContain(section);
    const cutoff = lines.findIndex((line) => /^ {4}day +Sun 25 Dec 2016, announced/.test(line));
    expect(cutoff).toBeGreaterThan(0);
    expect(lines.slice(cutoff).find((line) => line.includes('['))).toBe(
      '      [eastday-2016] Renewing permit and points for the 2017 insurance: the whole way, walked by a reporter · 民生社会东方网 · published 2016-12-23 · no address · reported · verified 2026-11-22',
    );
  });

  it('says of a value that nobody has verified for a year that it is stale: after 365 days, not on the last', async () => {
    const onLastDay = await policyCommands({}, '2027-11-22').run('show', 'shanghai-2017');
    const after = await policyCommands({}, '2027-11-23').run('show', 'shanghai-2017');

    expect(onLastDay.lines.join('\n')).not.toContain('stale');
    expect(after.lines.join('\n')).toContain('verified 2026-11-22 · stale: not verified for a year');
  });

  it('tells it in Chinese with --lang zh, and what a projection is based on', async () => {
    const { lines } = await policyCommands().run('show', 'shanghai-2027', '--lang', 'zh');

    expect(lines[0]).toBe('shanghai-2027 < shanghai-2026');
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}状态 +推测，尚未公布$/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {4}日期 +2026年12月25日（周五），按往年推测，尚未公布$/),
    );
  });

  it('tells of a reading what it changes', async () => {
    const { lines } = await policyCommands().run('show', 'shanghai-2026');

    expect(lines).toContainEqual(
      expect.stringMatching(/^ {4}other reading +7 working days \[points-data-lag: 7 working days\]$/),
    );
  });

  it('of one that is not there names those that are', async () => {
    const { exitCode, complaints } = await policyCommands().run('show', 'nowhere');

    expect(exitCode).toBe(2);
    expect(complaints).toEqual([
      expect.stringMatching(/^policies show: unknown policy, "nowhere", allowed: .*shanghai-2017 \| /),
    ]);
  });
});

describe('policies schema', () => {
  it('prints the JSON Schema that is shipped', async () => {
    const { lines } = await policyCommands().run('schema');

    expect(`${lines.join('\n')}\n`).toBe(readFileSync(join(SHIPPED_POLICIES, 'policy.schema.json'), 'utf8'));
  });
});

describe('policies', () => {
  it.each([
    [[], /^policies: allowed: list \| show \| check \| schema \| announce \| diff$/],
    [['dance'], /^policies: allowed: /],
    [['list', 'everything'], /^policies list: takes nothing else$/],
    [['show'], /^policies show: one policy is needed/],
    [['show', 'shanghai-2017', 'shanghai-2027'], /^policies show: one policy is needed/],
    [['show', 'shanghai-2017', '--lang', 'fr'], /^--lang: not an allowed value, "fr", allowed: zh \| en$/],
    [['schema', 'please'], /^policies schema: takes nothing else$/],
    [['diff', 'shanghai-2017'], /^policies diff: two policies are needed/],
    [['diff', 'shanghai-2017', 'nowhere.yaml'], /^nowhere\.yaml: there is no such file$/],
    [['announce'], /^policies announce: one policy is needed/],
  ])('with %j is refused with the forms there are', async (args, message) => {
    await expect(policyCommands().run(...args)).rejects.toThrow(message);
  });
});
