// Two plans of one case side by side: what is other in the second, each as old and new.

import type { Day } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { chanceText } from '../wording/chance-words.ts';
import { type PlanWords, planWords } from '../wording/plan-words.ts';
import type { WhatIfWords } from './words/what-if-words.ts';
import { whatIfWordsOf } from './words/what-if-words-of.ts';

export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly isChanged: boolean;
}

interface Side {
  readonly plan: Plan;
  readonly route: PlannedRoute | undefined;
  readonly told: PlanWords;
}

export interface Differences {
  /** Verdict, chance and last starts always; route, cutoff and completion where they are other. */
  readonly ofPlan: readonly Difference[];
  /** The days that are other, in the order of the new plan's steps. */
  readonly ofSteps: readonly Difference[];
}

export function differencesOf(before: Plan, after: Plan, locale: Locale): Differences {
  const words = whatIfWordsOf(locale);
  const [old, young] = [before, after].map((plan): Side => {
    const route = recommendedRouteOf(plan);
    return { plan, route, told: planWords(plan, route, locale) };
  }) as [Side, Side];
  const difference = (label: string, tell: (side: Side) => string): Difference => {
    const [was, becomes] = [tell(old), tell(young)];
    return { label, before: was, after: becomes, isChanged: was !== becomes };
  };
  const dayOrNone = (day: Day | null | undefined) => (day ? old.told.day(day) : words.none);
  const always = [
    difference(words.row.verdict, ({ plan, told }) => told.words.verdict[plan.verdict]),
    difference(words.row.chance, (side) => chanceOf(side, words)),
    difference(words.row.usualLastStart, ({ route }) => dayOrNone(route?.usualLastStart)),
    difference(words.row.safeLastStart, ({ route }) => dayOrNone(route?.safeLastStart)),
  ];
  const whereOther = [
    difference(words.row.route, ({ route }) => route?.title[locale] ?? words.none),
    difference(words.row.cutoff, ({ plan }) => dayOrNone(plan.cutoff.on)),
    difference(words.row.completion, ({ route }) => completionOf(route, words, old.told)),
  ];
  const steps = stepDifferences(old, young, { words, locale, dayOrNone });
  const isOther = ({ isChanged }: Difference) => isChanged;
  return { ofPlan: [...always, ...whereOther.filter(isOther)], ofSteps: steps.filter(isOther) };
}

function chanceOf({ route, told }: Side, words: WhatIfWords): string {
  const likelihood = route?.likelihood ?? null;
  return likelihood === null ? words.none : chanceText(likelihood, told.words);
}

function completionOf(route: PlannedRoute | undefined, words: WhatIfWords, { day }: PlanWords): string {
  if (route === undefined) return words.none;
  const range = route.completionRange[route.scenario];
  if (range !== null) return words.between(day(range[0]), day(range[1]));
  const on = route.completion[route.scenario];
  return on === null ? words.none : day(on);
}

interface StepContext {
  readonly words: WhatIfWords;
  readonly locale: Locale;
  readonly dayOrNone: (day: Day | null | undefined) => string;
}

/** Steps that both plans have; an office's result is awaited, so its finish counts, of others their start. */
function stepDifferences(old: Side, young: Side, { words, locale, dayOrNone }: StepContext): Difference[] {
  const differences: Difference[] = [];
  for (const now of young.route?.activities ?? []) {
    const was = old.route?.activities.find(({ id }) => id === now.id);
    if (was === undefined || now.state === 'done') continue;
    const isAwaited = now.actor === 'office' || now.state === 'running';
    const step = now.title[locale];
    const first = (activity: PlannedActivity) =>
      dayOrNone(isAwaited ? activity.earliestFinishOn : activity.earliestStartOn);
    const last = (activity: PlannedActivity) =>
      dayOrNone(isAwaited ? activity.mustFinishBy : activity.latestStartOn);
    differences.push(
      changeOf((isAwaited ? words.row.expected : words.row.earliest)(step), first(was), first(now)),
      changeOf((isAwaited ? words.row.resultBy : words.row.latest)(step), last(was), last(now)),
    );
  }
  return differences;
}

function changeOf(label: string, before: string, after: string): Difference {
  return { label, before, after, isChanged: before !== after };
}
