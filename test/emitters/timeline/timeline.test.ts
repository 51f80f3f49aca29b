// What the timeline shows, on the sample plan: a permit to Thursday 2026-12-31, looked at on Sunday 2026-11-22, the
// cutoff on Friday 2026-12-25. Sideways places are reckoned here by hand, not by the scale that is tried.

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan.ts';
import type { PlannedActivity } from '../../../src/domain/planned-activity.ts';
import { buildWorkingCalendar } from '../../../src/domain/working-calendar.ts';
import { type Drawing, drawTimeline, type Timeline } from '../../../src/emitters/timeline/timeline.ts';
import { day, samplePlan, samplePlannedActivity, sampleRoute } from '../../support/sample-plan.ts';

function timelineOf(plan: Plan = samplePlan(), locale: 'zh' | 'en' = 'en'): Timeline {
  const timeline = drawTimeline(plan, plan.routes[0], locale);
  if (timeline === null) throw new Error('there is nothing to draw');
  return timeline;
}

function planWith(changes: Partial<PlannedActivity>, others: Partial<Plan> = {}): Plan {
  return samplePlan({ routes: [sampleRoute({ activities: [samplePlannedActivity(changes)] })], ...others });
}

function narrow({ drawings }: Timeline): Drawing {
  const drawing = drawings.find(({ size }) => size === 'narrow');
  if (drawing === undefined) throw new Error('the narrow drawing is missing');
  return drawing;
}

