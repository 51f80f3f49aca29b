// A case as it is and as it would be if something came otherwise: two plans side by side. Nothing is stored.

import { assemblePlan } from '../domain/assemble-plan.ts';
import { type Day, formatDay } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { Fault, Result } from '../domain/problem.ts';
import { supposing } from '../domain/what-if.ts';
import { type WhatIfOffers, whatIfOffers } from '../domain/what-if-offers.ts';
import { gatherPlanFacts, type TodayIn } from './make-plan.ts';
import type { PolicyBook } from './policy-book.ts';

/** What somebody wants to try; what is null or empty stays as it is. Days inclusive. */
export interface WhatIf {
  /** By activity: how many of its own units it takes instead. */
  readonly takes: ReadonlyMap<string, number>;
  /** The day on which the family's first open step starts. */
  readonly startOn: Day | null;
  /** The last day, as a notice says it. */
  readonly cutoffOn: Day | null;
  /** The offices use up the time that the law allows them. */
  readonly isFullTime: boolean;
}

export interface WhatIfComparison {
  readonly before: Plan;
  readonly after: Plan;
}

export function isNothing({ takes, startOn, cutoffOn, isFullTime }: WhatIf): boolean {
  return takes.size === 0 && startOn === null && cutoffOn === null && !isFullTime;
}

/**
 * The plan of a case beside the one that it would be. Only what `whatIfOffers` reads off the plan can be tried;
 * anything else is a fault, as are those of the case.
 */
export function compareWhatIf(
  book: PolicyBook,
  caseJson: unknown,
  todayIn: TodayIn,
  asOf: Day | null,
  whatIf: WhatIf,
): Result<WhatIfComparison> {
  const facts = gatherPlanFacts(book, caseJson, todayIn, asOf);
  if (!facts.ok) return facts;
  const before = assemblePlan(facts.value);
  const offers = whatIfOffers(before);
  const faults = faultsOf(whatIf, offers);
  if (faults.length > 0) return { ok: false, problems: faults };
  const { cutoffOn, startOn, takes, isFullTime } = whatIf;
  const changed =
    cutoffOn === null ? facts : gatherPlanFacts(book, withCutoff(caseJson, cutoffOn), todayIn, asOf);
  if (!changed.ok) return changed;
  const start =
    startOn === null || !offers?.start ? null : { activity: offers.start.activity.id, on: startOn };
  return {
    ok: true,
    value: { before, after: assemblePlan(supposing(changed.value, { takes, start, isFullTime })) },
  };
}

/** As if the family held a notice of this cutoff; at what time of the day nobody has said yet. */
function withCutoff(caseJson: unknown, on: Day): unknown {
  const { overrides, ...rest } = Object(caseJson);
  return { ...rest, overrides: { ...overrides, cutoff: { on: formatDay(on), source: 'what if' } } };
}

function faultsOf(whatIf: WhatIf, offers: WhatIfOffers | null): Fault[] {
  const { takes, startOn, cutoffOn, isFullTime } = whatIf;
  return [
    ...[...takes].flatMap(([id, amount]): Fault[] => {
      const offer = offers?.durations.find(({ activity }) => activity.id === id);
      if (offer?.amounts.includes(amount)) return [];
      const allowed = offer?.amounts.join(' | ') ?? 'a step of the employer that is not over';
      return [{ path: ['takes', id], what: 'not an allowed value', value: amount, allowed }];
    }),
    ...dayFaults('startOn', startOn, offers?.start ?? null),
    ...dayFaults('cutoffOn', cutoffOn, offers?.cutoff ?? null),
    ...(isFullTime && !offers?.fullTime.length
      ? [{ path: ['isFullTime'], what: 'no office may take longer than is reckoned with', allowed: 'no' }]
      : []),
  ];
}

function dayFaults(
  name: string,
  day: Day | null,
  range: { readonly from: Day; readonly until: Day } | null,
): Fault[] {
  if (day === null || (range !== null && day >= range.from && day <= range.until)) return [];
  const allowed = range === null ? 'none' : `${formatDay(range.from)} to ${formatDay(range.until)}`;
  return [{ path: [name], what: 'not an allowed value', value: formatDay(day), allowed }];
}
