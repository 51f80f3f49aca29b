// What follows from what a family records: an office's wait begins when the step before it is finished, and is over
// when the step after it has begun. The chain: renew (Wed 2 December 2026), the office's wait, the form.

import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/domain/day.ts';
import type { ActivityDescription } from '../../src/domain/network.ts';
import { inferOfficeWaits } from '../../src/policies/compile/office-waits.ts';
import { china } from '../support/china.ts';
import { activity } from '../support/network.ts';
import { day } from '../support/sample-plan.ts';

/** `2026-12-02..2026-12-07`, `2026-12-02..` where it still runs, `` where it has not begun. */
function daysOf({ startedOn, finishedOn }: ActivityDescription): string {
  if (startedOn === null) return '';
  return `${formatDay(startedOn)}..${finishedOn === null ? '' : formatDay(finishedOn)}`;
}

type Days = readonly [startedOn?: string, finishedOn?: string];

function recorded([startedOn, finishedOn]: Days) {
  return {
    startedOn: startedOn === undefined ? null : day(startedOn),
    finishedOn: finishedOn === undefined ? null : day(finishedOn),
  };
}

interface Chain {
  readonly asOf: string;
  readonly renew?: Days;
  readonly wait?: Days;
  readonly form?: Days;
  readonly minLag?: string;
  readonly startsOn?: 'any-day' | 'working-day';
}

/** The wait of the chain after what was recorded is thought through. */
function waitOf({
  asOf,
  renew = [],
  wait = [],
  form = [],
  minLag = '0',
  startsOn = 'any-day',
}: Chain): string {
  const [, inferred] = inferOfficeWaits(china, day(asOf), [
    { description: activity('renew', recorded(renew)), isOffice: false },
    {
      description: activity('wait', {
        ...recorded(wait),
        takes: '3wd',
        startsOn,
        after: [{ id: 'renew', minLag }],
      }),
      isOffice: true,
    },
    { description: activity('form', { ...recorded(form), after: ['wait'] }), isOffice: false },
  ]);
  if (inferred === undefined) throw new Error('the chain of a test has no wait');
  return daysOf(inferred);
}

const RENEWED: Days = ['2026-12-02', '2026-12-02'];

describe("an office's wait that nobody recorded", () => {
  it.each<[string, Chain, string]>([
    ['has not begun while nothing before it has', { asOf: '2026-12-04' }, ''],
    ['has not begun while what it waits for still runs', { asOf: '2026-12-04', renew: ['2026-12-02'] }, ''],
    ['runs since the day of the renewal, Wed 2', { asOf: '2026-12-04', renew: RENEWED }, '2026-12-02..'],
    ['runs since that very day', { asOf: '2026-12-02', renew: RENEWED }, '2026-12-02..'],
    [
      'is over when the form was begun, Mon 7',
      { asOf: '2026-12-08', renew: RENEWED, form: ['2026-12-07'] },
      '2026-12-02..2026-12-07',
    ],
    [
      'begins after its lag: two working days after Wed 2 is Fri 4',
      { asOf: '2026-12-05', renew: RENEWED, minLag: '2wd' },
      '2026-12-04..',
    ],
    ['has not begun before its lag is over', { asOf: '2026-12-03', renew: RENEWED, minLag: '2wd' }, ''],
    [
      'begins on a working day if it must: renewed on Sat 5, on Mon 7',
      { asOf: '2026-12-09', renew: ['2026-12-05', '2026-12-05'], startsOn: 'working-day' },
      '2026-12-07..',
    ],
    [
      'that must begin on a working day has not begun on Sunday 6',
      { asOf: '2026-12-06', renew: ['2026-12-05', '2026-12-05'], startsOn: 'working-day' },
      '',
    ],
    [
      'is not over by a form that was begun before the wait could be',
      { asOf: '2026-12-08', renew: RENEWED, form: ['2026-12-01'] },
      '2026-12-02..',
    ],
    [
      'that lies after the calendar is not thought of',
      { asOf: '2026-12-28', renew: ['2026-12-28', '2026-12-28'], minLag: '9999wd' },
      '',
    ],
  ])('%s', (_, chain, expected) => {
    expect(waitOf(chain)).toBe(expected);
  });

  it.each<[string, Chain, string]>([
    [
      'recorded as running stays running',
      { asOf: '2026-12-08', renew: RENEWED, wait: ['2026-12-03'], form: ['2026-12-07'] },
      '2026-12-03..',
    ],
    [
      'recorded as over keeps its days',
      { asOf: '2026-12-08', renew: RENEWED, wait: ['2026-12-03', '2026-12-04'], form: ['2026-12-07'] },
      '2026-12-03..2026-12-04',
    ],
  ])('but one %s', (_, chain, expected) => {
    expect(waitOf(chain)).toBe(expected);
  });
});

