// A secret link → the plan behind it, as of a day.

import { type Day, parseDay } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { StoredPlan } from '../ports/plan-store.ts';
import { CaseDoesNotFit } from './case-does-not-fit.ts';
import type { Dependencies } from './dependencies.ts';
import type { OpenedPlan, PlanTokens } from './lastbus.ts';
import { recentPlan } from './recent-plans.ts';
import { hashOfToken } from './secret-links.ts';
import { todayIn } from './zoned-time.ts';

/** The stored plan that an edit or view token opens; undefined for unknown and revoked tokens alike. */
export async function findPlan(
  { planStore }: Dependencies,
  token: string,
): Promise<{ readonly stored: StoredPlan; readonly canEdit: boolean } | undefined> {
  const hash = hashOfToken(token);
  if (hash === null) return undefined;
  const byEdit = await planStore.findByLink({ kind: 'edit', hash });
  if (byEdit !== undefined) return { stored: byEdit, canEdit: true };
  const byView = await planStore.findByLink({ kind: 'view', hash });
  return byView === undefined ? undefined : { stored: byView, canEdit: false };
}

/** The plan behind an edit or view token, as of `asOf`, or of today. */
export async function openPlan(
  dependencies: Dependencies,
  token: string,
  asOf: Day | null,
): Promise<OpenedPlan | undefined> {
  const found = await findPlan(dependencies, token);
  if (found === undefined) return undefined;
  return openStored(dependencies, found.stored, found.canEdit, asOf);
}

export async function openStored(
  dependencies: Dependencies,
  stored: StoredPlan,
  canEdit: boolean,
  asOf: Day | null,
): Promise<OpenedPlan> {
  return {
    stored,
    plan: planOpened(dependencies, stored, canEdit, asOf),
    tokens: tokensOf(dependencies, stored, canEdit),
    subscriptions: await dependencies.subscriptionStore.listOf({ kind: 'plan', id: stored.id }),
  };
}

/** @throws CaseDoesNotFit that says who asked. */
function planOpened(
  dependencies: Dependencies,
  stored: StoredPlan,
  canEdit: boolean,
  asOf: Day | null,
): Plan {
  try {
    return planOfStored(dependencies, stored, asOf);
  } catch (error) {
    throw error instanceof CaseDoesNotFit ? new CaseDoesNotFit(stored, error.faults, canEdit) : error;
  }
}

/**
 * The plan of a stored case.
 *
 * @throws CaseDoesNotFit when its policy has changed, or gone, so that none can be made any more.
 */
export function planOfStored({ book, clock }: Dependencies, stored: StoredPlan, asOf: Day | null): Plan {
  const text = asOf === null ? stored.caseJson : JSON.stringify(caseOfStored(stored, asOf));
  const plan = recentPlan(book, text, todayIn(clock), asOf);
  if (plan.ok) return plan.value;
  throw new CaseDoesNotFit(stored, plan.problems);
}

/** The plan of a stored case today, or that none can be made. */
export function planOrMisfit(dependencies: Dependencies, stored: StoredPlan): Plan | CaseDoesNotFit {
  try {
    return planOfStored(dependencies, stored, null);
  } catch (error) {
    if (error instanceof CaseDoesNotFit) return error;
    throw error;
  }
}

/** The stored case, as it was known on a day where one is given. */
export function caseOfStored({ caseJson }: StoredPlan, asOf: Day | null): unknown {
  const known: unknown = JSON.parse(caseJson);
  return asOf === null ? known : caseAsOf(known, asOf);
}

/** The case as it was known on a day: what was recorded of later days had not happened yet. */
function caseAsOf(caseJson: unknown, asOf: Day): unknown {
  const isLater = (text: unknown) => typeof text === 'string' && (parseDay(text) ?? asOf) > asOf;
  const { actuals, ...rest } = Object(caseJson);
  const known = Object.entries(Object(actuals)).flatMap(([id, value]) => {
    const actual = Object(value);
    if (isLater(actual.startedOn)) return [];
    const attempts = (actual.attempts ?? []).filter(
      (attempt: object) => !isLater(Object(attempt).finishedOn),
    );
    const { finishedOn, outcome, ...begun } = actual;
    // Which way it went was known when it came to its end.
    return [[id, { ...begun, attempts, ...(isLater(finishedOn) ? {} : { finishedOn, outcome }) }]];
  });
  return { ...rest, actuals: Object.fromEntries(known) };
}

export function tokensOf(
  { links }: Pick<Dependencies, 'links'>,
  { id, editGeneration, viewGeneration, feedGeneration, stepGeneration }: StoredPlan,
  canEdit: boolean,
): PlanTokens {
  return {
    edit: canEdit ? links.tokenOf('edit', id, editGeneration) : null,
    view: links.tokenOf('view', id, viewGeneration),
    feed: links.tokenOf('feed', id, feedGeneration),
    step: canEdit && stepGeneration > 0 ? links.tokenOf('step', id, stepGeneration) : null,
  };
}

/** Where a stored plan can be seen, not changed: the link for mails and calendars, which are passed on. */
export function viewUrlOf(
  dependencies: Pick<Dependencies, 'links' | 'publicUrl'>,
  stored: StoredPlan,
): string {
  return `${dependencies.publicUrl}/plans/${tokensOf(dependencies, stored, false).view}`;
}
