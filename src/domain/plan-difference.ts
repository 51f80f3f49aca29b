// What is different between what a plan said and what it says: which dates that matter have moved. Pure.

import type { Day } from './day.ts';
import type { Localized } from './localized.ts';
import type { DigestStep, PlanDigest } from './plan-digest.ts';
import { VERDICTS_FROM_GOOD_TO_BAD, type Verdict } from './verdict.ts';

export interface Moved<T> {
  readonly before: T;
  readonly after: T;
}

/**
 * `latest-start`: the last day to begin it. `finish-by`: it is under way, the last day to end it. `safe-last-start`: the
 * last day to begin it that is in time however the sources are read. `added`, `gone`: it became, or is no longer, a part
 * of the route.
 */
export interface StepMove extends Moved<Day | null> {
  readonly what: 'latest-start' | 'finish-by' | 'safe-last-start' | 'added' | 'gone';
  readonly id: string;
  readonly title: Localized;
}

/** Null: it is as it was. */
export interface PlanDifference {
  readonly verdict: Moved<Verdict> | null;
  readonly route: Moved<PlanDigest['route']> | null;
  readonly cutoff: Moved<PlanDigest['cutoff']> | null;
  /** Of what the family or HR does, in the order of the route. */
  readonly steps: readonly StepMove[];
  /** Always there: the chance moves by itself, and is told with what moved. */
  readonly onTime: Moved<number | null>;
}

export function differenceOf(before: PlanDigest, after: PlanDigest): PlanDifference {
  const isOtherRoute = before.route?.id !== after.route?.id;
  const isOtherCutoff = before.cutoff.on !== after.cutoff.on || before.cutoff.at !== after.cutoff.at;
  return {
    verdict: before.verdict === after.verdict ? null : { before: before.verdict, after: after.verdict },
    route: isOtherRoute ? { before: before.route, after: after.route } : null,
    cutoff: isOtherCutoff ? { before: before.cutoff, after: after.cutoff } : null,
    steps: [...movesOfSteps(before, after), ...(isOtherRoute ? [] : stepsGone(before, after))],
    onTime: { before: before.onTime, after: after.onTime },
  };
}

/**
 * Whether somebody who was told `before` must be told `after`: a last day of family or HR moved, a step came or went,
 * the cutoff moved, another route is recommended, or the verdict got worse. Not for a step that was done as planned; nor
 * for a verdict that only got better, which asks nothing of anybody.
 *
 * @param before null: no plan could be made. @param after the same.
 */
export function isWorthTelling(before: PlanDigest | null, after: PlanDigest | null): boolean {
  if (before === null || after === null) return before !== after;
  const { route, cutoff, steps } = differenceOf(before, after);
  const order = VERDICTS_FROM_GOOD_TO_BAD;
  const isWorse = order.indexOf(after.verdict) > order.indexOf(before.verdict);
  return isWorse || route !== null || cutoff !== null || steps.length > 0;
}

function movesOfSteps(before: PlanDigest, after: PlanDigest): StepMove[] {
  const earlier = new Map(before.steps.map((step) => [step.id, step]));
  return after.steps.filter(isOfPeople).flatMap((step): StepMove[] => {
    const was = earlier.get(step.id);
    if (was === undefined) return step.state === 'done' ? [] : [move('added', step, null, lastDayOf(step))];
    // What was begun or done since has no last day to begin it any more: that is how it should be.
    if (was.state !== step.state) return [];
    if (step.state === 'running') return moved('finish-by', step, was.mustFinishBy, step.mustFinishBy);
    if (step.state !== 'open') return [];
    return [
      ...moved('latest-start', step, was.latestStartOn, step.latestStartOn),
      ...safeMove(step, before, after),
    ];
  });
}

/** Told of the first step alone, and where it is another day than the latest start. */
function safeMove(
  step: DigestStep,
  { firstStep: before }: PlanDigest,
  { firstStep: after }: PlanDigest,
): StepMove[] {
  if (before === null || after === null || before.id !== step.id || after.id !== step.id) return [];
  const tells = [before, after].some(({ safeLastStart, usualLastStart }) => safeLastStart !== usualLastStart);
  return tells ? moved('safe-last-start', step, before.safeLastStart, after.safeLastStart) : [];
}

function stepsGone(before: PlanDigest, after: PlanDigest): StepMove[] {
  const there = new Set(after.steps.map(({ id }) => id));
  return before.steps
    .filter((step) => isOfPeople(step) && step.state !== 'done' && !there.has(step.id))
    .map((step) => move('gone', step, lastDayOf(step), null));
}

/** What an office does follows from the rest, and nobody can do anything about it. */
function isOfPeople({ actor }: DigestStep): boolean {
  return actor !== 'office';
}

function lastDayOf({ state, latestStartOn, mustFinishBy }: DigestStep): Day | null {
  return state === 'running' ? mustFinishBy : latestStartOn;
}

function moved(what: StepMove['what'], step: DigestStep, before: Day | null, after: Day | null): StepMove[] {
  return before === after ? [] : [move(what, step, before, after)];
}

function move(
  what: StepMove['what'],
  { id, title }: DigestStep,
  before: Day | null,
  after: Day | null,
): StepMove {
  return { what, id, title, before, after };
}
