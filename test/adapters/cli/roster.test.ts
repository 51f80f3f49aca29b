// `lastbus roster`: the made employer of 500 in both encodings, what a spreadsheet may write, every fault with its line
// and column, and the four formats. The policy is that of `shanghai-2027`, looked at on Sunday 22 November 2026.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { rosterCommand } from '../../../src/adapters/cli/roster-command.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../../src/adapters/files/policy-folder.ts';
import { makePlan } from '../../../src/app/make-plan.ts';
import { type Day, formatDay } from '../../../src/domain/day.ts';
import type { PlannedActivity } from '../../../src/domain/planned-activity.ts';
import { madeRoster, ROSTER_AS_OF } from '../../support/made-roster.ts';
import { dayOfText } from '../../support/naive-calendar.ts';
import { chineseRosterCsv, inGb18030, rosterCsv } from '../../support/roster-file.ts';
import { folderWith, linesIn, run } from './commands.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);
const shanghai = book.policies.get('shanghai-2027');
if (shanghai === undefined) throw new Error('the policy of these tests is missing');

interface Answered {
  readonly exitCode: number;
  readonly out: string;
  readonly complaints: readonly string[];
}

/** The command in this process on octets of standard input. */
async function roster(content: string | Uint8Array, ...options: string[]): Promise<Answered> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const world = { book, publicUrl: 'https://lastbus.example.org', todayIn: () => dayOfText(ROSTER_AS_OF) };
  const exitCode = await rosterCommand(['-', ...options], world, {
    print: async (text) => void printed.push(text),
    complain: (line) => void complaints.push(line),
    standardInput: Readable.from([]),
    standardInputOctets: Readable.from([Buffer.from(content)]),
    pathOf: (typed) => typed,
  });
  return { exitCode, out: printed.join(''), complaints };
}

interface Person {
  readonly ref: string;
  readonly verdict: string;
  readonly route: string | null;
  readonly likelihood: { readonly onTime: number } | null;
  readonly totalFloatWorkingDays: number | null;
  readonly renewal: { readonly from: string | null; readonly until: string | null } | null;
  readonly approval: { readonly from: string | null; readonly until: string | null } | null;
  readonly visit: { readonly from: string | null; readonly until: string | null } | null;
  readonly safeLastStart: string | null;
  readonly missing: readonly string[];
  readonly next: { readonly kind: string; readonly who: string | null; readonly text: string };
  readonly wave?: {
    readonly inTime: boolean;
    readonly visit: { readonly on: string; readonly by: string } | null;
  } | null;
}

interface Board {
  readonly verdicts: Readonly<Record<string, number>>;
  readonly faultyRows: number;
  readonly people: readonly Person[];
  readonly capacity: {
    readonly inNeed: number;
    readonly notInTime: number;
    readonly notInTimeAtLeast: number;
    readonly days: readonly { on: string; visits: { served: number; places: number | null } }[];
    readonly oneMoreHand: readonly { kind: string; on: string; saves: number }[];
  } | null;
}

async function board(content: string | Uint8Array, ...options: string[]): Promise<Board> {
  const { out } = await roster(content, '--format', 'json', ...options);
  return JSON.parse(out) as Board;
}

const FIVE_HUNDRED = madeRoster(500);

