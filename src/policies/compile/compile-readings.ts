// A route as its sources can be read in other ways: each reading alone, and every combination that could leave less
// time than the usual one.

import type { Coverage } from '../../domain/cover.ts';
import type { NetworkDescription } from '../../domain/network.ts';
import type { RouteToPlan, UsualRoute } from '../../domain/route.ts';
import { isSameActivity } from '../../domain/same-activity.ts';
import type { ReadingChoice } from '../parts/reading.ts';
import type { RouteDefinition } from '../parts/route.ts';
import { coverageOf } from './compile-coverage.ts';
import type { CompileContext } from './compile-day-rule.ts';
import { compileRoute, compileStep } from './compile-route.ts';
import { isLaxer } from './laxer-network.ts';

type Readings = Pick<RouteToPlan, 'readings' | 'stricter'>;

interface StrictReading {
  readonly question: string;
  readonly other: string;
  readonly touches: readonly string[];
  readonly network: NetworkDescription;
}

/** The readings that change the network of an open route; none of a closed one. */
export function readingsOf(context: CompileContext, route: UsualRoute): Readings {
  const definition = context.policy.routes.find(({ id }) => id === route.id);
  if (route.notEligibleBecause !== null || definition === undefined) return { readings: [], stricter: [] };
  const own = touchable(route, definition);
  const readings: RouteToPlan['readings'][number][] = [];
  const strict: StrictReading[] = [];
  for (const { id: question, about, others } of context.policy.readings) {
    for (const { id: other, title, source, touches } of others) {
      // Which activities a cutoff bounds beside those of its routes stands in day rules.
      if (!touches.some((name) => own.has(name) || name.startsWith('cutoffs/') || isOfCoverage(name)))
        continue;
      const choice = new Map([[question, other]]);
      const network = networkUnder(context, route, choice, touches);
      if (network === null) continue;
      const coverage = touches.some(isOfCoverage) ? coverageUnder(context, choice) : null;
      if (coverage === null && isSame(network, route.network)) continue;
      readings.push({ id: `${question}/${other}`, about, title, source, network, coverage });
      if (!isLaxer(network, route.network)) strict.push({ question, other, touches, network });
    }
  }
  return { readings, stricter: stricterNetworks(context, route, strict) };
}

function isOfCoverage(touched: string): boolean {
  return touched.startsWith('coverage/');
}

function coverageUnder(context: CompileContext, choice: ReadingChoice): Coverage | null {
  return coverageOf({ ...context, policy: context.policy.under(choice) });
}

/** Everything that a reading can change about the route's network. */
function touchable(route: UsualRoute, { cutoff }: RouteDefinition): ReadonlySet<string> {
  return new Set([
    'window',
    `routes/${route.id}`,
    `cutoffs/${cutoff}`,
    ...route.activities.map(({ id }) => `activities/${id}`),
  ]);
}

/** One network for every choice of at least one strict reading and at most one for each question. */
function stricterNetworks(
  context: CompileContext,
  route: UsualRoute,
  strict: readonly StrictReading[],
): NetworkDescription[] {
  let choices: StrictReading[][] = [[]];
  for (const others of Map.groupBy(strict, ({ question }) => question).values()) {
    choices = choices.flatMap((choice) => [choice, ...others.map((other) => [...choice, other])]);
  }
  return choices.flatMap((choice) => {
    const [first, ...more] = choice;
    if (first === undefined) return [];
    if (more.length === 0) return [first.network];
    const chosen = new Map(choice.map(({ question, other }) => [question, other]));
    const touches = choice.flatMap((reading) => reading.touches);
    return networkUnder(context, route, chosen, touches) ?? [];
  });
}

/**
 * The route's network under a choice of readings, with the very activities of the usual one where they are the same;
 * null where the route is then not open.
 */
function networkUnder(
  context: CompileContext,
  usual: UsualRoute,
  choice: ReadingChoice,
  touches: readonly string[],
): NetworkDescription | null {
  const policy = context.policy.under(choice);
  const route = policy.routes.find(({ id }) => id === usual.id);
  if (route === undefined) return null;
  const read = { ...context, policy };
  // Steps of which nothing is recorded yet can be compiled one by one.
  if (
    context.given.actuals.size === 0 &&
    touches.every((name) => name.startsWith('activities/') || isOfCoverage(name))
  ) {
    return withSteps(read, route, usual.network, new Set(touches));
  }
  const compiled = compileRoute(read, route, null);
  return compiled.notEligibleBecause === null ? sharing(compiled.network, usual.network) : null;
}

function withSteps(
  context: CompileContext,
  route: RouteDefinition,
  usual: NetworkDescription,
  touches: ReadonlySet<string>,
): NetworkDescription {
  const activities = usual.activities.map((activity) => {
    const step = route.steps.find((candidate) => candidate.activity === activity.id);
    if (step === undefined || !touches.has(`activities/${activity.id}`)) return activity;
    const { description } = compileStep(context, step, route);
    return isSameActivity(description, activity) ? activity : description;
  });
  return { ...usual, activities };
}

function sharing(network: NetworkDescription, usual: NetworkDescription): NetworkDescription {
  const activities = network.activities.map((activity, index) => {
    const other = usual.activities[index];
    return other !== undefined && isSameActivity(activity, other) ? other : activity;
  });
  return { ...network, activities };
}

function isSame(a: NetworkDescription, b: NetworkDescription): boolean {
  return (
    a.cutoff === b.cutoff &&
    a.activities.length === b.activities.length &&
    a.activities.every((activity, index) => activity === b.activities[index])
  );
}
