// A plan as the JSON of contracts.md §3, texts in one language. What is not computed yet is null.

import type { Counting } from '../domain/counting.ts';
import { type Coverage, coverOf } from '../domain/cover.ts';
import { type Day, formatDay } from '../domain/day.ts';
import type { Fork } from '../domain/fork.ts';
import type { Locale } from '../domain/localized.ts';
import type { Scenario } from '../domain/network.ts';
import { type AnsweredFact, type Fee, type Plan, recommendedRouteOf } from '../domain/plan.ts';
import type { PlanProblem } from '../domain/plan-problem.ts';
import type { PlannedActivity } from '../domain/planned-activity.ts';
import type { PlannedRoute } from '../domain/planned-route.ts';
import { isStale } from '../domain/provenance.ts';
import type { Reason } from '../domain/reason.ts';
import { type PlanWords, planWords } from './wording/plan-words.ts';

/** The answer to one case. Days are `YYYY-MM-DD` or null; sentences, titles and places are in `locale`. */
export function renderPlanJson(plan: Plan, locale: Locale): object {
  const { policy, cutoff, today } = plan;
  const told = planWords(plan, recommendedRouteOf(plan), locale);
  return {
    policy: {
      id: policy.id,
      title: policy.title[locale],
      status: policy.status,
      verifiedOn: formatDay(policy.verifiedOn),
      policyYear: policy.policyYear,
      place: policy.place[locale],
      zone: policy.zone,
    },
    asOf: formatDay(plan.asOf),
    facts: Object.fromEntries(plan.facts.map((fact) => [fact.id, factValue(fact)])),
    assumed: plan.facts.filter(({ isAssumed }) => isAssumed).map(({ id }) => id),
    cutoff: {
      on: formatDay(cutoff.on),
      at: cutoff.at,
      status: cutoff.status,
      source: cutoff.source,
      atSource: cutoff.atSource,
      own: cutoff.isOwn,
    },
    verdict: plan.verdict,
    recommendedRoute: plan.recommendedRoute,
    routes: plan.routes.map((route) => routeJson(route, planWords(plan, route, locale), locale)),
    today: {
      text: told.today,
      askFirst: told.askToday,
      activity: 'activity' in today ? today.activity.id : null,
      kind: today.kind,
    },
    eligibility: plan.eligibility && {
      because: plan.eligibility.because[locale],
      instead: plan.eligibility.instead[locale],
      source: plan.eligibility.source,
    },
    fork: plan.fork && forkJson(plan.fork, locale),
    questions: plan.questions.map(({ id, ask, whom, isAskedFirst, by, source }) => ({
      id,
      ask: ask[locale],
      whom: whom[locale],
      askFirst: isAskedFirst,
      by: dayText(by),
      source,
    })),
    risks: plan.risks.map(({ id, text, from, until, source }) => ({
      id,
      text: text[locale],
      from: dayText(from),
      until: dayText(until),
      source,
    })),
    opens: plan.opening && { ...plan.opening, on: formatDay(plan.opening.on) },
    coverage: plan.coverage && coverageJson(plan.coverage, plan.cutoff.on, locale),
    ifMissed: plan.ifMissed && {
      coverFrom: dayText(plan.ifMissed.coverFrom),
      text: plan.ifMissed.text[locale],
      source: plan.ifMissed.source,
    },
    fee: plan.fee && feeJson(plan.fee, locale),
    fees: plan.fees.map((fee) => feeJson(fee, locale)),
    sources: Object.fromEntries(
      [...plan.sources].map(([id, source]) => [
        id,
        {
          ...source,
          title: source.title[locale],
          publishedOn: dayText(source.publishedOn),
          verifiedOn: formatDay(source.verifiedOn),
          stale: isStale(source, plan.asOf),
        },
      ]),
    ),
  };
}

function forkJson({ activity, title, lookOn, branches }: Fork, locale: Locale): object {
  return {
    activity,
    title: title[locale],
    lookOn: dayText(lookOn),
    branches: branches.map((branch) => ({
      ...branch,
      title: branch.title[locale],
      means: branch.means[locale],
      instead: branch.instead?.[locale] ?? null,
    })),
  };
}

/** Each rule in the order in which they count; the first covered day where it does not depend on the payment. */
function coverageJson(coverage: Coverage, cutoffOn: Day, locale: Locale): object {
  const { begins, until, rules } = coverage;
  return {
    begins: formatDay(begins),
    until: formatDay(until),
    rules: rules.map(({ paidUntil, start, text, source }) => ({
      paidUntil: dayText(paidUntil),
      coverFrom: start.kind === 'day' ? formatDay(start.day) : null,
      start:
        start.kind === 'after-months' ? { kind: start.kind, months: start.months } : { kind: start.kind },
      text: text[locale],
      source,
    })),
    ifPaidByCutoff: dayText(coverOf(coverage, cutoffOn)?.coverFrom ?? null),
  };
}

function feeJson({ title, ...fee }: Fee, locale: Locale): object {
  return { ...fee, title: title?.[locale] ?? null };
}

function factValue({ value, isDay }: AnsweredFact): string | number | boolean | null {
  return isDay && typeof value === 'number' ? formatDay(value as Day) : value;
}