describe('a roster of 500', () => {
  it('is the same in UTF-8 with ids and in GB18030 as Excel in China writes it', async () => {
    const plain = await board(rosterCsv(FIVE_HUNDRED));
    const chinese = await board(inGb18030(chineseRosterCsv(FIVE_HUNDRED, shanghai)));

    expect(plain.people).toHaveLength(500);
    expect(chinese).toEqual(plain);
  });

  it('has people on every route, of every verdict that nothing has been done for, a third with a permit to December', async () => {
    const { people, verdicts } = await board(rosterCsv(FIVE_HUNDRED));
    const withPermit = FIVE_HUNDRED.flatMap(({ facts }) => facts.permitExpiresOn ?? []);
    const inDecember = withPermit.filter((day) => String(day).startsWith('2026-12'));

    expect(new Set(people.map(({ route }) => route))).toEqual(
      new Set(['school', 'direct-renewal', 'points-online', 'points-paper', null]),
    );
    expect(Object.values(verdicts).reduce((sum, count) => sum + count)).toBe(500);
    for (const verdict of ['too-late', 'at-risk', 'tight', 'on-track'])
      expect(verdicts[verdict]).toBeGreaterThan(0);
    expect(inDecember.length / withPermit.length).toBeCloseTo(1 / 3, 1);
  });

  it('ranks by verdict, then chance, then float, and who is equal in the order of the file', async () => {
    const { people } = await board(rosterCsv(FIVE_HUNDRED));
    const order = ['too-late', 'at-risk', 'tight', 'on-track', 'not-eligible', 'done'];
    const keys = people.map(({ verdict, likelihood, totalFloatWorkingDays }) => [
      order.indexOf(verdict),
      likelihood?.onTime ?? 1,
      totalFloatWorkingDays ?? Number.POSITIVE_INFINITY,
    ]);
    const isInOrder = (a: readonly number[], b: readonly number[]) => {
      const at = a.findIndex((value, index) => value !== b[index]);
      return at === -1 || (a[at] ?? 0) < (b[at] ?? 0);
    };

    for (const [index, key] of keys.entries()) {
      const before = keys[index - 1];
      if (before !== undefined) expect(isInOrder(before, key)).toBe(true);
    }
  });

  it('says of everybody what the plan of their own case says', async () => {
    const csv = rosterCsv(FIVE_HUNDRED);
    const byRef = new Map((await board(csv)).people.map((person) => [person.ref, person]));
    // Every tenth is enough for all routes and verdicts, and whole plans take their time.
    for (const { ref, facts, actuals } of FIVE_HUNDRED.filter((_, index) => index % 10 === 0)) {
      const finishedOn = actuals['renew-permit.finishedOn'];
      const renewed =
        finishedOn === undefined ? {} : { 'renew-permit': { startedOn: finishedOn, finishedOn } };
      const plan = makePlan(
        book,
        { policy: 'shanghai-2027', facts, actuals: renewed },
        () => dayOfText(ROSTER_AS_OF),
        null,
      );
      if (!plan.ok) throw new Error(`${ref} is refused`);
      const route = plan.value.routes.find(({ id }) => id === plan.value.recommendedRoute);
      const left = (route?.activities ?? []).filter(({ state }) => state !== 'done');
      const floats = left.flatMap(({ totalFloatWorkingDays }) => totalFloatWorkingDays ?? []);
      const daysOf = (is: (activity: PlannedActivity) => boolean) => {
        const step = left.find(is);
        const text = (on: Day | null) => (on === null ? null : formatDay(on));
        return step === undefined
          ? null
          : { from: text(step.earliestStartOn), until: text(step.latestStartOn) };
      };
      const person = byRef.get(ref);
      const matching = (expected: object | null) =>
        expected === null ? null : expect.objectContaining(expected);

      expect(person).toMatchObject({
        verdict: plan.value.verdict,
        route: plan.value.recommendedRoute,
        likelihood: route?.likelihood ?? null,
        totalFloatWorkingDays: floats.length === 0 ? null : Math.min(...floats),
        renewal: matching(daysOf(({ id }) => id === 'renew-permit')),
        approval: matching(daysOf(({ actor }) => actor === 'employer')),
        visit: matching(daysOf(({ id }) => id === 'points-counter')),
        next: { kind: plan.value.today.kind },
      });
      if (plan.value.verdict !== 'too-late' && route !== undefined)
        expect(person?.safeLastStart).toBe(
          route.safeLastStart === null ? null : formatDay(route.safeLastStart),
        );
    }
  });

  it('with five visits a day serves more than with three; no day has more, and both are proved best', async () => {
    const csv = rosterCsv(FIVE_HUNDRED);
    const five = (await board(csv, '--capacity', 'visits=5/day')).capacity;
    const three = (await board(csv, '--capacity', 'visits=3/day')).capacity;

    for (const [capacity, places] of [
      [five, 5],
      [three, 3],
    ] as const) {
      expect(Math.max(...(capacity?.days ?? []).map(({ visits }) => visits.served))).toBe(places);
      expect(capacity?.notInTime).toBe(capacity?.notInTimeAtLeast);
    }
    expect(three?.notInTime).toBeGreaterThan(five?.notInTime ?? Number.POSITIVE_INFINITY);
  });

  it('loses the places of a day that HR has off, and tells on which day one more hand would save somebody', async () => {
    const csv = rosterCsv(FIVE_HUNDRED);
    const all = (await board(csv, '--capacity', 'visits=5/day')).capacity;
    const off = (await board(csv, '--capacity', 'visits=5/day', '--days-off', '2026-12-01')).capacity;
    const [best] = off?.oneMoreHand ?? [];
    const helped = (
      await board(
        csv,
        '--capacity',
        `visits=5/day,visits=${best?.on === '2026-12-01' ? 1 : 6}/${best?.on}`,
        '--days-off',
        '2026-12-01',
      )
    ).capacity;

    expect(off?.days.map(({ on, visits }) => [on, visits.served])).not.toContainEqual(['2026-12-01', 5]);
    expect((off?.notInTime ?? 0) - (all?.notInTime ?? 0)).toBe(5);
    expect((off?.notInTime ?? 0) - (helped?.notInTime ?? 0)).toBe(best?.saves);
  });

  it('gives everybody who is served a day, and a last one that is not before it', async () => {
    const { people, capacity } = await board(rosterCsv(FIVE_HUNDRED), '--capacity', '5/day');
    const waves = people.flatMap(({ wave }) => wave ?? []);

    expect(waves).toHaveLength(capacity?.inNeed ?? -1);
    expect(waves.filter(({ inTime }) => !inTime)).toHaveLength(capacity?.notInTime ?? -1);
    for (const { visit } of waves) if (visit) expect(visit.by >= visit.on).toBe(true);
  });
});

