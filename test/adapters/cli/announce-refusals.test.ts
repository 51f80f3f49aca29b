// policies announce refuses whatever cannot have been announced: every fault at once, and nothing is written.

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyCommands } from './policy-work.ts';

const OFFICIAL = ['--source', 'https://ybj.sh.gov.cn/notices/2027.html', '--published', '2026-11-06'];

describe('policies announce refuses, and writes nothing', () => {
  it.each([
    [
      'an unknown policy, with all else that is wrong',
      ['nowhere', '--fee', 'much', ...OFFICIAL],
      [
        /^announce: unknown policy, "nowhere", allowed: .*shanghai-2027/,
        /^--fee: not a fee, "much", allowed: GROUP=AMOUNT/,
      ],
    ],
    [
      'unknown groups and cutoffs, naming those there are',
      ['shanghai-2027', '--fee', 'adults=1', '--cutoff', 'lunch=2026-12-25', ...OFFICIAL],
      [
        /^--cutoff: unknown cutoff, "lunch", allowed: payment$/,
        /^--fee: unknown fee group, "adults", allowed: students \| aged-19-to-59 \| /,
      ],
    ],
    [
      'days, times, amounts and addresses that are none, all at once',
      [
        'shanghai-2027',
        ...[
          '--cutoff',
          '2026-02-30',
          '--cutoff',
          '2026-12-25T25:00',
          '--opens',
          'soon',
          '--fee',
          'students=-3',
        ],
        ...['--source', 'ybj.sh.gov.cn/x', '--published', 'yesterday'],
      ],
      [
        /^--opens: not a day, "soon", allowed: YYYY-MM-DD/,
        /^--cutoff: not a cutoff, "2026-02-30", allowed: \[CUTOFF=\]DAY\[THH:MM\]/,
        /^--cutoff: not a cutoff, "2026-12-25T25:00", /,
        /^--fee: not a fee, "students=-3", /,
        /^--source: not an address, "ybj\.sh\.gov\.cn\/x", allowed: an address that begins with https?:/,
        /^--published: not a day, "yesterday", /,
      ],
    ],
    [
      'nothing announced on nobody’s word',
      ['shanghai-2027'],
      [
        /^--source: missing, /,
        /^--published: missing, /,
        /^announce: nothing is announced, allowed: --cutoff/,
      ],
    ],
    [
      'what is to be published tomorrow',
      ['shanghai-2027', '--fee', 'students=420', '--source', 'https://gov.cn/x', '--published', '2026-11-23'],
      [/^--published: published after today, "2026-11-23", allowed: 2026-11-22 or earlier$/],
    ],
    [
      'a cutoff before the window opens',
      ['shanghai-2027', '--opens', '2026-12-26', '--cutoff', '2026-12-25', ...OFFICIAL],
      [/^--cutoff: a cutoff before the window opens, "2026-12-25", allowed: 2026-12-26 or later$/],
    ],
    [
      'a window that opens after the cutoff there is',
      ['shanghai-2027', '--opens', '2026-12-26', ...OFFICIAL],
      [/^--opens: an opening after the cutoff payment, "2026-12-26", /],
    ],
    [
      'the same twice',
      ['shanghai-2027', '--fee', 'students=1', '--fee', 'students=2', ...OFFICIAL],
      [/^--fee: announced twice, "students", allowed: each once$/],
    ],
  ])('%s', async (_, args, complaints) => {
    const { run: policies, ownFolder } = policyCommands();

    const ended = await policies('announce', ...args);

    expect(ended.exitCode).toBe(2);
    expect(ended.complaints).toEqual(complaints.map((complaint) => expect.stringMatching(complaint)));
    expect(readdirSync(ownFolder)).toEqual([]);
  });
});
