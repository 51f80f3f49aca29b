// Everybody's answers → the roster: ranked, counted, with what was assumed and when HR serves whom.

import type { Day } from '../domain/day.ts';
import type { HrCapacity } from '../domain/roster/hr-capacity.ts';
import type { Assumption, Roster, RosterEntry } from '../domain/roster/roster.ts';
import type { RosterAnswer } from '../domain/roster/roster-answer.ts';
import { compareUrgency } from '../domain/roster/urgency.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { PublishedCalendar } from '../policies/calendars/calendar-file.ts';
import type { Policy } from '../policies/policy.ts';
import { planRosterWaves } from './roster-capacity.ts';
import type { RosterPlanner } from './roster-planner.ts';

export interface AnsweredRoster extends Pick<RosterPlanner, 'definitions'> {
  readonly policy: Policy;
  readonly calendar: PublishedCalendar;
  readonly asOf: Day;
  /** Null: nobody said how much HR can do in a day. */
  readonly capacity: HrCapacity | null;
  /** In any order. */
  readonly entries: readonly RosterEntry[];
  /** Rows that are not among the entries because something in them is at fault. */
  readonly faultyRows: number;
}

/** The roster, the most urgent first; of equals the first in the file. */
export function assembleRoster(answered: AnsweredRoster): Roster {
  const { policy, calendar, asOf, capacity, faultyRows, definitions } = answered;
  const entries = rank(answered.entries);
  const people = peopleByAnswer(entries);
  const count = (is: (answer: RosterAnswer) => boolean) =>
    [...people].reduce((sum, [answer, number]) => sum + (is(answer) ? number : 0), 0);
  const verdicts = new Map<Verdict, number>();
  for (const [{ verdict }, number] of people) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + number);
  const cutoffs = Map.groupBy(people.keys(), ({ cutoff }) => `${cutoff.on} ${cutoff.at}`);
  return {
    policy,
    asOf,
    cutoffs: [...cutoffs.values()].flatMap(([first]) => first?.cutoff ?? []).toSorted((a, b) => a.on - b.on),
    entries,
    faultyRows,
    verdicts,
    assumed: policy.facts.flatMap(({ id }): Assumption[] => {
      const definition = definitions.get(id);
      const number = count(({ missing }) => missing.includes(id));
      return definition === undefined || number === 0 ? [] : [{ fact: id, ...definition, people: number }];
    }),
    waves: capacity === null ? null : planRosterWaves(entries, capacity, calendar),
  };
}

/** Distinct answers are few, so they are compared once each and not once for every person. */
function rank(entries: readonly RosterEntry[]): RosterEntry[] {
  const answers = [...new Set(entries.map(({ answer }) => answer))].toSorted(compareUrgency);
  const places = new Map<RosterAnswer, number>();
  let place = 0;
  for (const [index, answer] of answers.entries()) {
    const before = answers[index - 1];
    if (before !== undefined && compareUrgency(before, answer) !== 0) place = index;
    places.set(answer, place);
  }
  const placeOf = ({ answer }: RosterEntry) => places.get(answer) ?? 0;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b) || a.line - b.line);
}

function peopleByAnswer(entries: readonly RosterEntry[]): Map<RosterAnswer, number> {
  const people = new Map<RosterAnswer, number>();
  for (const { answer } of entries) people.set(answer, (people.get(answer) ?? 0) + 1);
  return people;
}
