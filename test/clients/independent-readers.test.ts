// Feeds and files as they leave the server, read by ical.js, python3-icalendar, python3-vobject and libical: all must
// find the same in every field, and what they find must be what the plan says.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonOf, type RunningServer, startServer } from '../adapters/http/running-server.ts';
import { day } from '../support/sample-plan.ts';
import { type ForeignReader, openReader, PYTHON_READERS, readWithIcalJs } from './calendar-readers.ts';
import { tellSkipped } from './foreign-programs.ts';
import { FAMILIES, OWN_NOTICE } from './plans-of-all-verdicts.ts';

interface ToldActivity {
  readonly id: string;
  readonly title: string;
  readonly actor: string;
  readonly state: string;
  readonly earliestFinishOn: string | null;
  readonly latestStartOn: string | null;
}

interface ToldPlan {
  readonly verdict: string;
  readonly asOf: string;
  readonly cutoff: { readonly on: string; readonly at: string | null };
  readonly recommendedRoute: string | null;
  readonly routes: readonly { readonly id: string; readonly activities: readonly ToldActivity[] }[];
  readonly links: Readonly<Record<'view' | 'calendarFeed' | 'calendarFile' | 'self', string>>;
}

interface Published {
  readonly plan: ToldPlan;
  readonly feed: string;
  readonly file: string;
}

const LOCALES = ['zh', 'en'] as const;
const ALL = FAMILIES.flatMap(({ verdict }) => LOCALES.map((locale) => [verdict, locale] as const));

let server: RunningServer;
const published = new Map<string, Published>();

beforeAll(async () => {
  server = await startServer();
  for (const family of FAMILIES) {
    server.goTo(`${family.asOf}T02:00:00Z`);
    for (const locale of LOCALES)
      published.set(`${family.verdict} ${locale}`, await publish(family.case, locale));
  }
});
afterAll(() => server.close());

async function publish(given: object, locale: string): Promise<Published> {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': locale };
  const stored = await fetch(`${server.url}/api/v1/plans`, {
    method: 'POST',
    headers,
    body: JSON.stringify(given),
  });
  expect(stored.status).toBe(201);
  const plan = (await jsonOf(stored)) as ToldPlan;
  const textOf = async (address: string) => (await fetch(address)).text();
  return {
    plan,
    feed: await textOf(plan.links.calendarFeed),
    file: await textOf(`${plan.links.calendarFeed}?download=1`),
  };
}

function of(verdict: string, locale: string): Published {
  const one = published.get(`${verdict} ${locale}`);
  if (one === undefined) throw new Error(`nothing published: ${verdict} ${locale}`);
  return one;
}

describe('what ical.js reads is what the plan says', () => {
  test.each(ALL)('%s, %s: the verdict is the one that the family was chosen for', (verdict, locale) => {
    expect(of(verdict, locale).plan.verdict).toBe(verdict);
  });

  test.each(ALL)(
    '%s, %s: each entry is one day, stands, blocks nothing and leads to the plan',
    (verdict, locale) => {
      const { plan, feed } = of(verdict, locale);
      const { events, method } = readWithIcalJs(feed);

      expect(method).toBe('PUBLISH');
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      for (const event of events) {
        expect(day(event.end)).toBe(day(event.start) + 1);
        expect(event).toMatchObject({
          sequence: 0,
          status: 'CONFIRMED',
          transparency: 'TRANSPARENT',
          stamp: `${plan.asOf}T02:00:00Z`,
          lastModified: `${plan.asOf}T02:00:00Z`,
          url: plan.links.view.replace('/api/v1/', '/'),
          alarms: [],
        });
      }
    },
  );

  test.each(ALL)(
    '%s, %s: each step of the way stands on its day, and so does the cutoff',
    (verdict, locale) => {
      const { plan, feed } = of(verdict, locale);
      const { events } = readWithIcalJs(feed);
      // Another entry of a step may tell on which day to look how it ended.
      const steps = events.filter(({ uid }) => !uid.includes('.look@'));
      const stepsOn = (title: string, on: string | null) =>
        steps.filter(({ start, summary }) => start === on && summary.includes(title));

      for (const activity of ownStepsOf(plan)) {
        if (activity.state === 'done')
          expect(stepsOn(activity.title, activity.earliestFinishOn)).toHaveLength(1);
        else if (verdict !== 'too-late' && activity.latestStartOn !== null)
          expect(stepsOn(activity.title, activity.latestStartOn)).toHaveLength(1);
      }
      const cutoff = events.filter(({ uid }) => uid.includes('.plan.cutoff@'));
      expect(cutoff).toHaveLength(1);
      expect(cutoff[0]?.start).toBe(plan.cutoff.on);
      if (verdict !== 'done') expect(cutoff[0]?.summary).toContain(plan.cutoff.at ?? '');
    },
  );

  test.each(ALL)('%s, %s: the file says the same as the feed, and rings beside', (verdict, locale) => {
    const { feed, file } = of(verdict, locale);
    const fileEvents = readWithIcalJs(file).events;

    expect(fileEvents.map((event) => ({ ...event, alarms: [] }))).toEqual(readWithIcalJs(feed).events);
    for (const { action, secondsBefore, text } of fileEvents.flatMap(({ alarms }) => alarms)) {
      expect(action).toBe('DISPLAY');
      // 09:00 on the day before, or a week before.
      expect([15 * 3600, (6 * 24 + 15) * 3600]).toContain(secondsBefore);
      expect(text).not.toBe('');
    }
    if (verdict === 'on-track') expect(fileEvents.some(({ alarms }) => alarms.length === 2)).toBe(true);
  });

  test.each([
    ['on-track', 'plan.cutoff'],
    ['at-risk', 'plan.cutoff'],
    ['too-late', 'plan.cutoff'],
  ])('%s: the notice of the family’s own keeps its emoji, its flag and its commas', (verdict, name) => {
    const entry = readWithIcalJs(of(verdict, 'zh').feed).events.find(({ uid }) => uid.includes(`.${name}@`));

    // A backslash is written full-width, because three programs misread an escaped one.
    expect(entry?.description).toContain(OWN_NOTICE.replace('\\', '＼'));
  });
});

/** Those of the family and its employer, on the way that is recommended. */
function ownStepsOf({ routes, recommendedRoute }: ToldPlan): readonly ToldActivity[] {
  const activities = routes.find(({ id }) => id === recommendedRoute)?.activities ?? [];
  return activities.filter(({ actor }) => actor !== 'office');
}

for (const { name, debian, isInstalled } of PYTHON_READERS) {
  tellSkipped(isInstalled ? [] : [debian], `what ${name} reads in our calendars`);

  describe.skipIf(!isInstalled)(`${name} reads what ical.js reads, field by field`, () => {
    let reader: ForeignReader;
    beforeAll(() => {
      reader = openReader(name);
    });
    afterAll(() => reader.close());

    test.each(ALL)('%s, %s', async (verdict, locale) => {
      const { feed, file } = of(verdict, locale);

      for (const text of [feed, file]) {
        const read = await reader.read(text);
        expect(read).toEqual(readWithIcalJs(text));
      }
    });
  });
}
