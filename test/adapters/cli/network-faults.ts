// Every way in which a network is refused: one change to a valid one, and what is told of it.

import { CHINA, DAY, type Json, OWN_CALENDAR, SAME_DAY } from './networks.ts';

/** What is wrong, the change that makes it so, and each fault after the part of the line at which it stands. */
type FaultyNetwork = readonly [
  wrong: string,
  changes: Json,
  faults: readonly (readonly [at: string, fault: string])[],
];

export const FAULTY_NETWORKS: readonly FaultyNetwork[] = [
  [
    'an unknown key',
    { colour: 'red' },
    [['"colour"', '$.colour: unknown key, "colour", allowed: no other keys than those documented']],
  ],
  [
    'a day that is none',
    { asOf: '2026-02-30' },
    [['"asOf"', `$.asOf: not an allowed value, "2026-02-30", allowed: ${DAY}`]],
  ],
  ['no cutoff', { cutoff: undefined }, [['{"id"', `$.cutoff: missing, allowed: ${DAY}`]]],
  [
    'a calendar that nobody has',
    { calendar: 'mars' },
    [['"calendar"', '$.calendar: unknown calendar, "mars", allowed: china, or a calendar written out']],
  ],
  [
    'a calendar that ends before it begins',
    { calendar: { ...OWN_CALENDAR, coversUntil: '2026-11-30' } },
    [
      [
        '"coversFrom"',
        '$.calendar.coversFrom: not an allowed value, "2026-12-01", allowed: a day on or before coversUntil',
      ],
    ],
  ],
  [
    'no activity',
    { activities: [] },
    [['"activities"', '$.activities: not an allowed value, [], allowed: at least one activity']],
  ],
  [
    'durations out of order, a unit that is none, a negative amount',
    {
      activities: [
        { id: 'a', duration: { unit: 'calendar-days', min: 3, mode: 2, max: 5 } },
        { id: 'b', duration: { unit: 'weeks', min: -1, mode: 0, max: 0 } },
      ],
    },
    [
      [
        '"mode":2',
        '$.activities[0].duration.mode: not an allowed value, 2, allowed: min <= mode <= max (3…5)',
      ],
      [
        '"unit":"weeks"',
        '$.activities[1].duration.unit: not an allowed value, "weeks", allowed: calendar-days | working-days',
      ],
      [
        '"min":-1',
        '$.activities[1].duration.min: not an allowed value, -1, allowed: a whole number, 0 or more',
      ],
    ],
  ],
  [
    'a weight of nothing, and one outside min to max',
    {
      activities: [
        { id: 'a', duration: { unit: 'calendar-days', min: 1, mode: 1, max: 2, weights: [[1, 0]] } },
        {
          id: 'b',
          duration: {
            unit: 'calendar-days',
            min: 1,
            mode: 1,
            max: 2,
            weights: [
              [1, 4],
              [3, 1],
            ],
          },
        },
      ],
    },
    [
      [
        '0]]',
        '$.activities[0].duration.weights[0][1]: not an allowed value, 0, allowed: a whole number, 1 or more',
      ],
      [
        '[3,1]',
        '$.activities[1].duration.weights[1]: not an allowed value, [3,1], allowed: an amount from min to max (1…2)',
      ],
    ],
  ],
  [
    'a cycle',
    {
      activities: [
        { id: 'a', duration: SAME_DAY, after: [{ activity: 'b' }] },
        { id: 'b', duration: SAME_DAY, after: [{ activity: 'a' }] },
      ],
    },
    [
      [
        '"activities"',
        '$.activities: cycle, "b -> a -> b", allowed: activities that do not wait for themselves',
      ],
    ],
  ],
  [
    'an id twice, a predecessor that is not there, and days outside the cover, all at once',
    {
      cutoff: '2035-01-05',
      activities: [
        { id: 'a', duration: SAME_DAY },
        { id: 'a', duration: SAME_DAY, finishNoLaterThan: '2015-12-31', after: [{ activity: 'c' }] },
      ],
    },
    [
      [
        '"id":"a","duration":{"unit":"calendar-days","min":0,"mode":0,"max":0},"fin',
        '$.activities[1].id: duplicate id, "a", allowed: an id that no other activity has',
      ],
      [
        '"activity":"c"',
        '$.activities[1].after[0].activity: unknown predecessor, "c", allowed: the id of another activity',
      ],
      ['"cutoff"', `$.cutoff: outside the cover of the calendar "china", "2035-01-05", allowed: ${CHINA}`],
      [
        '"finishNoLaterThan"',
        `$.activities[1].finishNoLaterThan: outside the cover of the calendar "china", "2015-12-31", allowed: ${CHINA}`,
      ],
    ],
  ],
  [
    'a horizon that ends before it begins',
    { horizon: { from: '2026-12-20', until: '2026-12-10' } },
    [
      [
        '"from"',
        '$.horizon.from: after horizon.until, "2026-12-20", allowed: a day on or before horizon.until (2026-12-10)',
      ],
    ],
  ],
  [
    'facts that cannot be: finished before or without a start, later than asOf, before the predecessor',
    {
      activities: [
        { id: 'a', duration: SAME_DAY, startedOn: '2026-12-02', finishedOn: '2026-12-01' },
        { id: 'b', duration: SAME_DAY, finishedOn: '2026-11-30' },
        { id: 'c', duration: SAME_DAY, startedOn: '2026-12-03' },
        { id: 'd', duration: SAME_DAY, after: [{ activity: 'c' }], startedOn: '2026-11-27' },
      ],
    },
    [
      [
        '"finishedOn":"2026-12-01"',
        '$.activities[0].finishedOn: before its start, "2026-12-01", allowed: 2026-12-02 or later',
      ],
      [
        '"finishedOn":"2026-11-30"',
        '$.activities[1].finishedOn: finished without a start, "2026-11-30", allowed: startedOn as well',
      ],
      [
        '"startedOn":"2026-12-03"',
        '$.activities[2].startedOn: a fact later than asOf, "2026-12-03", allowed: 2026-12-02 or earlier',
      ],
      [
        '"startedOn":"2026-11-27"',
        '$.activities[3].startedOn: starts before its predecessor c is finished, "2026-11-27", allowed: finish c first',
      ],
    ],
  ],
];