describe('office waits in a network', () => {
  const done = (from: string, until: string) => recorded([from, until]);

  it.each([[['renew', 'papers']], [['papers', 'renew']]])(
    'begin when the last of %j is finished, and end when the first of what follows begins',
    (after) => {
      const [, , wait] = inferOfficeWaits(china, day('2026-12-18'), [
        { description: activity('renew', done('2026-12-02', '2026-12-02')), isOffice: false },
        { description: activity('papers', done('2026-12-03', '2026-12-04')), isOffice: false },
        { description: activity('wait', { after }), isOffice: true },
        { description: activity('late', { ...recorded(['2026-12-10']), after: ['wait'] }), isOffice: false },
        { description: activity('early', { ...recorded(['2026-12-09']), after: ['wait'] }), isOffice: false },
      ]);

      expect(wait && daysOf(wait)).toBe('2026-12-04..2026-12-09');
    },
  );

  it('have not begun while one of several steps before them is not finished', () => {
    const [, , wait] = inferOfficeWaits(china, day('2026-12-18'), [
      { description: activity('renew', done('2026-12-02', '2026-12-02')), isOffice: false },
      { description: activity('papers', recorded(['2026-12-03'])), isOffice: false },
      { description: activity('wait', { after: ['renew', 'papers'] }), isOffice: true },
    ]);

    expect(wait && daysOf(wait)).toBe('');
  });

  it('that wait for nothing are not inferred: nobody knows when they begin', () => {
    const [wait] = inferOfficeWaits(china, day('2026-12-18'), [
      { description: activity('wait'), isOffice: true },
    ]);

    expect(wait && daysOf(wait)).toBe('');
  });

  it('leave the steps of the family and of its employer as they were recorded, and everything in its order', () => {
    const steps = [
      { description: activity('renew', done('2026-12-02', '2026-12-02')), isOffice: false },
      { description: activity('form', { after: ['renew'] }), isOffice: false },
      { description: activity('hr', { after: ['form'], startsOn: 'working-day' }), isOffice: false },
    ];

    expect(inferOfficeWaits(china, day('2026-12-18'), steps)).toEqual(
      steps.map(({ description }) => description),
    );
  });

  it('keep all that is not a fact: durations, lags, windows', () => {
    const description = activity('wait', {
      takes: '3wd',
      after: [{ id: 'renew', minLag: '1wd', maxLag: '9d' }],
    });

    const [, wait] = inferOfficeWaits(china, day('2026-12-18'), [
      { description: activity('renew', done('2026-12-02', '2026-12-02')), isOffice: false },
      { description, isOffice: true },
    ]);

    expect(wait).toEqual({ ...description, startedOn: day('2026-12-03') });
  });

  it('two in a row are both over when the step after them has begun', () => {
    const steps = [
      { description: activity('renew', done('2026-12-02', '2026-12-02')), isOffice: false },
      { description: activity('lag', { takes: '3wd', after: ['renew'] }), isOffice: true },
      { description: activity('check', { takes: '1wd', after: ['lag'] }), isOffice: true },
      {
        description: activity('form', { ...done('2026-12-09', '2026-12-09'), after: ['check'] }),
        isOffice: false,
      },
    ];

    const [, lag, check] = inferOfficeWaits(china, day('2026-12-10'), steps);

    // Nobody knows when the first ended and the second began; both were over on Wed 9, when the form was sent.
    expect(lag && daysOf(lag)).toBe('2026-12-02..2026-12-09');
    expect(check && daysOf(check)).toBe('2026-12-09..2026-12-09');
  });
});