// Permit to Thu 31 Dec: renewal from Wed 2 to Wed 9 Dec (safest Wed 2), HR from Mon 7 to Mon 14; see test/scenarios.
const ONLINE = '"permitExpiresOn","pointsChange","childOnPointsNotice"';

describe('a row', () => {
  it('tells when to renew, when HR has to act, what is missing, what comes next and who does it', async () => {
    const [person] = (await board(`ref,${ONLINE}\n7,2026-12-31,unchanged,yes\n`)).people;

    expect(person).toMatchObject({
      ref: '7',
      verdict: 'on-track',
      route: 'points-online',
      totalFloatWorkingDays: 5,
      renewal: { from: '2026-12-02', until: '2026-12-09' },
      safeLastStart: '2026-12-02',
      approval: { from: '2026-12-07', until: '2026-12-14' },
      visit: null,
      next: { kind: 'prepare', who: 'applicant', text: '居住证签注' },
    });
    expect(person?.missing).toEqual([
      'enrolling',
      'papers',
      'insuredLastYear',
      'lapsedYears',
      'addressUnchanged',
      'insuredElsewhere',
      'hrApprovalWorkingDays',
    ]);
  });

  it('misses only what was asked of this person, and an answer that is “not known”', async () => {
    const csv =
      'ref,enrolling,permitExpiresOn,childOnPointsNotice\n1,child-in-school,,\n2,spouse,2026-12-31,不清楚\n';
    const missing = new Map((await board(csv)).people.map((person) => [person.ref, person.missing]));

    expect(missing.get('1')).not.toContain('pointsChange');
    expect(missing.get('1')).not.toContain('childOnPointsNotice');
    expect(missing.get('2')).toContain('pointsChange');
    expect(missing.get('2')).toContain('childOnPointsNotice');
  });

  it.each([
    ['2026-12-31'],
    ['2026/12/31'],
    ['2026.12.31'],
    ['2026年12月31日'],
    ['20261231'],
    ['２０２６／１２／３１'],
    ['2026/12/31 0:00:00'],
    [' 2026-12-31\t'],
    ['"=""2026-12-31"""'],
  ])('takes %s for Thursday 31 December', async (written) => {
    const { people } = await board(`ref,${ONLINE}\n7,${written},unchanged,yes\n`);

    expect(people[0]?.renewal).toMatchObject({ from: '2026-12-02', until: '2026-12-09' });
  });

  it('notes what has happened: a renewal that was finished is not to be done again', async () => {
    const csv = 'ref,居住证有效期至,居住证签注完成\n7,2026年12月15日,2026年11月20日\n8,2026年12月15日,\n';
    const { people } = await board(csv);
    const renewals = new Map(people.map(({ ref, renewal }) => [ref, renewal]));

    expect(renewals.get('7')).toBeNull();
    expect(renewals.get('8')).toMatchObject({ from: '2026-11-23' });
  });

  it.each([
    ['a mark at the start of UTF-8', '\uFEFFref,permitExpiresOn\r\n7,2026-12-31\r\n'],
    ['semicolons', 'ref;permitExpiresOn\n7;2026-12-31\n'],
    ['tabs', 'ref\tpermitExpiresOn\n7\t2026-12-31\n'],
    ['lines ended by returns alone', 'ref,permitExpiresOn\r7,2026-12-31\r'],
    ['rows without anything on them', 'ref,permitExpiresOn\n\n,\n7,2026-12-31\n,,,\n'],
    ['rows whose last cells are missing', 'ref,permitExpiresOn,pointsChange,bornOn\n7,2026-12-31\n'],
  ])('is read from a file with %s', async (_, csv) => {
    const { exitCode, out } = await roster(csv, '--format', 'json');

    expect(exitCode).toBe(0);
    expect((JSON.parse(out) as Board).people.map(({ ref }) => ref)).toEqual(['7']);
  });

  it('is read from UTF-16 with its mark, which is what Excel calls Unicode text', async () => {
    const octets = Buffer.concat([
      Buffer.of(0xff, 0xfe),
      Buffer.from('工号\t居住证有效期至\r\n7\t2026/12/31\r\n', 'utf16le'),
    ]);

    expect((await board(octets)).people.map(({ ref }) => ref)).toEqual(['7']);
  });
});

