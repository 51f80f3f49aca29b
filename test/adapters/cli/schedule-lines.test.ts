// `lastbus schedule` on lines of networks, as a process: one run answers most of it. Days are counted on the calendar of
// China, from Wed 2 December 2026 to Fri 18 December.

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/domain/day.ts';
import { type Ended, folderWith, linesIn, run } from './commands.ts';
import { FAULTY_NETWORKS } from './network-faults.ts';
import { china, DAY, type Json, network, OWN_CALENDAR, SAME_DAY } from './networks.ts';

/** A renewal, a wait of at most `max` working days, a payment. */
function longWait(max: number): readonly Json[] {
  return [
    { id: 'renew', duration: SAME_DAY },
    {
      id: 'wait',
      duration: { unit: 'working-days', min: 2, mode: max, max },
      after: [{ activity: 'renew' }],
    },
    { id: 'pay', duration: SAME_DAY, after: [{ activity: 'wait' }] },
  ];
}

const ANSWERED = [
  network(),
  network({ id: 'reversed', activities: [...(network().activities as Json[])].reverse() }),
  network({ id: 'past-the-notices', activities: longWait(20) }),
  network({ id: 'past-the-cover', activities: longWait(5_000) }),
  network({
    id: 'past-its-own-cover',
    calendar: OWN_CALENDAR,
    cutoff: '2026-12-11',
    activities: longWait(20),
  }),
];

const LINES = [
  ...ANSWERED.map((each) => JSON.stringify(each)),
  '',
  ...FAULTY_NETWORKS.map(([id, changes]) => JSON.stringify(network({ id, ...changes }))),
  '{"id": "broken",}',
  JSON.stringify(network({ id: 'last' })),
];
/** Counted from 1, as in messages. */
const FIRST_FAULT = ANSWERED.length + 2;

const folder = folderWith({
  'networks.jsonl': `${LINES.join('\n')}\n`,
  'network.json': JSON.stringify(network(), null, 2),
});

let lines: Ended;
let answers: readonly Json[];

beforeAll(async () => {
  lines = await run(folder, ['schedule', join(folder, 'networks.jsonl')]);
  answers = linesIn(lines.stdout, folder).map((line) => JSON.parse(line));
});

function answerOf(id: string): Json {
  return answers.find((answer) => answer.id === id) ?? {};
}

