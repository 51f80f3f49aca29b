// One chain as long as wanted, with everything that the passes can meet on the way but max lags: both units, lags,
// closed offices, finishes that roll, windows.

import { addDays } from '../../src/domain/day.ts';
import type { Period, Unit } from '../../src/domain/duration.ts';
import type { ActivityDescription, NetworkDescription } from '../../src/domain/network.ts';
import { buildWorkingCalendar } from '../../src/domain/working-calendar.ts';
import { dayOfText } from './cases.ts';

/** More than any activity below takes, with its lag and the days off behind it. */
const DAYS_PER_ACTIVITY = 9;

/** A chain that is feasible: its cutoff lies behind everything. The calendar rests at weekends only. */
export function longChain(length: number): NetworkDescription {
  const asOf = dayOfText('2000-01-03');
  const cutoff = addDays(asOf, length * DAYS_PER_ACTIVITY);
  const calendar = buildWorkingCalendar({
    id: 'weekends',
    weekend: [6, 7],
    closures: [],
    makeUpWorkingDays: [],
    coversFrom: addDays(asOf, -30),
    coversUntil: addDays(cutoff, 30),
    afterCover: 'closed',
  });
  const activities = Array.from({ length }, (_, index) => link(index));
  return { id: 'long-chain', asOf, cutoff, horizon: null, calendar, activities };
}

function link(index: number): ActivityDescription {
  const unit: Unit = index % 2 === 0 ? 'working-days' : 'calendar-days';
  const takes = (amount: number): Period => ({ amount, unit });
  const longest = index % 4;
  return {
    id: `a${index}`,
    durations: { min: takes(0), mode: takes(longest >> 1), max: takes(longest), statutory: takes(longest) },
    outcomes: [{ period: takes(longest), weight: 1 }],
    startsOn: index % 3 === 0 ? 'working-day' : 'any-day',
    finishRolls: index % 5 === 0 ? 'forward' : 'none',
    after:
      index === 0
        ? []
        : [{ predecessor: `a${index - 1}`, minLag: { amount: index % 7 === 0 ? 1 : 0, unit }, maxLag: null }],
    opensOn: null,
    closesOn: null,
    finishNoLaterThan: null,
    startedOn: null,
    finishedOn: null,
  };
}
