// policies announce: what an authority has announced is laid over a projection, and the plan knows it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, run } from './commands.ts';
import { policyCommands } from './policy-work.ts';

const OFFICIAL = ['--source', 'https://ybj.sh.gov.cn/notices/2027.html', '--published', '2026-11-06'];
const LATER = ['--source', 'https://news.example.com/longer', '--published', '2026-11-20'];

describe('policies announce', () => {
  it('writes cutoff, opening and fees on the word of their source, and says what is different', async () => {
    const { run: policies, ownFolder } = policyCommands();

    const { exitCode, lines, complaints } = await policies(
      'announce',
      'shanghai-2027',
      ...['--cutoff', '2026-12-28T16:00', '--opens', '2026-11-09', '--fee', 'students=420'],
      ...OFFICIAL,
    );

    expect([exitCode, complaints]).toEqual([0, []]);
    for (const line of [
      '  status: announced; was projected, not announced',
      '  opens: new: Mon 9 Nov 2026, announced',
      '  payment, day: Mon 28 Dec 2026, announced; was Fri 25 Dec 2026, expected from earlier years, not yet announced',
      '  payment, time of day: 16:00; was 17:30',
      '  students, pupils and infants: CNY 420 for 2027, announced; was CNY 400 for 2027, expected, from the year before',
      'Written to shanghai-2027-announced-2026-11-06.yaml',
      'Commands read it from now on, a running server at its next start.',
    ]) {
      expect(lines).toContain(line);
    }
    const text = readFileSync(join(ownFolder, 'shanghai-2027-announced-2026-11-06.yaml'), 'utf8');
    const source = 'announced-2026-11-06';
    expect(text).toMatch(/^# What was announced of shanghai-2027, by ybj\.sh\.gov\.cn on 2026-11-06/);
    expect(parse(text)).toEqual({
      announces: 'shanghai-2027',
      status: 'announced',
      sources: {
        [source]: {
          title: { zh: 'ybj.sh.gov.cn 的公告', en: 'Announcement at ybj.sh.gov.cn' },
          publisher: 'ybj.sh.gov.cn',
          publishedOn: '2026-11-06',
          address: 'https://ybj.sh.gov.cn/notices/2027.html',
          confidence: 'confirmed',
          verifiedOn: '2026-11-22',
        },
      },
      window: { opensOn: { on: '2026-11-09', status: 'announced', source } },
      cutoffs: {
        payment: { on: '2026-12-28', at: { time: '16:00', source }, status: 'announced', source },
      },
      fees: { students: { amount: 420, status: 'announced', source } },
    });
  });

  it('of fees alone leaves the policy projected; a host outside of gov.cn only reports', async () => {
    const { run: policies, ownFolder } = policyCommands();

    const { lines } = await policies(
      'announce',
      'shanghai-2027',
      ...['--fee', 'students=420', '--title', '2027年度缴费标准'],
      ...['--source', 'https://gov.cn.example.com/fees', '--published', '2026-11-06'],
    );

    expect(lines.filter((line) => line.includes('status'))).toEqual([]);
    const file = parse(readFileSync(join(ownFolder, 'shanghai-2027-announced-2026-11-06.yaml'), 'utf8'));
    expect(file).not.toHaveProperty('status');
    expect(file.sources['announced-2026-11-06']).toMatchObject({
      title: { zh: '2027年度缴费标准', en: '2027年度缴费标准' },
      publisher: 'gov.cn.example.com',
      confidence: 'reported',
    });
  });

  it('of a later day than the one announced before is an extension, which stands beside it', async () => {
    const { run: policies } = policyCommands();
    await policies('announce', 'shanghai-2027', '--cutoff', '2026-12-25', ...OFFICIAL);

    const { exitCode, lines } = await policies(
      'announce',
      'shanghai-2027',
      ...['--cutoff', 'payment=2026-12-31', ...LATER],
    );
    const shown = await policies('show', 'shanghai-2027');

    expect(exitCode).toBe(0);
    expect(lines).toContain('  payment-extended, day: new: Thu 31 Dec 2026, extended, replaces payment');
    expect(shown.lines).toContainEqual(expect.stringMatching(/^ {4}day +Fri 25 Dec 2026, announced$/));
    expect(shown.lines).toContainEqual(
      expect.stringMatching(/^ {4}day +Thu 31 Dec 2026, extended, replaces /),
    );
    expect(shown.lines.filter((line) => line.startsWith('+ '))).toEqual([
      '+ shanghai-2027-announced-2026-11-06.yaml',
      '+ shanghai-2027-announced-2026-11-20.yaml',
    ]);
  });

  it('of an earlier day than the one announced before is a correction in its place', async () => {
    const { run: policies } = policyCommands();
    await policies('announce', 'shanghai-2027', '--cutoff', '2026-12-25', ...OFFICIAL);

    const { lines } = await policies('announce', 'shanghai-2027', '--cutoff', '2026-12-18', ...LATER);

    expect(lines).toContain('  payment, day: Fri 18 Dec 2026, announced; was Fri 25 Dec 2026, announced');
  });

  it('twice on one day writes two files, read in the order in which they came', async () => {
    const { run: policies, ownFolder } = policyCommands();
    await policies('announce', 'shanghai-2027', '--fee', 'students=420', ...OFFICIAL);

    const { lines } = await policies('announce', 'shanghai-2027', '--fee', 'students=430', ...OFFICIAL);

    expect(lines).toContain('Written to shanghai-2027-announced-2026-11-06_02.yaml');
    expect(readdirSync(ownFolder).toSorted()).toEqual([
      'shanghai-2027-announced-2026-11-06.yaml',
      'shanghai-2027-announced-2026-11-06_02.yaml',
    ]);
    expect((await policies('show', 'shanghai-2027')).lines).toContainEqual(
      expect.stringMatching(/^ {4}pupils and infants +CNY 430 for 2027, announced$/),
    );
  });

  it('with --out writes there, says that it does not count yet, and never over a file that is there', async () => {
    const { run: policies, ownFolder } = policyCommands();
    const out = join(folderWith(), 'notice.yaml');
    const command = ['announce', 'shanghai-2027', '--fee', 'students=420', ...OFFICIAL, '--out', out];

    const first = await policies(...command);
    writeFileSync(out, 'mine\n');
    const second = await policies(...command);

    expect(first.lines.slice(-2)).toEqual([
      `Written to ${out}`,
      `It counts once it lies in ${ownFolder}; a running server reads it at its next start.`,
    ]);
    expect(second.exitCode).toBe(2);
    expect(second.complaints).toEqual([`--out: there is such a file already, "${out}", allowed: a new name`]);
    expect(readFileSync(out, 'utf8')).toBe('mine\n');
  });
});

describe('after an announcement', () => {
  it('the plan has the announced cutoff with its source, from the default folder, which is made', async () => {
    const folder = folderWith({
      'case.yaml':
        'policy: shanghai-2027\nasOf: 2026-11-22\nfacts: { permitExpiresOn: 2026-12-31, pointsChange: unchanged }\n',
    });

    const announced = await run(folder, [
      ...['policies', 'announce', 'shanghai-2027', '--cutoff', '2026-12-28T16:00'],
      ...['--source', 'https://ybj.sh.gov.cn/x', '--published', '2026-01-01'],
    ]);
    const planned = await run(folder, ['plan', 'case.yaml', '--format', 'json']);

    expect([announced.exitCode, announced.stderr]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'data/policies'))).toEqual(['shanghai-2027-announced-2026-01-01.yaml']);
    expect(JSON.parse(planned.stdout)).toMatchObject({
      policy: { status: 'announced' },
      cutoff: { on: '2026-12-28', at: '16:00', status: 'announced', source: 'announced-2026-01-01' },
      sources: { 'announced-2026-01-01': { publisher: 'ybj.sh.gov.cn', confidence: 'confirmed' } },
    });
  });

  it('a folder that is set and not there is a fault, and is not made', async () => {
    const folder = folderWith();

    const ended = await run(
      folder,
      [
        'policies',
        'announce',
        'shanghai-2027',
        '--fee',
        'students=420',
        '--source',
        'https://gov.cn/x',
        '--published',
        '2026-01-01',
      ],
      { environment: { POLICY_DIR: './nowhere' } },
    );

    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('nowhere:1:1: $: the folder cannot be read (ENOENT)');
    expect(readdirSync(folder)).toEqual([]);
  });
});
