// `lastbus schedule` on one network, as a process: its options, and every refusal with its place.

import { describe, expect, it } from 'vitest';
import { scheduleCommand } from '../../../src/adapters/cli/schedule-command.ts';
import { DAY_FORM } from '../../../src/domain/day.ts';
import { folderWith, linesIn, run, terminalWith } from './commands.ts';
import { china, DAY, type Json, network, SAME_DAY } from './networks.ts';

const folder = folderWith();

describe.concurrent('one network', () => {
  it('is asked for every start day from --start-from to --start-until', async () => {
    // By Fri 18: from Fri 11 five working days fit, from Mon 14 four, Tue 15 three, Wed 16 two, Thu 17 one; on
    // Sat 12 and Sun 13 the counter is closed until Mon 14.
    const duration = {
      unit: 'working-days',
      min: 2,
      mode: 3,
      max: 5,
      weights: [
        [2, 1],
        [3, 2],
        [5, 1],
      ],
    };
    const [renew] = network().activities as Json[];
    const wait = { id: 'wait', duration, after: [{ activity: 'renew' }] };
    const input = JSON.stringify(network({ activities: [renew, wait] }));
    const args = ['schedule', '-', '--start-from', '2026-12-11', '--start-until', '2026-12-17'];

    const { stdout } = await run(folder, args, { input });

    expect(JSON.parse(stdout).likelihood.byStart).toEqual([
      { startOn: '2026-12-11', onTime: 1 },
      { startOn: '2026-12-12', onTime: 0.75 },
      { startOn: '2026-12-13', onTime: 0.75 },
      { startOn: '2026-12-14', onTime: 0.75 },
      { startOn: '2026-12-15', onTime: 0.75 },
      { startOn: '2026-12-16', onTime: 0.25 },
      { startOn: '2026-12-17', onTime: 0 },
    ]);
  });

  it('that is at fault is told of all at once, with nothing on standard output', async () => {
    const text = `{
  "id": "n",
  "asOf": "2026-02-30",
  "cutoff": "2026-12-18",
  "calendar": "china",
  "colour": "red",
  "activities": [
    { "id": "a", "duration": { "unit": "calendar-days", "min": 0, "mode": 0, "max": 0 } },
    { "id": "b", "duration": { "unit": "weeks", "min": 0, "mode": 0, "max": 0 } }
  ]
}
`;
    const { exitCode, stdout, stderr } = await run(folder, ['schedule', '-'], { input: text });

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(linesIn(stderr, folder).toSorted()).toEqual([
      `-:3:3: $.asOf: not an allowed value, "2026-02-30", allowed: ${DAY}`,
      '-:6:3: $.colour: unknown key, "colour", allowed: no other keys than those documented',
      '-:9:32: $.activities[1].duration.unit: not an allowed value, "weeks", allowed: calendar-days | working-days',
    ]);
  });

  it('with an unknown key and a cycle is told of both', async () => {
    const cycle = [{ id: 'a', duration: SAME_DAY, after: [{ activity: 'a' }] }];
    const input = JSON.stringify(network({ colour: 'red', activities: cycle }), null, 2);

    const { stderr } = await run(folder, ['schedule', '-'], { input });

    expect(stderr).toContain('$.colour: unknown key');
    expect(stderr).toContain('$.activities: cycle, "a -> a"');
  });

  it('with a value of another type is told the form, not the name of a type', async () => {
    const duration = { unit: 'calendar-days', min: 0.5, mode: 1, max: 2 };
    const faulty = network({ asOf: 20261202, activities: [{ id: 'a', duration }] });

    const { stderr } = await run(folder, ['schedule', '-'], { input: JSON.stringify(faulty, null, 2) });

    expect(linesIn(stderr, folder)).toEqual([
      `-:3:3: $.asOf: wrong type, 20261202, allowed: ${DAY}`,
      '-:11:9: $.activities[0].duration.min: wrong type, 0.5, allowed: a whole number, 0 or more',
    ]);
  });

  it('with a key twice is told which', async () => {
    const text = JSON.stringify(network(), null, 2).replace('"asOf"', '"id": "twice",\n  "asOf"');

    const { exitCode, stderr } = await run(folder, ['schedule', '-'], { input: text });

    expect(exitCode).toBe(2);
    expect(stderr).toBe('-:3:3: $: duplicate key, "id", allowed: each key once\n');
  });
});

describe.concurrent('the arguments of schedule', () => {
  it('with a file that is not there are refused in a sentence, with exit code 2', async () => {
    expect(await run(folder, ['schedule', 'nowhere.json'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'nowhere.json: there is no such file\n',
    });
  });

  it.each<[string[], string]>([
    [[], 'schedule: one network file is needed, or - for standard input'],
    [['a.json', 'b.json'], 'schedule: one network file is needed, or - for standard input'],
    [['nowhere.jsonl'], 'nowhere.jsonl: it cannot be read'],
    [['-'], '-: standard input is empty'],
    [['-', '--start-from', 'Monday'], `--start-from: not a day, "Monday", allowed: ${DAY_FORM}`],
    [['-', '--start-from', '2026-12-11'], 'schedule: --start-from and --start-until go together'],
    [['-', '--start-from', '2026-12-12', '--start-until', '2026-12-11'], '--start-from: after --start-until'],
    [['-', '--until', '2026-12-25'], "Unknown option '--until'"],
  ])('%j are refused', async (args, sentence) => {
    const terminal = terminalWith('\n \n');

    await expect(scheduleCommand(args, () => china, terminal)).rejects.toThrow(sentence);
    expect(terminal.printed).toEqual([]);
  });
});
