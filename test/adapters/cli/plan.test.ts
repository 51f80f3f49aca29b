// `lastbus plan`, as a process: the three formats, the options, and every refusal with its line. The plan: permit to
// Thu 31 Dec 2026, renewal from Wed 2 to Wed 9 December, payment by Fri 25; counted by hand in test/scenarios.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planCommand } from '../../../src/adapters/cli/plan-command.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../../src/adapters/files/policy-folder.ts';
import { createPreviews } from '../../../src/app/preview-plan.ts';
import { DAY_FORM } from '../../../src/domain/day.ts';
import { folderWith, linesIn, run, terminalWith } from './commands.ts';

const CASE = `policy: shanghai-2027
asOf: 2026-11-22
facts:
  permitExpiresOn: 2026-12-31
  pointsChange: unchanged
  childOnPointsNotice: "yes"
`;

const book = await readPolicyFolders([SHIPPED_POLICIES]);
const plannableIds = [...book.policies.values()]
  .filter(({ routes }) => routes.length > 0)
  .map(({ id }) => id)
  .toSorted();
const previews = createPreviews({ book, clock: systemClock, publicUrl: 'https://lastbus.example.org' });
const shanghai = book.policies.get('shanghai-2027');

/** Runs `plan case.yaml ARGS` on the text of a case. */
function plan(text: string, ...args: string[]) {
  const folder = folderWith({ 'case.yaml': text });
  return run(folder, ['plan', join(folder, 'case.yaml'), ...args]).then((ended) => ({ ...ended, folder }));
}

describe.concurrent('a plan', () => {
  it('is a text in Chinese unless something else is asked for', async () => {
    const { exitCode, stdout, stderr } = await plan(CASE);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^末班车 · 上海市2027年度城乡居民医保/);
    expect(stdout).toMatch(/居住证签注.*最晚 12月9日/s);
  });

  it('is in English with --lang en', async () => {
    const { exitCode, stdout } = await plan(CASE, '--lang', 'en');

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Lastbus · Shanghai residents' medical insurance 2027/);
    expect(stdout).toMatch(/1\. Renew the residence permit .*earliest Wed 2 Dec · latest Wed 9 Dec/s);
  });

  it('is JSON with --format json, along the route of --route; too late is an answer as well: exit code 0', async () => {
    const { exitCode, stdout, stderr } = await plan(CASE, '--format=json', '--route=points-paper');

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      policy: { id: 'shanghai-2027' },
      asOf: '2026-11-22',
      verdict: 'too-late',
      recommendedRoute: 'points-paper',
    });
  });

  it('is read from standard input as -, JSON as well as YAML, and made for the day of --as-of', async () => {
    const facts = { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' };
    const input = JSON.stringify({ policy: 'shanghai-2027', asOf: '2026-11-22', facts });
    const args = ['plan', '-', '--format', 'json', '--as-of', '2026-12-03'];

    const { exitCode, stdout } = await run(folderWith(), args, { input });

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: '2026-12-03', recommendedRoute: 'points-online' });
  });

  it('is a calendar with --format ics: renewal opens on Wed 2 December', async () => {
    const { stdout } = await plan(CASE, '--format', 'ics');

    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n.*DTSTART;VALUE=DATE:20261202\r\n.*END:VCALENDAR\r\n$/s);
  });

  it('goes into the file of --out and nowhere else, both paths from the folder in which npm was called', async () => {
    const folder = folderWith({ 'case.yaml': CASE });
    const environment = { npm_lifecycle_event: 'lastbus', INIT_CWD: folder };
    const args = ['plan', 'case.yaml', '--format', 'json', '--out', 'plan.json'];

    const ended = await run(folder, args, { environment });

    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))).toMatchObject({
      verdict: 'on-track',
    });
    expect(readdirSync(folder).toSorted()).toEqual(['case.yaml', 'plan.json']);
  });
});

const DAY = `a day, ${DAY_FORM}`;