describe('faults', () => {
  it('stand each in a line of its own with line and column, and the good rows are planned', async () => {
    const csv = [
      'ref,permitExpiresOn,enrolling,hrApprovalWorkingDays,renew-permit.finishedOn',
      '1,2026-12-31,spouse,1,',
      '2,2026-02-30,cousin,,',
      ',2026-12-31,,,',
      '1,2026-12-31,,,',
      '5,,,two,',
      '6,2026-12-31,,,2026-12-24',
      '7,12/31/2026,,,',
      '8,2026-12-31,,,,stray',
      '9,2027-03-31,child-in-school,,',
    ].join('\n');
    const { exitCode, out, complaints } = await roster(csv, '--format', 'json');

    expect(exitCode).toBe(2);
    expect(complaints.map((line) => line.replace(/, allowed: .*/, ''))).toEqual([
      '-:3:2: $.facts.permitExpiresOn: not an allowed value, "2026-02-30"',
      '-:3:3: $.facts.enrolling: not an allowed value, "cousin"',
      '-:4:1: $.ref: missing',
      '-:5:1: $.ref: a key for the second time, "1"',
      '-:6:2: $.facts.permitExpiresOn: missing: The residence permit is valid until',
      '-:6:4: $.facts.hrApprovalWorkingDays: not an allowed value, "two"',
      '-:7:5: $.actuals["renew-permit"].finishedOn: a fact later than asOf, "2026-12-24"',
      '-:8:2: $.facts.permitExpiresOn: not an allowed value, "12/31/2026"',
      '-:9:6: $: a cell beyond the last column, "stray"',
    ]);
    const { people, faultyRows } = JSON.parse(out) as Board;
    expect(people.map(({ ref }) => ref)).toEqual(['1', '9']);
    expect(faultyRows).toBe(7);
  });

  it('of the first row leave nothing to plan: no key, a fact twice', async () => {
    expect(await roster('name,permitExpiresOn\nx,2026-12-31\n')).toMatchObject({
      exitCode: 2,
      out: '',
      complaints: [expect.stringContaining('-:1:1: $: no column with a key')],
    });
    expect(await roster('ref,permitExpiresOn,居住证有效期至\n7,2026-12-31,\n')).toMatchObject({
      exitCode: 2,
      out: '',
      complaints: [expect.stringContaining('-:1:3: $: a second column for the same')],
    });
    expect(await roster('')).toMatchObject({ exitCode: 2, out: '' });
  });

  it('a quotation mark that is never closed is told, with the rows before it planned', async () => {
    const { exitCode, out, complaints } = await roster(
      'ref,permitExpiresOn\n7,2026-12-31\n8,"2026-12-31\n9,2026-12-31\n',
      '--format',
      'json',
    );

    expect(exitCode).toBe(2);
    expect(complaints).toEqual([expect.stringContaining('-:3:1: $: a quotation mark that is never closed')]);
    expect((JSON.parse(out) as Board).people.map(({ ref }) => ref)).toEqual(['7']);
  });

  it('a workbook that was not saved as CSV is told for what it is', async () => {
    for (const octets of [Buffer.from('PK\u0003\u0004'), Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)]) {
      await expect(roster(octets)).rejects.toThrow(
        '-:1:1: $: a workbook of Excel, allowed: a table saved as “CSV”',
      );
    }
  });

  it('a column of HR’s own is not used, and that is said without being a fault', async () => {
    const { exitCode, complaints } = await roster('ref,部门,permitExpiresOn\n7,财务,2026-12-31\n');

    expect(exitCode).toBe(0);
    expect(complaints).toEqual(['-:1:2: not used: no fact and no step of shanghai-2027 is called "部门"']);
  });

  it.each([
    ['--capacity', 'many/day', '--capacity: not a capacity, "many/day"'],
    ['--capacity', 'visits=3/2026-02-30', '--capacity: not a day, "2026-02-30"'],
    ['--days-off', '2026-12-02..2026-12-01', '--days-off: not a range of days'],
    ['--policy', 'atlantis-2027', '--policy: unknown policy, "atlantis-2027"'],
    ['--policy', 'shanghai-2021', '--policy: unknown policy, "shanghai-2021"'],
    ['--as-of', '1990-01-01', '--policy: several policies are open'],
    ['--format', 'xml', '--format: not an allowed value, "xml"'],
  ])('%s %s is refused', async (option, value, message) => {
    await expect(roster('ref\n', option, value)).rejects.toThrow(message);
  });
});