function rowOf(timeline: Timeline, id: string) {
  const row = narrow(timeline)
    .lanes.flatMap(({ rows }) => rows)
    .find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

/** Where a day begins: the narrow drawing gives its days the width from 0.5 to 99.5 percent in equal shares. */
function placeOf({ from, until }: Timeline, text: string): number {
  const days = day(until) - day(from) + 1;
  return 0.5 + (99 * (day(text) - day(from))) / days;
}

describe('the timeline', () => {
  it('shows the days from the day before today, Sat 21 Nov, to the day after the cutoff, Sat 26 Dec', () => {
    const { from, until } = timelineOf();

    expect([from, until]).toEqual(['2026-11-21', '2026-12-26']);
  });

  it('begins the bar of renew-permit on Wednesday 2 December and lets it slip to the end of Wednesday 9', () => {
    const timeline = timelineOf();
    const { earliest, float, latestStart } = rowOf(timeline, 'renew-permit').marks;
    const oneDay = 99 / 36;

    expect(earliest?.x).toBeCloseTo(placeOf(timeline, '2026-12-02'), 2);
    expect(earliest?.width).toBeCloseTo(oneDay, 2);
    expect(float?.x).toBeCloseTo(placeOf(timeline, '2026-12-02'), 2);
    expect((float?.x ?? 0) + (float?.width ?? 0)).toBeCloseTo(placeOf(timeline, '2026-12-10'), 2);
    expect(latestStart).toBeCloseTo(placeOf(timeline, '2026-12-09') + oneDay / 2, 2);
  });

  it('draws HR from Monday 7 to Tuesday 8 December, both whole days', () => {
    const timeline = timelineOf();
    const { earliest } = rowOf(timeline, 'hr-approval').marks;

    expect(earliest?.x).toBeCloseTo(placeOf(timeline, '2026-12-07'), 2);
    expect((earliest?.x ?? 0) + (earliest?.width ?? 0)).toBeCloseTo(placeOf(timeline, '2026-12-09'), 2);
  });

  it('puts each step under whoever acts, with its number in the list of steps', () => {
    const lanes = narrow(timelineOf()).lanes.map(({ title, rows }) => [
      title.text,
      ...rows.map(({ titleLines }) => titleLines[0]?.text),
    ]);

    expect(lanes).toEqual([
      ['You', '1. Renew the residence permit', '4. Register the child', '5. Pay'],
      ['HR', '2. HR approves online'],
      ['The office (you wait)', '3. The points are confirmed'],
    ]);
  });

  it('marks today in the middle of Sunday 22 November and the cutoff in that of Friday 25 December', () => {
    const timeline = timelineOf();
    const { today, cutoff } = narrow(timeline);
    const halfDay = 99 / 72;

    expect(today).toMatchObject({ text: 'today, Sun 22 Nov', beyond: null });
    expect(today.x).toBeCloseTo(placeOf(timeline, '2026-11-22') + halfDay, 2);
    expect(cutoff.text).toBe('cutoff Fri 25 Dec');
    expect(cutoff.x).toBeCloseTo(placeOf(timeline, '2026-12-25') + halfDay, 2);
  });

  it('numbers the Mondays on a phone, and says month and year where there is room', () => {
    const { ticks, months } = narrow(timelineOf());

    expect(ticks.map(({ label }) => label)).toEqual(['23', '30', '7', '14', '21']);
    expect(months.map(({ label }) => label)).toEqual(['Nov 2026', 'Dec']);
    expect(narrow(timelineOf(samplePlan(), 'zh')).months.map(({ label }) => label)).toEqual([
      '11月',
      '2026年12月',
    ]);
  });

  it('shades the weekends: the first, Sat 21 and Sun 22 November, is two days wide', () => {
    const { bands } = narrow(timelineOf());
    const [first] = bands;

    expect(bands.map(({ kind }) => kind)).toEqual(Array(6).fill('rest'));
    expect(first?.x).toBe(0.5);
    expect(first?.width).toBeCloseTo((2 * 99) / 36, 2);
  });

  it('tells holidays, make-up days and what is not published apart, and names the days', () => {
    const calendar = buildWorkingCalendar({
      id: 'sample',
      weekend: [6, 7],
      closures: [day('2026-12-17'), day('2026-12-18')],
      makeUpWorkingDays: [day('2026-12-12')],
      coversFrom: day('2026-11-01'),
      coversUntil: day('2027-03-31'),
      afterCover: 'unpublished',
      uncertain: { finalUntil: day('2026-12-23'), most: null },
    });
    const timeline = timelineOf(samplePlan({ calendar }));
    const kinds = narrow(timeline).bands.map(({ kind }) => kind);

    // Weekends of 21 Nov, 28 Nov, 5 Dec; Sat 12 is worked, Sun 13 not; Thu 17 and Fri 18 off, then the weekend.
    expect(kinds).toEqual(['rest', 'rest', 'rest', 'make-up', 'rest', 'closure', 'rest', 'unpublished']);
    expect(timeline.dayNotes).toEqual([
      'Holidays: Thu 17 Dec to Fri 18 Dec.',
      'Weekend days that are worked: Sat 12 Dec.',
      'From Thu 24 Dec on no notice says yet which days are holidays.',
    ]);
    expect(timeline.legend.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['rest', 'closure', 'make-up', 'unpublished']),
    );
  });

  it('shows by how much a step is too late: from its latest start, Wed 9, to its earliest, Wed 16 December', () => {
    const late = {
      earliestStartOn: day('2026-12-16'),
      earliestFinishOn: day('2026-12-16'),
      totalFloatDays: -7,
    };
    const timeline = timelineOf(planWith(late, { asOf: day('2026-12-16') }));
    const { marks, noteLines } = rowOf(timeline, 'renew-permit');

    expect(marks.float).toBeNull();
    expect(marks.late?.x).toBeCloseTo(placeOf(timeline, '2026-12-09'), 2);
    expect((marks.late?.x ?? 0) + (marks.late?.width ?? 0)).toBeCloseTo(placeOf(timeline, '2026-12-17'), 2);
    expect(noteLines.map(({ text }) => text).join(' ')).toContain('7 days too late');
    expect(timeline.legend.map(({ key }) => key)).toContain('late');
  });

  it('shows what is done where it was done, with no float and no latest start', () => {
    const done = {
      state: 'done',
      totalFloatDays: null,
      totalFloatWorkingDays: null,
      mustFinishBy: null,
    } as const;
    const timeline = timelineOf(
      planWith({ ...done, latestStartOn: day('2026-12-02') }, { asOf: day('2026-12-03') }),
    );
    const { marks, noteLines } = rowOf(timeline, 'renew-permit');

    expect(marks).toMatchObject({ float: null, late: null, latestStart: null });
    expect(marks.earliest?.x).toBeCloseTo(placeOf(timeline, '2026-12-02'), 2);
    expect(noteLines.map(({ text }) => text)).toEqual(['finished Wed 2 Dec']);
  });

  it('splits the days that a notice may still move from those that are certain', () => {
    const timeline = timelineOf(
      planWith({
        earliestStartOn: day('2026-12-28'),
        earliestFinishOn: day('2027-01-06'),
        provisional: { earliestFinishOn: [day('2027-01-04'), day('2027-01-06')] },
        latestStartOn: null,
        mustFinishBy: null,
      }),
    );
    const { earliest, unsure } = rowOf(timeline, 'renew-permit').marks;

    expect(earliest?.x).toBeCloseTo(placeOf(timeline, '2026-12-28'), 2);
    expect((earliest?.x ?? 0) + (earliest?.width ?? 0)).toBeCloseTo(placeOf(timeline, '2027-01-05'), 2);
    expect(unsure?.x).toBeCloseTo(placeOf(timeline, '2027-01-04'), 2);
    expect((unsure?.x ?? 0) + (unsure?.width ?? 0)).toBeCloseTo(placeOf(timeline, '2027-01-07'), 2);
  });

  it('spans the end of a year and says the new one', () => {
    const { months } = narrow(
      timelineOf(planWith({ earliestFinishOn: day('2027-01-20'), latestStartOn: null, mustFinishBy: null })),
    );

    expect(months.map(({ label }) => label)).toContain('Jan 2027');
  });

  it('looked at from Wednesday 1 July keeps December wide and points to today at its edge', () => {
    const timeline = timelineOf(samplePlan({ asOf: day('2026-07-01') }));

    expect(timeline.from).toBe('2026-12-01');
    expect(narrow(timeline).today).toMatchObject({ beyond: 'before', x: 0.5 });
  });

  it.each([
    ['a cutoff on Friday 31 December 9999', {}, '9999-12-31', '2026-11-21', '2027-11-24', 'after'],
    ['a cutoff on Monday 1 January 0001', {}, '0001-01-01', '2025-11-20', '2026-12-10', 'before'],
    [
      'a step begun on Monday 1 January 0001',
      { state: 'running', earliestStartOn: day('0001-01-01') },
      '2026-12-25',
      '2025-11-20',
      '2026-12-26',
      null,
    ],
  ] as const)(
    'of %s shows a year from today, and nobody can make it draw thousands',
    (_, step, cutoff, from, until, beyond) => {
      const plan = planWith(step);

      const timeline = timelineOf({ ...plan, cutoff: { ...plan.cutoff, on: day(cutoff) } });

      expect([timeline.from, timeline.until]).toEqual([from, until]);
      expect(narrow(timeline).cutoff.beyond).toBe(beyond);
      for (const { months, bands } of timeline.drawings) {
        expect(months.length).toBeLessThan(16);
        expect(bands.length).toBeLessThan(200);
      }
    },
  );

  it('names each month of half a year when there is no room for weeks', () => {
    const { ticks, months } = narrow(
      timelineOf(planWith({ earliestStartOn: day('2026-07-01') }, { asOf: day('2026-07-01') })),
    );

    expect(ticks).toEqual([]);
    expect(months.map(({ label }) => label)).toEqual(['Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']);
  });

  it('says in a table what the drawing shows, each day with its weekday', () => {
    const rows = timelineOf(planWith({ opensOn: day('2026-12-02'), closesOn: day('2026-12-31') })).table;

    expect(rows).toEqual([
      {
        id: 'renew-permit',
        head: '1. Renew the residence permit',
        cells: [
          { text: 'You', notes: [] },
          { text: 'Wed 2 Dec', notes: ['accepted from Wed 2 Dec, until Thu 31 Dec'] },
          { text: 'Wed 9 Dec', notes: [] },
          { text: '7 days, 5 working days to spare', notes: [] },
        ],
      },
    ]);
  });

  it('draws nothing where no route is open, or no step has a day', () => {
    const plan = samplePlan();
    const unknown = { earliestStartOn: null, earliestFinishOn: null };

    expect(drawTimeline(plan, undefined, 'en')).toBeNull();
    expect(drawTimeline(plan, sampleRoute({ activities: [] }), 'en')).toBeNull();
    expect(
      drawTimeline(plan, sampleRoute({ activities: [samplePlannedActivity(unknown)] }), 'en'),
    ).toBeNull();
  });
});