describe.concurrent('lines of networks', () => {
  it('are answered in their order, a line each, faulty ones in their place; the exit code is 2 at the end', () => {
    expect(lines.exitCode).toBe(2);
    expect(answers.map(({ id }) => id)).toEqual([
      ...ANSWERED.map(({ id }) => id),
      ...FAULTY_NETWORKS.map(([id]) => id),
      null,
      'last',
    ]);
  });

  it.each([
    ['min', '2026-12-04', -14, 'Thu 3, Fri 4'],
    ['mode', '2026-12-07', -11, 'Thu 3, Fri 4, Mon 7'],
    ['max', '2026-12-09', -9, 'Thu 3, Fri 4, Mon 7, Tue 8, Wed 9'],
    ['statutory', '2026-12-09', -9, 'as max, where no law says otherwise'],
  ])(
    'have the four scenarios: %s is done on %s, %i days late: %s',
    (scenario, completionOn, latenessDays) => {
      expect(answerOf('default')).toMatchObject({
        scenarios: { [scenario]: { feasible: true, structural: true, completionOn, latenessDays } },
      });
    },
  );

  it('have earliest and latest days, floats, and what drives the end', () => {
    // Back from Fri 18: 18, 17, 16, 15, 14 are five, so the wait may begin on Sun 13, the counter on Fri 11.
    expect(answerOf('default')).toMatchObject({
      scenarios: {
        statutory: {
          drivingPath: ['renew', 'wait'],
          activities: {
            renew: {
              state: 'open',
              earliestStartOn: '2026-12-02',
              latestStartOn: '2026-12-11',
              mustFinishBy: '2026-12-13',
              totalFloatDays: 9,
              totalFloatWorkingDays: 7,
            },
            wait: { latestStartOn: '2026-12-13', latestFinishOn: '2026-12-18', totalFloatDays: 11 },
          },
        },
      },
    });
  });

  it('need not have their activities in the order of the work', () => {
    expect(answerOf('reversed').scenarios).toEqual(answerOf('default').scenarios);
  });

  it('that walk into a year without a notice have the later day, and beside it the range in which it will lie', () => {
    // Thu 3, Fri 4, four whole weeks less two days to Fri 25, Mon 28: eighteen. Two more: Tue 29 and Wed 30 if New
    // Year closes nothing before Friday, Mon 4 and Tue 5 January if it closes all that it ever did.
    expect(answerOf('past-the-notices')).toMatchObject({
      scenarios: {
        min: { completionOn: '2026-12-04' },
        statutory: {
          completionOn: '2027-01-05',
          activities: {
            wait: {
              earliestFinishOn: '2027-01-05',
              provisional: { earliestFinishOn: ['2026-12-30', '2027-01-05'] },
            },
          },
        },
      },
    });
  });

  it('that walk out of the calendar have no dates in that scenario, and say so; the others stand', () => {
    const left = (scenario: string) => ({
      code: 'calendar-not-covered',
      scenario,
      activity: 'wait',
      coversUntil: formatDay(china.coversUntil),
      message: expect.stringContaining(formatDay(china.coversUntil)),
    });

    expect(answerOf('past-the-cover')).toMatchObject({
      scenarios: { min: { completionOn: '2026-12-04' }, mode: null, max: null, statutory: null },
      problems: [left('mode'), left('max'), left('statutory')],
    });
  });

  it('that leave a calendar of their own are structurally impossible: no date is shown', () => {
    const nothing = {
      earliestStartOn: null,
      earliestFinishOn: null,
      latestStartOn: null,
      totalFloatDays: null,
    };

    const answer = answerOf('past-its-own-cover');

    expect(answer).not.toHaveProperty('problems');
    expect(answer).toMatchObject({
      scenarios: {
        min: { feasible: true, structural: true, completionOn: '2026-12-04' },
        statutory: {
          feasible: false,
          structural: false,
          completionOn: null,
          latenessDays: null,
          drivingPath: null,
          activities: { wait: nothing, pay: nothing },
        },
      },
    });
  });

  it.each(FAULTY_NETWORKS.map(([id, , faults], index) => [id, FIRST_FAULT + index, faults] as const))(
    'that have %s are refused with line and column, and in the answer',
    (id, line, faults) => {
      const text = LINES[line - 1] ?? '';
      const complaints = linesIn(lines.stderr, folder).filter((each) =>
        each.startsWith(`networks.jsonl:${line}:`),
      );

      for (const [at] of faults) expect(text).toContain(at);
      expect(complaints).toEqual(
        faults.map(([at, fault]) => `networks.jsonl:${line}:${text.indexOf(at) + 1}: ${fault}`),
      );
      expect(answerOf(id)).toEqual({
        id,
        problems: faults.map(([, fault]) => {
          const [path = '', ...message] = fault.split(': ');
          return { path, message: message.join(': ') };
        }),
      });
    },
  );

  it('that are no JSON are refused at the letter that is wrong', () => {
    expect(linesIn(lines.stderr, folder).at(-1)).toMatch(
      new RegExp(`^networks\\.jsonl:${LINES.length - 1}:17: \\$: not JSON: `),
    );
  });

  it('say nothing else on standard error', () => {
    expect(linesIn(lines.stderr, folder)).toHaveLength(
      FAULTY_NETWORKS.flatMap(([, , faults]) => faults).length + 1,
    );
  });

  it('from standard input are answered the same, with - in the place of the file', async () => {
    const ended = await run(folder, ['schedule', '-'], { input: LINES.join('\n') });

    expect(ended.exitCode).toBe(2);
    expect(ended.stdout).toBe(lines.stdout);
    expect(ended.stderr).toBe(lines.stderr.replaceAll(join(folder, 'networks.jsonl'), '-'));
  });

  it('from standard input may end as Windows ends them; a fault keeps its column', async () => {
    const input = `${JSON.stringify(network())}\r\n${JSON.stringify(network({ asOf: '2026-02-30' }))}\r\n`;

    const { stderr } = await run(folder, ['schedule', '-'], { input });

    expect(stderr).toBe(`-:2:17: $.asOf: not an allowed value, "2026-02-30", allowed: ${DAY}\n`);
  });

  it('from standard input are lines even if the first one is no JSON', async () => {
    const input = `{"id": "broken",}\n${JSON.stringify(network())}\n`;

    const { exitCode, stdout } = await run(folder, ['schedule', '-'], { input });

    expect(exitCode).toBe(2);
    expect(linesIn(stdout, folder).map((line) => JSON.parse(line).id)).toEqual([null, 'default']);
  });

  it('have the answers that the same network has pretty-printed, in a file or on standard input', async () => {
    const pretty = JSON.stringify(network(), null, 2);

    const [file, input] = await Promise.all([
      run(folder, ['schedule', join(folder, 'network.json')]),
      run(folder, ['schedule', '-'], { input: `\n${pretty}\n` }),
    ]);

    expect(file).toEqual({ exitCode: 0, stdout: expect.any(String), stderr: '' });
    expect(JSON.parse(file.stdout)).toEqual(answerOf('default'));
    expect(input).toEqual(file);
  });
});