describe('the board', () => {
  it('as CSV opens in Excel, and nothing in it is a formula', async () => {
    const csv = 'ref,permitExpiresOn\n"=cmd|\'/c calc\'!A1",2026-12-31\n+1,2026-12-31\n@x,2026-12-31\n';
    const { out } = await roster(csv, '--format', 'csv');
    const refs = out
      .split('\r\n')
      .slice(1, 4)
      .map((line) => line.split(',')[1]);

    expect(out.startsWith('\uFEFF次序,编号,')).toBe(true);
    expect(refs).toEqual(["'=cmd|'/c calc'!A1", "'+1", "'@x"]);
  });

  it('goes through the command again with the keys that it came with', async () => {
    const { out } = await roster('ref,permitExpiresOn\n=1+1,2026-12-31\n', '--format', 'csv');
    const again = await board(`ref,permitExpiresOn\n${out.split('\r\n')[1]?.split(',')[1]},2026-12-31\n`);

    expect(again.people[0]?.ref).toBe('=1+1');
  });

  it('as a table says what it assumed, how sure the rules are, and how many rows are at fault', async () => {
    const { out } = await roster(`ref,${ONLINE}\n7,2026-12-31,unchanged,yes\n8,never,,\n`, '--lang', 'en');

    expect(out).toContain('The rules for 2027 are not published yet');
    expect(out).toContain('1 person: on track 1');
    expect(out).toContain('1 row has faults and is left out');
    expect(out).toMatch(
      /^1 +7 +on track +almost certain +5 +12-02…12-09 +12-07…12-14 +a b c d e f g +Renew.* employee/m,
    );
    expect(out).toContain('taken as “a child not in school or kindergarten”, 1 person');
  });

  it('of five people is printed in docs/roster.md as the program prints it', async () => {
    const csv = [
      '工号,为谁参保,居住证有效期至,"与上次积分相比，单位、住址、学历等信息",居住证签注完成',
      '1001,未入学入园的孩子,2026年12月31日,没有变化,',
      '1002,未入学入园的孩子,2027/6/30,有变化（工作、住址、学历等）,',
      '1003,配偶,2026.12.31,有变化（工作、住址、学历等）,',
      '1004,在上海就学、在园的孩子,,,',
      '1005,配偶,2026/12/10,没有变化,2026/11/20',
    ].join('\r\n');
    const guide = readFileSync(new URL('../../../docs/roster.md', import.meta.url), 'utf8');
    const [, printed] = /^\$ npm run -s lastbus -- roster .*\n([\s\S]*?)^```$/m.exec(guide) ?? [];

    expect((await roster(inGb18030(csv), '--capacity', 'visits=1/day', '--lang', 'en')).out).toBe(printed);
  });

  it('as a calendar holds HR’s own days: the last ones, and with hands counted the planned ones', async () => {
    const csv = `ref,${ONLINE}\n7,2026-12-31,unchanged,yes\n8,2026-12-31,unchanged,yes\n`;
    const eventsOf = async (...options: string[]) => {
      const { out } = await roster(csv, '--format', 'ics', '--lang', 'en', ...options);
      const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent');
      return events.map((event) => {
        const { startDate, summary, description } = new ICAL.Event(event);
        return [startDate.toString(), summary, description];
      });
    };

    expect(await eventsOf()).toEqual([
      ['2026-12-14', 'Last day for HR: HR approves online (2 people)', '7, 8'],
    ]);
    expect(await eventsOf('--capacity', 'approvals=1/day')).toEqual([
      ['2026-12-07', 'HR acts for 1 person', '7'],
      ['2026-12-08', 'HR acts for 1 person', '8'],
    ]);
  });

  it('as a process reads a file, prints the same, and ends with 2 where a row was at fault', async () => {
    const folder = folderWith({ 'bad.csv': 'ref,permitExpiresOn\n1,soon\n2,2027-03-31\n' });
    writeFileSync(
      join(folder, 'roster.csv'),
      inGb18030(chineseRosterCsv(FIVE_HUNDRED.slice(0, 20), shanghai)),
    );
    const args = ['--as-of', ROSTER_AS_OF, '--format', 'json'];
    const good = await run(folder, ['roster', 'roster.csv', ...args]);
    const bad = await run(folder, ['roster', 'bad.csv', ...args]);
    const here = await roster(readFileSync(join(folder, 'roster.csv')), '--format', 'json');

    expect(good).toEqual({ exitCode: 0, stderr: '', stdout: here.out });
    expect(bad.exitCode).toBe(2);
    expect(linesIn(bad.stderr, folder)).toEqual([
      expect.stringContaining('bad.csv:2:2: $.facts.permitExpiresOn: not an allowed value, "soon"'),
    ]);
    expect((JSON.parse(bad.stdout) as Board).people).toHaveLength(1);
    expect(await run(folder, ['roster', 'none.csv'])).toMatchObject({
      exitCode: 2,
      stderr: 'none.csv: there is no such file\n',
    });
  });
});