function routeJson(route: PlannedRoute, words: PlanWords, locale: Locale): object {
  return {
    id: route.id,
    title: route.title[locale],
    verdict: route.verdict,
    notEligibleBecause: route.notEligibleBecause?.[locale] ?? null,
    likelihood: route.likelihood && {
      ...route.likelihood,
      basis: { n: null, ...route.likelihoodBasis },
    },
    scenario: route.scenario,
    recommendable: route.isRecommendable,
    confidence: route.confidence,
    ifOutcomes: route.ifOutcomes.map(({ title, ...awaited }) => ({ ...awaited, title: title[locale] })),
    usualLastStart: dayText(route.usualLastStart),
    safeLastStart: dayText(route.safeLastStart),
    safe: route.isSafe,
    readings: route.readings.map(({ id, about, title, source, isFeasible, lastStart, ifMissed }) => ({
      id,
      about: about[locale],
      title: title[locale],
      source,
      feasible: isFeasible,
      lastStart: dayText(lastStart),
      ifMissed: ifMissed && {
        coverFrom: dayText(ifMissed.coverFrom),
        text: ifMissed.text[locale],
        source: ifMissed.source,
      },
    })),
    startBy: {
      certain: dayText(route.startBy.certain),
      p90: dayText(route.startBy.p90),
      p50: dayText(route.startBy.p50),
    },
    chanceByStart: route.chanceByStart && {
      activity: route.chanceByStart.activity,
      days: route.chanceByStart.days.map(({ startOn, likelihood }) => ({
        startOn: formatDay(startOn),
        ...likelihood,
      })),
    },
    finishedBy: { p50: dayText(route.finishedBy.p50), p90: dayText(route.finishedBy.p90) },
    completion: dayTexts(route.completion),
    completionRange: rangeTexts(route.completionRange),
    activities: route.activities.map((activity) => activityJson(activity, words, locale)),
    problems: route.problems.map((problem) => ({
      code: problem.code,
      message: words.problem(problem),
      facts: problemFacts(problem),
      remedies: remediesJson(problem, words),
    })),
  };
}

function activityJson(activity: PlannedActivity, words: PlanWords, locale: Locale): object {
  const channels = [...activity.latestStartByChannel];
  return {
    id: activity.id,
    title: activity.title[locale],
    actor: activity.actor,
    state: activity.state,
    place: activity.place?.[locale] ?? null,
    bring: activity.bring.map((text) => text[locale]),
    tips: activity.tips.map((text) => text[locale]),
    source: activity.source,
    outcomes: activity.outcomes.map(({ id, title }) => ({ id, title: title[locale] })),
    opensOn: dayText(activity.opensOn),
    closesOn: dayText(activity.closesOn),
    earliestStartOn: dayText(activity.earliestStartOn),
    earliestFinishOn: dayText(activity.earliestFinishOn),
    latestStartOn: dayText(activity.latestStartOn),
    latestFinishOn: dayText(activity.latestFinishOn),
    mustFinishBy: dayText(activity.mustFinishBy),
    latestStartByChannel: Object.fromEntries(channels.map(([channel, day]) => [channel, formatDay(day)])),
    provisional: Object.fromEntries(
      Object.entries(activity.provisional).map(([field, range]) => [field, range.map(formatDay)]),
    ),
    totalFloatDays: activity.totalFloatDays,
    totalFloatWorkingDays: activity.totalFloatWorkingDays,
    driving: activity.isDriving,
    overdue: activity.isOverdue,
    duration: activity.duration,
    reasons: activity.reasons.map((reason) => ({
      text: words.reason(reason),
      rule: reason.rule,
      source: sourceOf(reason),
      ...(reason.rule === 'takes' && reason.counting !== null
        ? { counting: countingJson(reason.counting) }
        : {}),
    })),
    confidence: activity.confidence,
  };
}

/** How the days of a period were counted, for whoever wants to check. */
function countingJson({ from, until, weekendDays, closures, makeUpDays }: Counting): object {
  const noted = (days: Counting['closures']) =>
    days.map(({ day, notice }) => ({ day: formatDay(day), notice }));
  return {
    from: formatDay(from),
    until: formatDay(until),
    weekendDays: weekendDays.map(formatDay),
    closures: noted(closures),
    makeUpDays: noted(makeUpDays),
  };
}

/** The id of the source that a reason rests on; null for arithmetic and for what other steps bring about. */
export function sourceOf(reason: Reason): string | null {
  return 'source' in reason ? reason.source : null;
}

function problemFacts(problem: PlanProblem): object {
  switch (problem.code) {
    case 'actuals-do-not-fit':
      return {};
    case 'calendar-not-covered': {
      const { coversUntil, leftAt } = problem;
      return { coversUntil: formatDay(coversUntil), leftAt };
    }
    case 'too-late':
    case 'late-if-slow': {
      const { latenessDays, latenessAtLeastDays, release } = problem;
      return {
        latenessDays,
        latenessAtLeastDays,
        release: release && {
          activity: release.activity,
          earliestStartOn: formatDay(release.earliestStartOn),
          neededStartOn: dayTexts(release.neededStartOn),
        },
      };
    }
  }
}

function remediesJson(problem: PlanProblem, words: PlanWords): object[] {
  if (!('remedies' in problem)) return [];
  return problem.remedies.map((remedy) => ({ ...remedy, text: words.remedy(remedy) }));
}

function dayTexts(days: Readonly<Record<Scenario, Day | null>>): Record<Scenario, string | null> {
  const { min, mode, max, statutory } = days;
  return { min: dayText(min), mode: dayText(mode), max: dayText(max), statutory: dayText(statutory) };
}

function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

/** Where a holiday notice still to come decides, the first and last day that it may be. */
function rangeTexts(ranges: PlannedRoute['completionRange']): Record<Scenario, string[] | null> {
  const { min, mode, max, statutory } = ranges;
  const texts = (range: typeof min) => range?.map(formatDay) ?? null;
  return { min: texts(min), mode: texts(mode), max: texts(max), statutory: texts(statutory) };
}
