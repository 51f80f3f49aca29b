// What subscribers see of a plan as time passes and things change: which entries stay, move, fall away, and that their
// numbers tell the truth about it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Revision, reviseCalendar } from '../../src/app/calendar-history.ts';
import { addDays, type Day, formatDay } from '../../src/domain/day.ts';
import type { CalendarEvent, EntryContent } from '../../src/ports/calendar-store.ts';
import type { Instant } from '../../src/ports/clock.ts';
import { forAll } from '../support/laws.ts';
import { day } from '../support/sample-plan.ts';

function entry(name: string, on: string, changes: Partial<EntryContent> = {}): EntryContent {
  return { name, day: day(on), summary: name, description: '', url: null, alarms: [], ...changes };
}

function at(today: string, changes: Partial<Revision> = {}): Revision {
  return {
    today: day(today),
    now: (day(today) * 86_400_000) as Instant,
    onlyTimePassed: true,
    cancelledTitle: (summary) => `【已取消】${summary}`,
    ...changes,
  };
}

/** The calendar as it was first published on Sunday 22 November. */
const first = (...entries: EntryContent[]) => reviseCalendar([], entries, at('2026-11-22'));

function shown(events: readonly CalendarEvent[]) {
  return events.map(({ name, day: on, sequence, cancelledOn }) =>
    [
      name,
      formatDay(on),
      sequence,
      ...(cancelledOn === null ? [] : [`cancelled ${formatDay(cancelledOn)}`]),
    ].join(' '),
  );
}

const RENEW = entry('renew-permit.step', '2026-12-09');
const CHECK = entry('payment-check.step', '2026-12-22');

describe('while only time passes', () => {
  it('an entry keeps its day, its number and its time, wherever the plan would have it this morning', () => {
    const history = first(RENEW, CHECK);

    const next = reviseCalendar(history, [RENEW, { ...CHECK, day: day('2026-12-23') }], at('2026-11-23'));

    expect(next).toEqual(history);
  });

  it('one whose day has passed moves to where the plan has it now, with the next number', () => {
    const history = first(CHECK);

    const next = reviseCalendar(history, [{ ...CHECK, day: day('2026-12-28') }], at('2026-12-23'));

    expect(shown(next)).toEqual(['payment-check.step 2026-12-28 1']);
    expect(next[0]?.changedAt).toBe(at('2026-12-23').now);
  });

  it('one that has passed and is not part of the plan any more stays as it was: from that day it was possible', () => {
    const opens = entry('renew-permit.opens', '2026-12-02');

    expect(shown(reviseCalendar(first(opens, RENEW), [RENEW], at('2026-12-03')))).toEqual([
      'renew-permit.step 2026-12-09 0',
      'renew-permit.opens 2026-12-02 0',
    ]);
  });
});

describe('while only time passes, nothing is told anew that came out the same', () => {
  it('an entry whose day has passed keeps its words, also when a new year would tell its day with the year', () => {
    const history = first(CHECK);

    expect(reviseCalendar(history, [{ ...CHECK, description: '2026年12月22日' }], at('2027-01-01'))).toEqual(
      history,
    );
  });

  it('an opening is not cancelled because another step is now the reason for the day', () => {
    const opens = entry('renew-permit.opens', '2026-12-02');
    const history = first(opens, RENEW);

    expect(reviseCalendar(history, [RENEW], at('2026-11-30'))).toEqual([history[1], history[0]]);
  });

  it('the entry that says to ask today stays where it was said', () => {
    const today = entry('plan.today', '2026-11-22');
    const history = first(today);

    expect(reviseCalendar(history, [{ ...today, day: day('2026-11-25') }], at('2026-11-25'))).toEqual(
      history,
    );
  });
});

