// The commands that are neither plan nor schedule nor serve nor about policies, as processes: dispatch, and one nobody knows.

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDispatchArguments } from '../../../src/adapters/cli/dispatch-command.ts';
import { openTestWorld, shanghai, subscribed } from '../../support/world.ts';
import { folderWith, run } from './commands.ts';

describe.concurrent('dispatch', () => {
  it('sends what is due and unsent as of --now, prints its counts as JSON, and has nothing to do the second time', async ({
    onTestFinished,
  }) => {
    const world = await openTestWorld();
    onTestFinished(() => world.close());
    await subscribed(world);
    const folder = dirname(world.dependencies.mailFolder ?? '');
    const environment = { DATABASE_URL: `sqlite:${folder}/lastbus.sqlite` };
    const command = ['dispatch', '--now', '2026-12-02T09:00+08:00'];

    // On Wed 2 December the renewal opens, and it is the safest day: one mail with both, beside the mail that asked
    // the address. The morning to prepare, Wed 25 November, is past.
    const first = await run(folder, command, { environment });
    const second = await run(folder, command, { environment });

    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({ due: 3, sent: 2, deferred: 0, dropped: 1, failed: 0 });
    expect(JSON.parse(second.stdout)).toMatchObject({ due: 0, sent: 0, deferred: 0, dropped: 0, failed: 0 });
    expect(readdirSync(join(folder, 'mail'))).toHaveLength(2);
  });

  it('makes the database where there is none, and finds nothing due in it', async () => {
    const folder = folderWith();

    const { exitCode, stdout } = await run(folder, ['dispatch']);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ due: 0, sent: 0, deferred: 0, dropped: 0, failed: 0 });
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(['lastbus.sqlite', 'secret.key']);
  });

  it('refuses a --now without an offset, with exit code 2 and before anything is touched', async () => {
    const folder = folderWith();

    const ended = await run(folder, ['dispatch', '--now', '2026-12-08T09:00']);

    expect(ended).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        '--now: not an instant, "2026-12-08T09:00", allowed: a date and time with its offset, for example 2026-12-08T09:00+08:00\n',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['2026-12-08T09:00+08:00', '2026-12-08T09:00'],
    ['2026-12-08T01:00Z', '2026-12-08T09:00'],
    ['2026-12-07T20:00:30-05:00', '2026-12-08T09:00:30'],
  ])('takes %s for %s in Shanghai', (typed, time) => {
    expect(parseDispatchArguments(['--now', typed])).toBe(shanghai(time));
  });

  it.each([
    '2026-12-08',
    '2026-12-08T25:00+08:00',
    '2026-02-30T09:00+08:00',
    '09:00+08:00 tomorrow',
    'now',
    '',
  ])('takes "%s" for no instant', (typed) => {
    expect(() => parseDispatchArguments(['--now', typed])).toThrow(/^--now: not an instant, /);
  });
});

describe.concurrent('a command', () => {
  it('that nobody knows is answered with those there are, and exit code 2', async () => {
    expect(await run(folderWith(), ['dance'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^unknown command, "dance"\nusage: lastbus COMMAND\n/),
    });
  });
});
