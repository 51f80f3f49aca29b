// The calendar of one plan from the day on which it is made to the day on which it is deleted, as a family's computer
// sees it: after each step vdirsyncer fetches the feed and khal shows it. A line is printed for each step.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PolicyCommands, policyCommands } from '../adapters/cli/policy-work.ts';
import { jsonOf } from '../adapters/http/running-server.ts';
import { type ReadEvent, readWithIcalJs } from './calendar-readers.ts';
import { tellSkipped } from './foreign-programs.ts';
import { type ServerOnDisk, startServerOnDisk } from './server-on-disk.ts';
import { MISSING_ON_THE_DESK, type SubscribedDesk, subscribe } from './subscribed-desk.ts';

const WHAT = 'the life of a plan as vdirsyncer and khal see it';
tellSkipped(MISSING_ON_THE_DESK, WHAT);

/** A permit to Thursday 10 December 2026, looked at on Thursday 5 November. */
const CASE = {
  policy: 'shanghai-2027',
  facts: {
    enrolling: 'child-out-of-school',
    childOnPointsNotice: 'yes',
    permitExpiresOn: '2026-12-10',
    pointsChange: 'unchanged',
  },
};
const NOTICE = ['--source', 'https://ybj.sh.gov.cn/notices/2027.html', '--published', '2026-11-17'];
const LONGER = ['--source', 'https://ybj.sh.gov.cn/notices/2027-longer.html', '--published', '2026-11-18'];

interface PublishedFeed {
  readonly etag: string;
  readonly text: string;
  readonly events: readonly ReadEvent[];
}

