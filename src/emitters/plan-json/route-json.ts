// A route of a plan in JSON.

import { formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { PlanProblem } from '../../domain/plan-problem.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import { activityJson } from './activity-json.ts';
import { dayText, dayTexts, rangeTexts } from './day-texts.ts';

/** `words` are those of the plan on this route. */
export function routeJson(route: PlannedRoute, words: PlanWords, locale: Locale): object {
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
