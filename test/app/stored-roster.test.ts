// A roster that HR keeps: uploaded, looked at, marked, uploaded again. The day is Sunday 2026-11-22 unless said.

import { expect, onTestFinished, test } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import type { UploadOutcome } from '../../src/app/stored-roster/upload.ts';
import { formatDay, parseDay } from '../../src/domain/day.ts';
import { madeRoster } from '../support/made-roster.ts';
import { chineseRosterCsv, inGb18030, rosterCsv } from '../support/roster-file.ts';
import { openTestWorld, type TestWorld } from '../support/world.ts';

const FILE = [
  'ref,enrolling,permitExpiresOn,pointsChange,renew-permit.finishedOn',
  '1001,child-out-of-school,2026-12-31,unchanged,',
  '1002,spouse,2026-12-20,unchanged,',
  '1003,child-in-school,,,',
].join('\n');

const SETTINGS = { title: '', capacity: '', daysOff: '' };

async function* octets(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function open(): Promise<TestWorld> {
  const world = await openTestWorld();
  onTestFinished(() => world.close());
  return world;
}

function uploaded(outcome: UploadOutcome) {
  if (outcome.kind !== 'uploaded') throw new Error(JSON.stringify(outcome));
  const { opened, report } = outcome;
  return { opened, report, token: opened.tokens.edit ?? '' };
}

async function create({ lastbus }: TestWorld, file: string | Uint8Array = FILE, settings = SETTINGS) {
  const given = { octets: octets(file), policyId: null, settings, locale: 'zh' as const };
  return uploaded(await lastbus.rosters.create(given));
}

function day(text: string) {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`no day: ${text}`);
  return parsed;
}

const DONE_ON_FRIDAY = { kind: 'done', on: day('2026-11-20'), startedOn: null, outcome: null } as const;

test('everybody has a plan behind links of their own, and the board is that of the command', async () => {
  const world = await open();
  const { opened, report } = await create(world);

  expect(report).toMatchObject({ added: ['1001', '1002', '1003'], changed: [], absent: [], faults: [] });
  expect(opened.roster?.entries.map(({ ref }) => ref)).toHaveLength(3);
  const own = await world.lastbus.openPlan(opened.links.get('1002')?.edit ?? '', null);
  expect(own?.stored.caseJson).toContain('2026-12-20');
  for (const { ref, answer } of opened.roster?.entries ?? []) {
    const plan = (await world.lastbus.openPlan(opened.links.get(ref)?.edit ?? '', null))?.plan;
    expect(plan?.routes.find(({ id }) => id === answer.route?.id)?.verdict, ref).toBe(answer.verdict);
  }
});

test('five hundred in GB18030, as Excel writes them, are the same as in UTF-8', async () => {
  const world = await open();
  const employees = madeRoster(500);
  const policy = world.lastbus.findPolicy('shanghai-2027');
  if (policy === undefined) throw new Error('no policy');

  const plain = await create(world, rosterCsv(employees));
  const excel = await create(world, inGb18030(chineseRosterCsv(employees, policy)));

  const shown = ({ opened }: typeof plain) => opened.roster?.entries.map(({ ref, answer }) => [ref, answer]);
  expect(shown(excel)).toEqual(shown(plain));
  expect(plain.report.added).toHaveLength(500);
});

test('rows at fault are told by line and column and left out; where all are, nothing is stored', async () => {
  const world = await open();
  const { report, opened } = await create(
    world,
    `${FILE}\n1004,spouse,2026-02-30,unchanged,\n1001,spouse,2026-12-20,,\n`,
  );

  expect(report.faults.map(({ line, column }) => [line, column])).toEqual([
    [5, 3],
    [6, 1],
  ]);
  expect(opened.roster?.entries).toHaveLength(3);
  const given = { policyId: null, settings: SETTINGS, locale: 'zh' as const };
  const none = await world.lastbus.rosters.create({
    ...given,
    octets: octets('ref,permitExpiresOn\n1,never\n'),
  });
  expect(none).toMatchObject({ kind: 'refused', faults: [{ line: 2, column: 2 }] });
  const settings = { title: 'x'.repeat(61), capacity: 'many', daysOff: '' };
  const faulty = { ...given, settings, policyId: 'atlantis-2027', octets: octets(FILE) };
  expect(await world.lastbus.rosters.create(faulty)).toMatchObject({
    kind: 'invalid',
    problems: [{ path: ['title'] }, { path: ['policy'], value: 'atlantis-2027' }],
  });
});