describe('when a fact, the policy or the route has changed', () => {
  const changed = at('2026-11-23', { onlyTimePassed: false });

  it('an entry follows the plan, also to another day', () => {
    const next = reviseCalendar(first(RENEW, CHECK), [{ ...RENEW, day: day('2026-12-08') }, CHECK], changed);

    expect(shown(next)).toEqual(['renew-permit.step 2026-12-08 1', 'payment-check.step 2026-12-22 0']);
  });

  it.each([
    ['summary', { summary: 'other' }],
    ['description', { description: 'other' }],
    ['link', { url: 'https://lastbus.example/plans/y' }],
  ])('a new %s is a change, too', (_, other) => {
    expect(shown(reviseCalendar(first(RENEW), [{ ...RENEW, ...other }], changed))).toEqual([
      'renew-permit.step 2026-12-09 1',
    ]);
  });

  it('one that falls away is cancelled, says so in its title and rings no more', () => {
    const ringing = { ...RENEW, alarms: [{ secondsBefore: 54_000, text: 'x' }] };

    const [, gone] = reviseCalendar(first(ringing, CHECK), [CHECK], changed);

    expect(gone).toMatchObject({
      sequence: 1,
      summary: '【已取消】renew-permit.step',
      alarms: [],
      cancelledOn: day('2026-11-23'),
      changedAt: changed.now,
    });
  });

  it('one of today has come true and stays as it was', () => {
    const opens = entry('renew-permit.opens', '2026-11-23');

    expect(shown(reviseCalendar(first(opens, CHECK), [CHECK], changed))).toEqual([
      'payment-check.step 2026-12-22 0',
      'renew-permit.opens 2026-11-23 0',
    ]);
  });

  it('one that comes back after that takes up its number', () => {
    const gone = reviseCalendar(first(RENEW, CHECK), [CHECK], changed);

    const back = reviseCalendar(gone, [RENEW, CHECK], at('2026-11-24', { onlyTimePassed: false }));

    expect(shown(back)).toEqual(['renew-permit.step 2026-12-09 2', 'payment-check.step 2026-12-22 0']);
    expect(back[0]?.summary).toBe('renew-permit.step');
  });
});

describe('an entry that was cancelled on Monday 23 November', () => {
  const gone = reviseCalendar(first(RENEW, CHECK), [CHECK], at('2026-11-23', { onlyTimePassed: false }));

  it.each([
    ['stays until Sunday 21 February, the 90th day', '2027-02-21', 2],
    ['is dropped on Monday 22 February', '2027-02-22', 1],
  ])('%s', (_, today, count) => {
    expect(reviseCalendar(gone, [CHECK], at(today))).toHaveLength(count);
  });
});

describe('whatever happens', () => {
  const names = ['a', 'b', 'c'];
  const aDay = fc.integer({ min: 0, max: 20 }).map((days) => addDays(day('2026-12-01'), days));
  const contents = fc
    .tuple(fc.subarray(names), fc.array(aDay, { minLength: 3, maxLength: 3 }))
    .map(([present, days]) =>
      present.map(
        (name): EntryContent => ({ ...entry(name, '2026-12-01'), day: days[names.indexOf(name)] as Day }),
      ),
    );
  const steps = fc.array(fc.tuple(contents, fc.nat({ max: 3 }), fc.boolean()), {
    minLength: 1,
    maxLength: 8,
  });

  it('a number and its time rise exactly when what an entry says changes, and no name is there twice', () => {
    forAll(steps, 300, (sequence) => {
      let today = day('2026-12-01');
      let events: readonly CalendarEvent[] = [];
      for (const [fresh, days, onlyTimePassed] of sequence) {
        today = addDays(today, days);
        const revision = { ...at(formatDay(today)), onlyTimePassed };
        const next = reviseCalendar(events, fresh, revision);
        expect(new Set(next.map(({ name }) => name)).size).toBe(next.length);
        for (const event of next) {
          const before = events.find(({ name }) => name === event.name);
          if (before === undefined) continue;
          const { sequence: old, changedAt: oldTime, ...oldWords } = before;
          const { sequence: number, changedAt, ...words } = event;
          const isSame = JSON.stringify(words) === JSON.stringify(oldWords);
          expect([number - old, isSame ? changedAt === oldTime : changedAt === revision.now]).toEqual([
            isSame ? 0 : 1,
            true,
          ]);
        }
        // Every entry of the plan stands, and nothing else that is still to come.
        expect(next.filter(({ cancelledOn }) => cancelledOn === null).map(({ name }) => name)).toEqual(
          expect.arrayContaining(fresh.map(({ name }) => name)),
        );
        events = next;
      }
    });
  });

  it('the same plan on the same day changes nothing', () => {
    forAll(fc.tuple(contents, contents), 200, ([before, after]) => {
      const revision = at('2026-12-05', { onlyTimePassed: false });
      const once = reviseCalendar(reviseCalendar([], before, at('2026-12-03')), after, revision);

      expect(reviseCalendar(once, after, { ...revision, onlyTimePassed: true })).toEqual(once);
    });
  });
});
