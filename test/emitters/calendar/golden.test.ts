// Whole calendars, byte for byte, as files that can be opened with a calendar program. A file that is deleted is
// written anew by the test, which fails that once: read it before it is kept.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reviseCalendar } from '../../../src/app/calendar-history.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { composeEntries } from '../../../src/emitters/calendar/compose-entries.ts';
import {
  type CalendarOptions,
  renderCalendar,
  renderEvents,
} from '../../../src/emitters/calendar/render-calendar.ts';
import { wordsOf } from '../../../src/emitters/wording/wording.ts';
import type { Instant } from '../../../src/ports/clock.ts';
import { day, samplePlan, sampleRoute } from '../../support/sample-plan.ts';
import { readCalendar } from './read-calendar.ts';

const FOLDER = fileURLToPath(new URL('golden/', import.meta.url));

/** Noon in Shanghai on Sunday 22 November 2026. */
const SUNDAY = Date.UTC(2026, 10, 22, 4) as Instant;
/** The same on Wednesday 2 December. */
const WEDNESDAY = Date.UTC(2026, 11, 2, 4) as Instant;

const options = {
  locale: 'zh',
  kind: 'feed',
  calendarId: 'k7f3',
  host: 'lastbus.example',
  stamp: SUNDAY,
  sequence: 0,
  viewUrl: 'https://lastbus.example/plans/view-token',
} as const satisfies CalendarOptions;

/** A notice of their own, with all that calendar programs stumble over. */
function planWithOwnNotice(): Plan {
  const { cutoff } = samplePlan();
  const source = '街道公告 👨‍👩‍👧, 第3号; "补充" C:\\通知 🇨🇳\n延长';
  return samplePlan({ cutoff: { ...cutoff, status: 'announced', isOwn: true, source } });
}

/**
 * On Wednesday 2 December the permit is renewed, and its notice stays valid: nothing has to be confirmed any more. The
 * opening and HR's step fall away, the renewal is done, the rest stands as it stood.
 */
function afterTheRenewal(): string {
  const { viewUrl } = options;
  const published = composeEntries(samplePlan(), 'en', viewUrl).map((entry) => ({
    ...entry,
    sequence: 0,
    changedAt: SUNDAY,
    cancelledOn: null,
  }));
  const activities = sampleRoute()
    .activities.filter(({ id }) => id !== 'hr-approval')
    .map((activity) =>
      activity.id === 'renew-permit'
        ? ({ ...activity, state: 'done', latestStartOn: null, mustFinishBy: null, reasons: [] } as const)
        : activity,
    );
  const plan = samplePlan({ asOf: day('2026-12-02'), routes: [sampleRoute({ activities })] });
  const events = reviseCalendar(published, composeEntries(plan, 'en', viewUrl), {
    today: plan.asOf,
    now: WEDNESDAY,
    onlyTimePassed: false,
    cancelledTitle: wordsOf('en').calendar.cancelled,
  });
  return renderEvents(plan.policy.title, events, plan.asOf, { ...options, locale: 'en' });
}

describe('the calendar is the file kept beside this test, byte for byte', () => {
  test.each([
    ['feed-zh.ics', () => renderCalendar(samplePlan(), options)],
    ['file-zh-own-notice.ics', () => renderCalendar(planWithOwnNotice(), { ...options, kind: 'file' })],
    ['feed-en-after-the-renewal.ics', afterTheRenewal],
  ])('%s', (name, render) => {
    const path = `${FOLDER}${name}`;
    if (!existsSync(path)) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path, render());
      throw new Error(`${name} was not there and has been written: read it, then run this again`);
    }

    const kept = readFileSync(path);

    expect(render().split('\r\n')).toEqual(kept.toString('utf8').split('\r\n'));
    expect(Buffer.from(render()).equals(kept)).toBe(true);
  });

  test('and was checked out with its line ends', () => {
    const kept = readFileSync(`${FOLDER}feed-zh.ics`, 'utf8');

    expect(kept.replaceAll('\r\n', '')).not.toContain('\n');
    expect(kept.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

test('what fell away after the renewal is marked, and what did not change kept its number and its time', () => {
  const text = afterTheRenewal();
  const titles = readCalendar(text).entries.map(({ start, summary }) => `${start} ${summary}`);

  expect(titles).toEqual([
    '2026-12-20 Last day: Register the child',
    '2026-12-25 Expected cutoff today 17:30: Pay',
    '2026-12-02 Done: Renew the residence permit',
    '2026-12-02 Possible from today: Renew the residence permit',
    '2026-12-14 Cancelled: Last day for HR: HR approves online',
  ]);
  expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
  expect(text.match(/SEQUENCE:0\r\n/g)).toHaveLength(3);
  expect(text.match(/SEQUENCE:1\r\nDTSTAMP:20261202T040000Z/g)).toHaveLength(2);
});