describe.skipIf(MISSING_ON_THE_DESK.length > 0)(WHAT, () => {
  let folder: string;
  let host: PolicyCommands;
  let server: ServerOnDisk;
  let desk: SubscribedDesk;
  let plan: string;
  let feed: string;
  /** What the feed said at the step before. */
  let before: PublishedFeed;
  let today: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lastbus-life-'));
    mkdirSync(join(folder, 'data'));
    host = policyCommands({}, '2026-11-18');
    server = await startServerOnDisk(join(folder, 'data'), host.ownFolder, '2026-11-05T02:00:00Z');
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function goTo(day: string, time = '02:00:00Z'): void {
    today = day;
    server.goTo(`${day}T${time}`);
  }

  async function send(method: string, address: string, body: unknown) {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(address, { method, headers, body: JSON.stringify(body) });
    expect(response.ok).toBe(true);
    return response.status === 204 ? {} : jsonOf(response);
  }

  async function readFeed(): Promise<PublishedFeed> {
    const response = await fetch(feed);
    expect(response.status).toBe(200);
    const text = await response.text();
    return { text, etag: response.headers.get('ETag') ?? '', events: readWithIcalJs(text).events };
  }

  /**
   * Lets the computer fetch the feed. Whatever happened: it then holds each entry of the feed once and nothing else,
   * and an entry is another one exactly where its number rose.
   *
   * @returns what khal shows, by day and title, and how many entries are other ones than at the step before
   */
  async function sync(step: string) {
    const now = await readFeed();
    const { said, isInOrder, ...files } = await desk.sync();
    expect(said === '' || isInOrder, said).toBe(true);

    // vdirsyncer gives what it fetches names of its own, made from the content.
    expect(desk.events().map(withoutUid).toSorted()).toEqual(now.events.map(withoutUid).toSorted());
    expect(new Set(now.events.map(({ uid }) => uid)).size).toBe(now.events.length);
    const changed = now.events.filter((event) => isChanged(before?.events ?? [], event, today));
    for (const event of now.events.filter(({ status }) => status === 'CANCELLED')) {
      expect(event).toMatchObject({ summary: expect.stringMatching(/^【已取消】/), alarms: [] });
    }

    const shown = await desk.shown('2026-10-01', '2027-06-30');
    await importByHand();
    const cancelled = shown.filter((line) => line.includes('|CANCELLED|'));
    const { added, removed, untouched } = files;
    tell(
      step,
      `feed ${now.events.length}, ${changed.length} new or changed | vdirsyncer +${added} -${removed} ` +
        `=${untouched} | khal ${shown.length}, ${cancelled.length} cancelled`,
    );
    const isSameFeed = before !== undefined && now.text === before.text;
    before = now;
    return { shown, changed: changed.map(({ uid }) => nameOf(uid)), files, isSameFeed };
  }

  function tell(step: string, what: string): void {
    process.stdout.write(`${today} ${step.padEnd(34)} ${what}\n`);
  }

  /** Who imports the file again each time has the entries that stand once, and as they are now. */
  async function importByHand(): Promise<void> {
    const text = await (await fetch(`${feed}?download=1`)).text();
    const held = await desk.importFile(text);
    expect(new Set(held.map(({ uid }) => uid)).size).toBe(held.length);
    for (const event of readWithIcalJs(text).events) expect(held).toContainEqual(event);
  }

  test('made on Thursday 5 November: khal shows eight entries, each on its day', async () => {
    goTo('2026-11-05');
    const { links, verdict, recommendedRoute } = await send('POST', `${server.url}/api/v1/plans`, CASE);
    expect([verdict, recommendedRoute]).toEqual(['on-track', 'points-online']);
    plan = links.self;
    feed = links.calendarFeed;
    desk = await subscribe(join(folder, 'desk'), feed);

    const { shown, files } = await sync('made');

    expect(files).toEqual({ added: 8, removed: 0, rewritten: 0, untouched: 0 });
    expect(shown).toEqual([
      '2026-11-11|CONFIRMED|今天起可办：居住证签注',
      '2026-11-17|CONFIRMED|今天看屏幕：单位人事网上审核',
      '2026-12-01|CONFIRMED|最早今天：核实缴费成功',
      '2026-12-09|CONFIRMED|最晚今天：居住证签注',
      '2026-12-14|CONFIRMED|最晚今天由单位办：单位人事网上审核',
      '2026-12-14|CONFIRMED|最晚今天：网上提交积分确认',
      '2026-12-20|CONFIRMED|最晚今天：打印积分通知书、参保登记',
      '2026-12-25|CONFIRMED|预计今天17:30截止：缴费',
    ]);
  });

  test('the next morning: 304, the same bytes, and no file of the computer is touched', async () => {
    goTo('2026-11-06', '00:30:00Z');

    const conditional = await fetch(feed, { headers: { 'If-None-Match': before.etag } });
    const { changed, files, isSameFeed } = await sync('the next morning');

    expect(conditional.status).toBe(304);
    expect(isSameFeed).toBe(true);
    expect(changed).toEqual([]);
    expect(files).toEqual({ added: 0, removed: 0, rewritten: 0, untouched: 8 });
  });

  test('after a restart of the server: the same bytes', async () => {
    await server.restart();

    const { files, isSameFeed } = await sync('the server restarted');

    expect(isSameFeed).toBe(true);
    expect(files).toEqual({ added: 0, removed: 0, rewritten: 0, untouched: 8 });
  });

  test('the permit ends a day earlier: the opening and what counts from it move, nothing stands twice', async () => {
    await send('PATCH', plan, { facts: { permitExpiresOn: '2026-12-09' } });

    const { shown, changed } = await sync('a fact changed');

    expect(changed).toEqual(
      expect.arrayContaining(['renew-permit.opens', 'hr-approval.look', 'payment-check.step']),
    );
    expect(shown).toEqual([
      '2026-11-10|CONFIRMED|今天起可办：居住证签注',
      '2026-11-16|CONFIRMED|今天看屏幕：单位人事网上审核',
      '2026-11-30|CONFIRMED|最早今天：核实缴费成功',
      '2026-12-09|CONFIRMED|最晚今天：居住证签注',
      '2026-12-14|CONFIRMED|最晚今天由单位办：单位人事网上审核',
      '2026-12-14|CONFIRMED|最晚今天：网上提交积分确认',
      '2026-12-20|CONFIRMED|最晚今天：打印积分通知书、参保登记',
      '2026-12-25|CONFIRMED|预计今天17:30截止：缴费',
    ]);
  });

  test('the permit is renewed on Tuesday 10 November: its entry moves there, and nothing else does', async () => {
    goTo('2026-11-10', '08:00:00Z');
    await send('PATCH', plan, { actuals: { 'renew-permit': onDay('2026-11-10') } });

    const { shown, changed } = await sync('a step done');

    expect(changed).toContain('renew-permit.step');
    expect(changed).not.toContain('registration.step');
    expect(shown).toContain('2026-11-10|CONFIRMED|已完成：居住证签注');
    expect(shown.filter((line) => line.startsWith('2026-12-09'))).toEqual([]);
  });

  test('HR says on Friday 13 November that papers are needed: the look on Monday is marked as cancelled', async () => {
    goTo('2026-11-13', '08:00:00Z');
    const { recommendedRoute } = await send('PATCH', plan, {
      actuals: {
        'points-form': onDay('2026-11-13'),
        'hr-approval': { startedOn: '2026-11-13', finishedOn: '2026-11-13', outcome: 'paper' },
      },
    });
    expect(recommendedRoute).toBe('points-paper');

    const { shown, changed } = await sync('the route switched to paper');

    expect(changed).toContain('points-counter.step');
    expect(shown).toContain('2026-11-13|CONFIRMED|已完成：单位人事网上审核');
    expect(shown).toContain('2026-11-20|CONFIRMED|最晚今天：到柜台递交积分材料');
    expect(shown.filter((line) => line.includes('看屏幕'))).toEqual([
      '2026-11-16|CANCELLED|【已取消】今天看屏幕：单位人事网上审核',
    ]);
  });

  test('the cutoff is announced on the expected day: its entry says so and stays where it is', async () => {
    goTo('2026-11-17');
    await host.run('announce', 'shanghai-2027', '--cutoff', '2026-12-25T17:30', ...NOTICE);
    await server.restart();

    const { shown, changed } = await sync('the cutoff announced');

    expect(changed).toContain('plan.cutoff');
    expect(shown).toContain('2026-12-25|CONFIRMED|今天17:30截止：缴费');
  });

  test('the cutoff is put off to Thursday 31 December: every last day moves, each entry once', async () => {
    goTo('2026-11-18');
    await host.run('announce', 'shanghai-2027', '--cutoff', 'payment=2026-12-31T17:30', ...LONGER);
    await server.restart();

    const { shown, changed } = await sync('the cutoff extended');

    expect(changed).toEqual(
      expect.arrayContaining(['plan.cutoff', 'points-counter.step', 'points-notice.step']),
    );
    expect(shown.filter((line) => line.includes('截止'))).toEqual([
      '2026-12-31|CONFIRMED|今天17:30截止：缴费',
    ]);
    expect(shown.filter((line) => line.includes('到柜台递交积分材料'))).toEqual([
      // While the notice for 2027 is not out, 29 to 31 December may be closed: 28, 25, 24, 23, 22, so registered by
      // Mon 21 December; 20 working days back from there, so handed in by Mon 23 November.
      '2026-11-23|CONFIRMED|最晚今天：到柜台递交积分材料',
    ]);
  });

  test('everything is done by Friday 18 December: no last day is left', async () => {
    goTo('2026-12-18', '10:00:00Z');
    const { verdict } = await send('PATCH', plan, {
      actuals: {
        'counter-acceptance': { startedOn: '2026-11-13', finishedOn: '2026-11-17' },
        'points-counter': onDay('2026-11-19'),
        'points-review': { startedOn: '2026-11-19', finishedOn: '2026-12-09' },
        'points-notice': onDay('2026-12-09'),
        registration: onDay('2026-12-09'),
        'registration-review': { startedOn: '2026-12-09', finishedOn: '2026-12-16' },
        payment: onDay('2026-12-16'),
        'payment-check': { startedOn: '2026-12-16', finishedOn: '2026-12-18' },
      },
    });
    expect(verdict).toBe('done');

    const { shown } = await sync('everything done');

    const standing = shown.filter((line) => line.includes('|CONFIRMED|'));
    expect(standing.filter((line) => line.includes('最晚') || line.includes('最早'))).toEqual([]);
    // Beside what is done: the day from which it could be, which came true, and the cutoff.
    expect(standing.filter((line) => line.includes('已完成'))).toHaveLength(standing.length - 2);
    expect(standing.at(-1)).toBe('2026-12-31|CONFIRMED|今天截止（都已办完）');
  });

  test('what was cancelled on Friday 13 November is there for ninety days, to Thursday 11 February, then no more', async () => {
    goTo('2027-02-11');
    const last = await sync('ninety days after the switch');
    goTo('2027-02-12');
    const gone = await sync('a day later');

    expect(last.shown.filter((line) => line.includes('看屏幕'))).toHaveLength(1);
    expect(gone.shown.filter((line) => line.includes('|CANCELLED|'))).toEqual([]);
    expect(gone.changed).toEqual([]);
  });

  test('a new feed link: the old one is refused and the computer keeps what it has; the new one goes on', async () => {
    const kept = desk.events().map(withoutUid).toSorted();
    const old = feed;
    const { links } = await send('POST', `${plan}/links`, { renew: ['feed'] });

    const refused = await desk.sync();

    expect((await fetch(old)).status).toBe(404);
    expect(refused).toMatchObject({ isInOrder: false, added: 0, removed: 0, rewritten: 0 });
    expect(refused.said).toContain('Not Found');
    expect(desk.events().map(withoutUid).toSorted()).toEqual(kept);
    tell('feed link renewed', `old link: 404, vdirsyncer reports it and keeps its ${kept.length} entries`);

    feed = links.calendarFeed;
    expect(feed).not.toBe(old);
    desk = await subscribe(join(folder, 'desk-again'), feed);
    const { changed } = await sync('subscribed again by the new link');

    expect(changed).toEqual([]);
  });

  test('the plan is deleted: the feed is gone, and the computer keeps its copy and says so', async () => {
    const kept = desk.events().map(withoutUid).toSorted();
    expect((await fetch(plan, { method: 'DELETE' })).ok).toBe(true);

    const refused = await desk.sync();

    expect((await fetch(feed)).status).toBe(404);
    expect(refused).toMatchObject({ isInOrder: false, added: 0, removed: 0, rewritten: 0 });
    expect(desk.events().map(withoutUid).toSorted()).toEqual(kept);
    tell('plan deleted', `feed: 404, vdirsyncer reports it and keeps its ${kept.length} entries`);
  });
});

function onDay(day: string) {
  return { startedOn: day, finishedOn: day };
}

function withoutUid({ uid: _, ...event }: ReadEvent): string {
  return JSON.stringify(event);
}

/** The part of an identifier that names the entry. */
function nameOf(uid: string): string {
  return uid.replace(/^[^.]+\./, '').replace(/@.*$/, '');
}

/** New, or another one than before; then its number rose by one, and both of its times are of today. */
function isChanged(before: readonly ReadEvent[], event: ReadEvent, today: string): boolean {
  const was = before.find(({ uid }) => uid === event.uid);
  if (was !== undefined && withoutUid(was) === withoutUid(event)) return false;
  expect(event.sequence).toBe(was === undefined ? 0 : was.sequence + 1);
  expect(event.stamp).toBe(event.lastModified);
  expect(event.stamp.slice(0, 10)).toBe(today);
  return true;
}
