// When everybody is served, with what HR can do on each day.

import type { Day } from '../domain/day.ts';
import type { DayRange, HrCapacity } from '../domain/roster/hr-capacity.ts';
import { oneMoreHand } from '../domain/roster/one-more-hand.ts';
import type { RosterEntry, RosterWaves, ServedDay } from '../domain/roster/roster.ts';
import type { RosterStep } from '../domain/roster/roster-answer.ts';
import type { UnitTask } from '../domain/roster/serve-by-deadline.ts';
import { type HandsNeeded, type Places, planWaves, type Wave } from '../domain/roster/waves.ts';
import { isWorkingDay, nullOutsideCover } from '../domain/working-calendar.ts';
import type { PublishedCalendar } from '../policies/calendars/calendar-file.ts';

/** @param entries the most urgent first */
export function planRosterWaves(
  entries: readonly RosterEntry[],
  capacity: HrCapacity,
  { workingCalendar }: PublishedCalendar,
): RosterWaves {
  // A day whose holidays nobody knows yet is no day to plan on.
  const works = (day: Day) => nullOutsideCover(() => isWorkingDay(workingCalendar, day)) ?? false;
  const places: Places = { approvals: placesOf('approvals'), visits: placesOf('visits') };
  const indexes = [...entries.keys()].filter((index) => needsHands(entries[index]));
  const people = indexes.map((index) => handsOf(entries[index]));
  const { waves, left, leftAtLeast } = planWaves(people, places);
  return {
    waves: new Map(indexes.map((index, at) => [index, waves[at] ?? null])),
    left,
    leftAtLeast,
    days: servedDays(waves, places),
    oneMoreHand: oneMoreHand(people, places, works),
  };

  function placesOf(kind: keyof Places) {
    const usual = capacity.usual[kind] ?? Number.POSITIVE_INFINITY;
    return (day: Day): number => {
      if (!works(day)) return 0;
      const special = capacity.onDays.findLast((one) => one.kind === kind && isIn(one, day));
      if (special !== undefined) return special.places;
      return capacity.daysOff.some((range) => isIn(range, day)) ? 0 : usual;
    };
  }
}

function isIn({ from, until }: DayRange, day: Day): boolean {
  return day >= from && day <= until;
}

/** Who has a way that is still open, and something of HR's on it. */
function needsHands(entry: RosterEntry | undefined): boolean {
  const { verdict, approval, visit } = entry?.answer ?? {};
  const isOpen = verdict === 'at-risk' || verdict === 'tight' || verdict === 'on-track';
  return isOpen && (taskOf(approval) !== null || taskOf(visit) !== null);
}

function handsOf(entry: RosterEntry | undefined): HandsNeeded {
  const { approval, visit, visitAfter = [] } = entry?.answer ?? {};
  const first = approval?.from ?? null;
  return {
    approval: taskOf(approval),
    visit: taskOf(visit),
    visitFrom: (day) => (first === null ? day : (visitAfter[day - first] ?? null)),
  };
}

function taskOf(step: RosterStep | null | undefined): UnitTask | null {
  if (!step || step.from === null || step.until === null) return null;
  return { from: step.from, until: step.until };
}

function servedDays(waves: readonly (Wave | null)[], places: Places): ServedDay[] {
  const approvals = countBy(waves, (wave) => wave.approval?.on);
  const visits = countBy(waves, (wave) => wave.visit?.on);
  const days = [...new Set([...approvals.keys(), ...visits.keys()])].toSorted((a, b) => a - b);
  const limit = (count: number) => (Number.isFinite(count) ? count : null);
  return days.map((on) => ({
    on,
    approvals: { served: approvals.get(on) ?? 0, places: limit(places.approvals(on)) },
    visits: { served: visits.get(on) ?? 0, places: limit(places.visits(on)) },
  }));
}

function countBy(waves: readonly (Wave | null)[], dayOf: (wave: Wave) => Day | undefined): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const wave of waves) {
    const day = wave === null ? undefined : dayOf(wave);
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}