test('more than two thousand people are refused, with the line of the first too many', async () => {
  const world = await open();
  const rows = Array.from({ length: 2_001 }, (_, index) => `${index},child-in-school`);
  const outcome = await world.lastbus.rosters.create({
    octets: octets(['ref,enrolling', ...rows].join('\n')),
    policyId: null,
    settings: SETTINGS,
    locale: 'zh',
  });

  expect(outcome).toMatchObject({ kind: 'refused', faults: [{ line: 2_002, what: 'too many people' }] });
});

test('a step of many is marked at once; what is impossible for one holds up nobody else', async () => {
  const world = await open();
  const { token } = await create(world);
  const people = ['1001', '1002', '1003', '9999'].map((ref) => ({ ref, activity: 'renew-permit' }));

  const outcome = await world.lastbus.rosters.mark(token, {
    people,
    note: DONE_ON_FRIDAY,
    isEarlierDone: false,
  });

  if (outcome.kind !== 'marked') throw new Error(outcome.kind);
  // Of 31 December a renewal is possible from 2 December on (29 days before), and of 20 December from 21 November on;
  // what was done is noted all the same, for the paper counts and not the rule.
  expect(outcome.marked).toContain('1002');
  expect(outcome.refused.map(({ ref }) => ref)).toContain('9999');
  const board = (await world.lastbus.rosters.open(token, null))?.roster;
  expect(board?.entries.find(({ ref }) => ref === '1002')?.answer.renewal).toBeNull();
});

test('a newer file changes what HR changed, adds who is new, keeps who is gone from it, and loses no mark', async () => {
  const world = await open();
  const { token, opened } = await create(world);
  const own = opened.links.get('1002')?.edit ?? '';
  await world.lastbus.noteStep(own, { activity: 'renew-permit', note: DONE_ON_FRIDAY, isEarlierDone: false });
  const newer = [
    'ref,enrolling,permitExpiresOn,pointsChange,renew-permit.finishedOn',
    '1001,child-out-of-school,2026-12-25,unchanged,',
    '1002,spouse,2026-12-20,unchanged,2026-11-19',
    '1004,spouse,2026-12-18,unchanged,',
  ].join('\n');

  const { report, opened: after } = uploaded(await world.lastbus.rosters.uploadAgain(token, octets(newer)));

  expect(report.added).toEqual(['1004']);
  expect(report.absent).toEqual(['1003']);
  const change = { section: 'facts', id: 'permitExpiresOn', before: '2026-12-31', after: '2026-12-25' };
  expect(report.changed).toMatchObject([
    { ref: '1001', changes: [change], kept: [] },
    { ref: '1002', changes: [], kept: [{ id: 'renew-permit', after: { finishedOn: '2026-11-19' } }] },
  ]);
  expect(after.links.get('1002')).toEqual(opened.links.get('1002'));
  const actual = (await world.lastbus.openPlan(own, null))?.plan.actuals.get('renew-permit');
  expect(actual?.finishedOn && formatDay(actual.finishedOn)).toBe('2026-11-20');
  const again = uploaded(await world.lastbus.rosters.uploadAgain(token, octets(newer)));
  expect(again.report).toMatchObject({ added: [], changed: [], unchanged: 3 });
});

