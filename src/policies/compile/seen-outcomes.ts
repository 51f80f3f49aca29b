// The forks of a policy: activities whose end decides the way on, what has been seen of them, and what can come.

import type { Localized } from '../../domain/localized.ts';
import type { ForkToPlan } from '../../domain/route.ts';
import type { RouteDefinition } from '../parts/route.ts';
import type { CompileContext } from './compile-day-rule.ts';

/**
 * What the recorded outcomes say of a route: `confirmed` when they are all those that it goes on from, the reason
 * when one of them is another; null when it names none or not all have been seen.
 */
export function refusedByOutcome(
  { policy, given }: CompileContext,
  { outcomes }: RouteDefinition,
): Localized | 'confirmed' | null {
  let seen = 0;
  for (const [activity, needed] of outcomes) {
    const outcome = given.actuals.get(activity)?.outcome ?? null;
    if (outcome === null) continue;
    seen += 1;
    if (outcome === needed) continue;
    const definition = policy.activities.get(activity);
    const title = definition?.outcomes.get(outcome)?.title;
    return {
      zh: `“${definition?.title.zh ?? activity}”的结果是“${title?.zh ?? outcome}”`,
      en: `“${definition?.title.en ?? activity}” ended with “${title?.en ?? outcome}”`,
    };
  }
  return seen > 0 && seen === outcomes.size ? 'confirmed' : null;
}

interface OpenRoute {
  readonly id: string;
  readonly notEligibleBecause: Localized | null;
}

/** The forks that nobody has passed yet and at which more than one way is open to the family. */
export function forksOf({ policy, given }: CompileContext, routes: readonly OpenRoute[]): ForkToPlan[] {
  const isOpen = (id: string) => routes.some((route) => route.id === id && route.notEligibleBecause === null);
  return [...policy.activities.values()].flatMap(({ id: activity, title, outcomes }): ForkToPlan[] => {
    if (outcomes.size === 0 || (given.actuals.get(activity)?.outcome ?? null) !== null) return [];
    const branches = [...outcomes.values()].map(({ id: outcome, ...told }) => ({
      outcome,
      title: told.title,
      means: told.means,
      instead: told.instead,
      source: told.source,
      routes: policy.routes
        .filter((route) => route.outcomes.get(activity) === outcome && isOpen(route.id))
        .map(({ id }) => id),
    }));
    const open = branches.filter((branch) => branch.routes.length > 0);
    return open.length > 1 ? [{ activity, title, branches }] : [];
  });
}
