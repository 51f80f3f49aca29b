// policies diff: what is different between two policies, in words, each new value on its source's word.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './commands.ts';
import { policyCommands } from './policy-work.ts';

const BROKEN = 'policy: mine\npolicy: yours\n';
const MINE = `policy: mine
basedOn: shanghai-2026
verifiedOn: 2026-11-20
title: { zh: 我的城市, en: My town }
fees: { students: { amount: 410 } }
`;

describe('policies diff', () => {
  it('tells a projection from the year it is based on: days, amounts, routes, each with the source of the new value', async () => {
    const { exitCode, lines } = await policyCommands().run('diff', 'shanghai-2026', 'shanghai-2027');

    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('shanghai-2026 → shanghai-2027');
    for (const line of [
      /^ {2}status: projected, not announced; was announced$/,
      /^ {2}opens: gone: Fri 7 Nov 2025, announced$/,
      /^ {2}payment, day: Fri 25 Dec 2026, expected .*; was Thu 25 Dec 2025, announced$/,
      /^ {2}permit-only, title: new: By the permit alone/,
      /^ {2}students, pupils and infants: CNY 400 for 2027, expected.*; was CNY 400 for 2026, announced$/,
      /^ {2}opening, about: gone: /,
      /^ {2}last covered day: Fri 31 Dec 2027; was Thu 31 Dec 2026$/,
    ]) {
      expect(lines).toContainEqual(expect.stringMatching(line));
    }
    const day = lines.findIndex((line) => line.startsWith('  payment, day: '));
    expect(lines[day + 1]).toMatch(/^ {4}\[pattern-2016-2025\] .* · derived · verified 2026-11-22$/);
  });

  it('of a policy and itself finds nothing', async () => {
    const { lines } = await policyCommands().run('diff', 'shanghai-2026', 'shanghai-2026');

    expect(lines).toEqual(['shanghai-2026 → shanghai-2026', 'nothing is different']);
  });

  it('takes a file for either of the two, as it would be read beside the others', async () => {
    const file = join(folderWith({ 'mine.yaml': MINE }), 'mine.yaml');

    const { exitCode, lines } = await policyCommands().run('diff', 'shanghai-2026', file, '--lang', 'zh');

    expect(exitCode).toBe(0);
    expect(lines.slice(1, 5)).toEqual([
      '政策',
      '  名称: 我的城市；原来是上海市2026年度城乡居民医保',
      expect.stringMatching(/^ {2}最后核对: 2026-11-20；原来是/),
      '费用',
    ]);
    expect(lines[5]).toBe('  students, 中小学生和婴幼儿: 2026年度410元，已公布；原来是2026年度400元，已公布');
  });

  it('of a file at fault tells its faults', async () => {
    const folder = folderWith({ 'broken.yaml': BROKEN });

    const { exitCode, complaints } = await policyCommands().run(
      'diff',
      'nowhere',
      join(folder, 'broken.yaml'),
    );

    expect(exitCode).toBe(2);
    expect(complaints).toEqual([
      expect.stringMatching(/^policies diff: unknown policy, "nowhere", allowed: /),
      `${folder}/broken.yaml:2:1: $: duplicate key, "policy", allowed: each key once`,
    ]);
  });
});