test('what cannot be is refused for that person alone, said again with the next file, and the plan stays', async () => {
  const world = await open();
  const { token, opened } = await create(world);
  const own = opened.links.get('1002')?.edit ?? '';
  await world.lastbus.noteStep(own, { activity: 'renew-permit', note: DONE_ON_FRIDAY, isEarlierDone: false });
  // The form went out on Wednesday: two days before the permit that it rests on was renewed, as the employee noted.
  const newer =
    'ref,renew-permit.finishedOn,points-form.finishedOn\n1002,2026-11-17,2026-11-18\n1001,2026-11-17,2026-11-18\n';

  const { report } = uploaded(await world.lastbus.rosters.uploadAgain(token, octets(newer)));
  const again = uploaded(await world.lastbus.rosters.uploadAgain(token, octets(newer)));

  expect(report.changed.map(({ ref, refused }) => [ref, refused.length > 0])).toEqual([
    ['1002', true],
    ['1001', false],
  ]);
  expect(again.report.changed).toEqual(report.changed.filter(({ ref }) => ref === '1002'));
  expect((await world.lastbus.openPlan(own, null))?.stored.version).toBe(2);
});

test('who looks changes nothing; who deletes their plan leaves their key behind', async () => {
  const world = await open();
  const { token, opened } = await create(world);
  const { rosters } = world.lastbus;
  const { view } = opened.tokens;

  expect((await rosters.open(view, null))?.links.get('1001')).toMatchObject({ edit: null });
  const refusals = [
    await rosters.uploadAgain(view, octets(FILE)),
    await rosters.mark(view, { people: [], note: DONE_ON_FRIDAY, isEarlierDone: false }),
    await rosters.change(view, {}),
    await rosters.removePeople(view, ['1001']),
    await rosters.renewLinks(view, ['view']),
  ];
  expect(refusals.map(({ kind }) => kind)).toEqual(Array(5).fill('view-only'));
  expect(await rosters.remove(view)).toBe('view-only');

  await world.lastbus.removePlan(opened.links.get('1001')?.edit ?? '');
  const left = await rosters.open(token, null);
  expect(left?.deleted).toEqual(['1001']);
  expect(left?.roster?.entries).toHaveLength(2);
});

test('the feed has HR’s days, and is another one after a mark', async () => {
  const world = await open();
  const { token, opened } = await create(world, FILE, { ...SETTINGS, capacity: 'visits=1/day' });
  const { rosters } = world.lastbus;
  const before = await rosters.publishCalendar(opened.tokens.feed);
  const refs = (content: string | undefined) => content?.replaceAll(/\r\n[ \t]/g, '').match(/100\d/g) ?? [];

  expect(refs(before?.content)).toContain('1002');
  await rosters.removePeople(token, ['1002']);
  const after = await rosters.publishCalendar(opened.tokens.feed);
  expect(refs(after?.content)).not.toContain('1002');
  expect(after?.etag).not.toBe(before?.etag);
  expect(await rosters.publishCalendar(opened.tokens.view)).toBeUndefined();
});

test('the roster goes with every plan in it', async () => {
  const world = await open();
  const { token, opened } = await create(world);

  expect(await world.lastbus.rosters.remove(token)).toBe('removed');

  expect(await world.lastbus.rosters.open(token, null)).toBeUndefined();
  expect(await world.lastbus.openPlan(opened.links.get('1001')?.edit ?? '', null)).toBeUndefined();
});

test('of whom no plan can be made any more nothing is noted, and that holds up nobody else', async () => {
  const world = await open();
  const { token } = await create(world);
  const text = `announces: shanghai-2027
facts:
  marriageBook: { type: boolean, required: true, askWhen: facts.enrolling == "spouse", question: { zh: 有结婚证吗, en: Is there a marriage book } }
routes:
  points-online:
    when: facts.enrolling == "child-out-of-school" || (facts.enrolling == "spouse" && facts.marriageBook)
`;
  const book = await readPolicyFolders([SHIPPED_POLICIES], [{ file: '/own/announced.yaml', text }]);
  Object.assign(world.dependencies, { book });
  const outcome = await world.lastbus.rosters.mark(token, {
    people: ['1002', '1001'].map((ref) => ({ ref, activity: 'renew-permit' })),
    note: DONE_ON_FRIDAY,
    isEarlierDone: false,
  });
  const opened = await world.lastbus.rosters.open(token, null);

  expect(book.broken).toEqual([]);
  expect(outcome).toMatchObject({
    marked: ['1001'],
    refused: [{ ref: '1002', faults: [{ path: ['facts', 'marriageBook'] }] }],
  });
  expect(opened?.misfits.map(({ ref }) => ref)).toEqual(['1002']);
});
