// A plan as a calendar, beside what ical-generator alone takes to write the same events.

import { renderCalendar } from '../../src/emitters/calendar/render-calendar.ts';
import { readBack, writeAlone } from '../calendar/ical-generator-alone.ts';
import { planOf } from '../roster/chains.ts';
import { ONLINE_CASE } from '../roster/online-case.ts';
import type { Figure, Finding, Part, Spread } from '../runner/figure.ts';
import { mapSpread, timesInTurns } from '../runner/timing.ts';

/** One calendar is too short to be measured. */
const PASSES = 50;
const RUNS = { warmUps: 5, runs: 15 };
const GOAL = { is: 'at most', ratio: 2 } as const;

export const part: Part = async () => [...(await findingsOf('feed')), ...(await findingsOf('file'))];

async function findingsOf(kind: 'feed' | 'file'): Promise<Finding[]> {
  const plan = planOf(ONLINE_CASE);
  const options = {
    locale: 'zh',
    kind,
    calendarId: '0123456789abcdef0123',
    host: 'lastbus.example.org',
    stamp: Date.UTC(2026, 10, 22),
    sequence: 3,
    viewUrl: 'https://lastbus.example.org/plans/0123456789abcdefABCDEF',
  } as const;
  const text = renderCalendar(plan, options);
  const read = readBack(text);
  const { alone, rendered, fresh } = await timesInTurns(
    {
      alone: () => repeated(() => writeAlone(read)),
      rendered: () => repeated(() => renderCalendar(plan, options)),
      fresh: () => repeated(() => renderCalendar(planOf(ONLINE_CASE), options)),
    },
    RUNS,
  );
  const size = `${kind} of ${read.events.length} events`;
  const figure = (what: string, ours: Spread, goal: Figure['goal']): Figure => ({
    what: `${size}: ${what}`,
    unit: 'ms',
    ours: each(ours),
    beside: { what: 'ical-generator alone', figure: each(alone) },
    ratio: 'ours/beside',
    goal,
  });
  const lengths = `${Buffer.byteLength(text)} octets by us, ${Buffer.byteLength(writeAlone(read))} by ical-generator alone`;
  return [
    figure('the plan put into words and written', rendered, GOAL),
    figure('planned, put into words and written', fresh, null),
    `The same ${size}: ${lengths}.`,
  ];
}

function repeated(write: () => string): string[] {
  return Array.from({ length: PASSES }, write);
}

/** Of one calendar. */
function each(spread: Spread): Spread {
  return mapSpread(spread, (milliseconds) => milliseconds / PASSES);
}