describe.concurrent('a case at fault', () => {
  it.each<[string, string, string[]]>([
    [
      'in its shape is told of all at once, each with its place',
      `policy: shanghai-2027
asOf: 2026-11-31
colour: red
actuals:
  renew-permit: { startedOn: 2026-12-02, finishedon: 2026-12-02 }
`,
      [
        `case.yaml:2:1: $.asOf: not an allowed value, "2026-11-31", allowed: ${DAY}`,
        'case.yaml:5:42: $.actuals["renew-permit"].finishedon: unknown key, "finishedon", allowed: no other keys than those documented',
        'case.yaml:3:1: $.colour: unknown key, "colour", allowed: no other keys than those documented',
      ],
    ],
    [
      'against what the policy asks is told of all at once',
      `policy: shanghai-2027
facts: { pointsChange: maybe, colour: red, insuredLastYear: 1 }
actuals: { dance: {} }
`,
      [
        `case.yaml:2:31: $.facts.colour: unknown fact, "colour", allowed: ${shanghai?.facts.map(({ id }) => id).join(' | ')}`,
        'case.yaml:2:44: $.facts.insuredLastYear: not an allowed value, 1, allowed: true | false',
        'case.yaml:2:10: $.facts.pointsChange: not an allowed value, "maybe", allowed: unchanged | changed | first-application | unknown',
        `case.yaml:2:1: $.facts.permitExpiresOn: missing: The residence permit is valid until, allowed: ${DAY}`,
        `case.yaml:3:12: $.actuals.dance: unknown activity, "dance", allowed: ${[...(shanghai?.activities.keys() ?? [])].join(' | ')}`,
      ],
    ],
    [
      'that tells of what cannot have happened is told so: a renewal of the future, a payment before the review',
      `policy: shanghai-2027
asOf: 2026-11-30
facts: { permitExpiresOn: 2026-12-31 }
actuals:
  renew-permit: { startedOn: 2026-12-02 }
  payment: { startedOn: 2026-11-28, finishedOn: 2026-11-28 }
`,
      [
        'case.yaml:5:19: $.actuals["renew-permit"].startedOn: a fact later than asOf, "2026-12-02", allowed: 2026-11-30 or earlier',
        'case.yaml:6:14: $.actuals.payment.startedOn: starts before its predecessor registration-review is finished, "2026-11-28", allowed: finish registration-review first',
      ],
    ],
    [
      'that names no policy we have is told those we have',
      'policy: nowhere\n',
      [`case.yaml:1:1: $.policy: unknown policy, "nowhere", allowed: ${plannableIds.join(' | ')}`],
    ],
  ])('%s', async (_, text, expected) => {
    const { exitCode, stdout, stderr, folder } = await plan(text);

    expect(linesIn(stderr, folder).toSorted()).toEqual(expected.toSorted());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  it('from standard input is told with - in the place of the file', async () => {
    const { exitCode, stderr } = await run(folderWith(), ['plan', '-'], { input: 'just a text\n' });

    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: '-:1:1: $: wrong type, "just a text", allowed: object\n',
    });
  });

  it('with a route that it does not have is told those it has', async () => {
    const { exitCode, stderr } = await plan(CASE, '--route', 'bus');

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/\$\.route: unknown route, "bus", allowed: points-online \| points-paper \| /);
  });
});

describe.concurrent('the arguments of plan', () => {
  it('that are none are refused in a sentence, with exit code 2', async () => {
    expect(await run(folderWith(), ['plan'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'plan: one case file is needed, or - for standard input\n',
    });
  });

  it.each<[string[], string]>([
    [['a.yaml', 'b.yaml'], 'plan: one case file is needed, or - for standard input'],
    [['-', '--format', 'pdf'], '--format: not an allowed value, "pdf", allowed: text | json | ics'],
    [['-', '--lang', 'fr'], '--lang: not an allowed value, "fr", allowed: zh | en'],
    [['-', '--as-of', '2026-02-30'], `--as-of: not a day, "2026-02-30", allowed: ${DAY_FORM}`],
    [['-', '--frmat', 'json'], "Unknown option '--frmat'"],
    [['nowhere.yaml'], 'nowhere.yaml: there is no such file'],
  ])('%j are refused', async (args, sentence) => {
    const terminal = terminalWith('');

    await expect(planCommand(args, previews, terminal)).rejects.toThrow(sentence);
    expect(terminal.printed).toEqual([]);
  });

  it('with an --out that cannot be written are refused in a sentence', async () => {
    const { exitCode, stderr } = await plan(CASE, '--out', '/nowhere/plan.txt');

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^\/nowhere\/plan\.txt: .*\n$/);
  });
});
