// policies check: what is shipped is right, and what is wrong is told with its place.

import { describe, expect, it } from 'vitest';
import { folderWith, linesIn, run } from './commands.ts';
import { policyCommands } from './policy-work.ts';

const BROKEN = 'policy: mine\npolicy: yours\n';
const MINE = `policy: mine
basedOn: shanghai-2026
verifiedOn: 2026-11-20
title: { zh: 我的城市, en: My town }
fees: { students: { amount: 410 } }
`;

describe('policies check', () => {
  it('finds nothing wrong with what is shipped, and counts it', async () => {
    const { exitCode, lines, complaints } = await policyCommands().run('check');

    expect(complaints).toEqual([]);
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^\d+ files without a fault: \d+ policies, 0 announcements, 1 calendar$/),
    ]);
  });

  it('of folders that are named reads their files beside the shipped ones, not the own ones', async () => {
    const { run: check } = policyCommands({ 'broken.yaml': BROKEN });

    const { exitCode, complaints } = await check('check', folderWith({ 'mine.yaml': MINE }));

    expect([exitCode, complaints]).toEqual([0, []]);
  });

  it('tells every fault of every file with its place, and how many files are left out', async () => {
    const { run: check } = policyCommands({
      'broken.yaml': BROKEN,
      'wrong.yaml': MINE.replace('410', '-1').replace('2026-11-20', 'soon'),
    });

    const { exitCode, lines, complaints } = await check('check');

    expect(exitCode).toBe(2);
    expect(complaints.map((line) => line.split(', allowed')[0])).toEqual([
      'broken.yaml:2:1: $: duplicate key, "policy"',
      'wrong.yaml:3:1: $.verifiedOn: not an allowed value, "soon"',
      'wrong.yaml:5:21: $.fees.students.amount: not an allowed value, -1',
    ]);
    expect(lines[0]).toMatch(/; left out: 2 files$/);
  });

  it('warns of what nobody has verified for a year, and that is no fault', async () => {
    const { exitCode, complaints } = await policyCommands({ 'mine.yaml': MINE }, '2027-11-21').run('check');

    expect(exitCode).toBe(0);
    expect(complaints).toEqual([
      expect.stringMatching(
        /^warning: mine: not verified since 2026-11-20, more than a year: .*eastday-2016/,
      ),
    ]);
  });

  it('as a process reads ./data/policies where POLICY_DIR is not set, and does not miss it', async () => {
    const without = await run(folderWith(), ['policies', 'check']);
    const folder = folderWith({ 'data/policies/broken.yaml': BROKEN });
    const withBroken = await run(folder, ['policies', 'check']);

    // Today is whatever day it is: what is shipped may be stale by then.
    const faults = linesIn(without.stderr, folder).filter((line) => !line.startsWith('warning: '));
    expect([without.exitCode, faults]).toEqual([0, []]);
    expect(withBroken.exitCode).toBe(2);
    expect(linesIn(withBroken.stderr, folder)).toContain(
      'data/policies/broken.yaml:2:1: $: duplicate key, "policy", allowed: each key once',
    );
  });

  it('as a process misses a POLICY_DIR that is set and not there', async () => {
    const folder = folderWith();

    const ended = await run(folder, ['policies', 'check'], { environment: { POLICY_DIR: './nowhere' } });

    expect(ended.exitCode).toBe(2);
    expect(linesIn(ended.stderr, folder)).toContain('nowhere:1:1: $: the folder cannot be read (ENOENT)');
  });
});
