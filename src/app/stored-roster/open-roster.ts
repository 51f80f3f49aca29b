// A secret link → the board of a stored roster, as of a day.

import type { Day } from '../../domain/day.ts';
import type { Fault } from '../../domain/problem.ts';
import type { Roster, RosterEntry } from '../../domain/roster/roster.ts';
import type { Instant } from '../../ports/clock.ts';
import type { StoredPlan } from '../../ports/plan-store.ts';
import type { StoredRoster } from '../../ports/roster-store.ts';
import type { ListedSubscription } from '../../ports/subscription-store.ts';
import { assembleRoster } from '../assemble-roster.ts';
import type { Dependencies } from '../dependencies.ts';
import type { PlanTokens } from '../lastbus.ts';
import { caseOfStored, tokensOf } from '../open-plan.ts';
import { todayIn } from '../zoned-time.ts';
import { type FoundRoster, findRoster, type RosterTokens, rosterTokensOf } from './find-roster.ts';
import { listRosterAddresses } from './roster-addresses.ts';
import { plannerOf } from './roster-planners.ts';
import { capacityOf } from './roster-settings.ts';

/** Somebody of whom no plan can be made any more: their policy says something else now. */
export interface MisfitPerson {
  readonly ref: string;
  readonly faults: readonly Fault[];
}

export interface OpenedRoster {
  readonly stored: StoredRoster;
  readonly tokens: RosterTokens;
  /** Null: there is no policy to plan it by any more. */
  readonly roster: Roster | null;
  /** By HR's key: the links of each plan; without those that change it for somebody who may only look. */
  readonly links: ReadonlyMap<string, Pick<PlanTokens, 'edit' | 'view'>>;
  readonly misfits: readonly MisfitPerson[];
  /** Keys of those whose plan was deleted through its own link. */
  readonly deleted: readonly string[];
  /** Who gets its digest; without the addresses for somebody who may only look. */
  readonly subscriptions: readonly ListedSubscription[];
  /** When the roster, or a plan in it, was last changed. */
  readonly changedAt: Instant;
}

/** The board behind an edit or view token, as of `asOf`, or of today in the policy's zone. */
export async function openRoster(
  dependencies: Dependencies,
  token: string,
  asOf: Day | null,
): Promise<OpenedRoster | undefined> {
  const found = await findRoster(dependencies, token);
  return found && openStoredRoster(dependencies, found, asOf);
}

export async function openStoredRoster(
  dependencies: Dependencies,
  found: FoundRoster,
  asOf: Day | null,
): Promise<OpenedRoster> {
  const { stored, canEdit } = found;
  const people = await dependencies.rosterStore.listPeople(stored.id);
  const planned = people.flatMap(({ ref, line, plan }) => (plan === null ? [] : [{ ref, line, plan }]));
  const linksOf = (plan: StoredPlan) => {
    const { edit, view } = tokensOf(dependencies, plan, canEdit);
    return { edit, view };
  };
  return {
    stored,
    tokens: rosterTokensOf(dependencies, stored, canEdit),
    ...boardOf(dependencies, stored, planned, asOf),
    links: new Map(planned.map(({ ref, plan }) => [ref, linksOf(plan)])),
    deleted: people.flatMap(({ ref, plan }) => (plan === null ? [ref] : [])),
    subscriptions: await listRosterAddresses(dependencies, found),
    changedAt: Math.max(stored.changedAt, ...planned.map(({ plan }) => plan.changedAt)) as Instant,
  };
}

interface PlannedPerson extends Pick<RosterEntry, 'ref' | 'line'> {
  readonly plan: StoredPlan;
}

function boardOf(
  { book, clock }: Dependencies,
  stored: StoredRoster,
  people: readonly PlannedPerson[],
  asOf: Day | null,
): Pick<OpenedRoster, 'roster' | 'misfits'> {
  const zone = book.policies.get(stored.policyId)?.zone;
  const day = asOf ?? (zone === undefined ? null : todayIn(clock)(zone));
  const by = day === null ? undefined : plannerOf(book, stored.policyId, day);
  if (day === null || by === undefined) return { roster: null, misfits: [] };
  const { policy, calendar, planner } = by;
  const entries: RosterEntry[] = [];
  const misfits: MisfitPerson[] = [];
  for (const { ref, line, plan } of people) {
    const answer = planner.answerToCase(Object(caseOfStored(plan, asOf)));
    if (answer.ok) entries.push({ ref, line, answer: answer.value });
    else misfits.push({ ref, faults: answer.problems });
  }
  const roster = assembleRoster({
    policy,
    calendar,
    asOf: day,
    capacity: capacityOf(stored),
    entries,
    faultyRows: 0,
    definitions: planner.definitions,
  });
  return { roster, misfits };
}
