// A plan as what its page shows, every sentence ready: one partial draws previews and stored plans alike.

import { formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { type Confidence, isStale } from '../../domain/provenance.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { drawTimeline, type Timeline } from '../timeline/timeline.ts';
import { type AnswerLines, answerLines } from '../wording/answer-lines.ts';
import type { AnswerWords } from '../wording/answer-words.ts';
import { dayWords } from '../wording/day-words.ts';
import { type PlanWords, planWords } from '../wording/plan-words.ts';
import { type AnswerView, answerView } from './answer-view.ts';
import { type StepView, stepView } from './step-view.ts';
import { pageWordsOf } from './words/page-words-of.ts';

interface RouteView {
  readonly title: string;
  readonly verdict: Verdict;
  readonly verdictWord: string;
  /** Why it is not the one, and by when it would have to begin. */
  readonly why: readonly string[];
}

interface SourceView {
  readonly number: number;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly address: string | null;
  readonly confidence: Confidence;
  readonly confidenceWord: string;
  /** Said of what nobody has looked at for a year. */
  readonly stale: string | null;
}

interface FactView {
  readonly question: string;
  readonly shown: string;
}

export interface PlanView extends AnswerView {
  readonly policyTitle: string;
  readonly asOf: string;
  readonly verdict: Verdict;
  readonly verdictWord: string;
  readonly verdictSentence: string;
  readonly askToday: string | null;
  readonly cutoff: { readonly day: string; readonly status: string; readonly source: string };
  readonly problems: readonly string[];
  /** What would bring it in time, the most doable first. */
  readonly remedies: readonly string[];
  readonly remediesTitle: string;
  readonly scenarioNote: string | null;
  readonly routeTitle: string | null;
  /** The days of the steps as a drawing; null: there is nothing to draw. */
  readonly timeline: Timeline | null;
  readonly steps: readonly StepView[];
  /** How many of the steps come before the cutoff. */
  readonly stepsBeforeCutoff: number;
  readonly otherRoutes: readonly RouteView[];
  readonly assumed: readonly FactView[];
  readonly answered: readonly FactView[];
  readonly ifMissed: { readonly text: string; readonly coverFrom: string | null } | null;
  /** What the plan answers beside dates, and what stands above each part of it. */
  readonly answers: AnswerLines;
  readonly headings: AnswerWords['heading'];
  readonly sources: readonly SourceView[];
  readonly verified: string;
  readonly projected: string | null;
}

export function planView(plan: Plan, locale: Locale): PlanView {
  const page = pageWordsOf(locale).plan;
  const route = recommendedRouteOf(plan);
  const words = planWords(plan, route, locale);
  const sourceIds = [...plan.sources.keys()];
  const activities = route?.activities ?? [];
  const before = route === undefined ? 0 : countBeforeCutoff(route);
  const tellsDriving = activities
    .slice(0, before)
    .some(({ state, isDriving }) => state !== 'done' && !isDriving);
  const next = 'activity' in plan.today ? plan.today.activity.id : null;
  const steps = activities.map((activity, index) =>
    stepView(activity, index, { words, locale, sourceIds, next, tellsDriving, actuals: plan.actuals }),
  );
  const answers = answerLines(plan, route, locale);
  const facts = (isAssumed: boolean) =>
    plan.facts
      .filter((fact) => fact.isAssumed === isAssumed && (isAssumed || fact.value !== null))
      .map(({ question, shown }) => ({ question: question[locale], shown: shown[locale] }));
  return {
    policyTitle: plan.policy.title[locale],
    asOf: page.asOf(dayWords(plan.asOf, locale, null)),
    verdict: plan.verdict,
    verdictWord: words.words.verdict[plan.verdict],
    verdictSentence: words.verdict,
    ...answerView(plan, route, words, sourceIds),
    askToday: words.askToday,
    cutoff: cutoffView(plan, words, locale),
    problems: route?.problems.map(words.problem) ?? [],
    remedies: (route?.problems ?? []).flatMap((problem) =>
      'remedies' in problem ? problem.remedies.map(words.remedy) : [],
    ),
    remediesTitle: route?.problems[0] === undefined ? '' : words.remediesTitle(route.problems[0]),
    scenarioNote:
      route === undefined || route.scenario === 'statutory'
        ? null
        : page.scenarioNote(words.words.scenario[route.scenario]),
    routeTitle: route === undefined ? null : page.steps(route.title[locale]),
    timeline: drawTimeline(plan, route, locale),
    steps,
    stepsBeforeCutoff: before,
    otherRoutes: plan.routes
      .filter(({ id }) => id !== route?.id)
      .map((other) => routeView(plan, other, locale)),
    assumed: facts(true),
    answered: facts(false),
    ifMissed: ifMissedView(plan, words, locale),
    answers,
    headings: words.words.answers.heading,
    sources: sourceViews(plan, words, locale),
    verified: page.verified(formatDay(plan.policy.verifiedOn)),
    projected: plan.policy.status === 'projected' ? page.projectedPolicy(plan.policy.policyYear) : null,
  };
}

/** Of a plan that is done, or that is no way for this family, nothing can be missed. */
function ifMissedView({ ifMissed, verdict }: Plan, { day }: PlanWords, locale: Locale): PlanView['ifMissed'] {
  if (ifMissed === null || verdict === 'done' || verdict === 'not-eligible') return null;
  const { text, coverFrom } = ifMissed;
  return {
    text: text[locale],
    coverFrom: coverFrom === null ? null : pageWordsOf(locale).plan.coverFrom(day(coverFrom)),
  };
}

function cutoffView(
  { cutoff, sources }: Plan,
  { day, words }: PlanWords,
  locale: Locale,
): PlanView['cutoff'] {
  const time = cutoff.at === null ? '' : ` ${cutoff.at}`;
  return {
    day: `${day(cutoff.on)}${time}`,
    status: cutoff.isOwn ? pageWordsOf(locale).plan.ownValue : words.cutoffStatus[cutoff.status],
    source: cutoff.isOwn ? cutoff.source : (sources.get(cutoff.source)?.title[locale] ?? cutoff.source),
  };
}

/** Steps at the end that no cutoff binds come after it: checking that the payment has arrived. */
function countBeforeCutoff({ activities }: PlannedRoute): number {
  const lastBound = activities.findLastIndex(
    ({ state, latestStartOn, mustFinishBy }) =>
      state === 'done' || latestStartOn !== null || mustFinishBy !== null,
  );
  return lastBound === -1 ? activities.length : lastBound + 1;
}

function routeView(plan: Plan, route: PlannedRoute, locale: Locale): RouteView {
  const words = planWords(plan, route, locale);
  const { notEligibleBecause, problems, usualLastStart, verdict, isRecommendable, confidence } = route;
  const isOpen = verdict === 'on-track' || verdict === 'tight' || verdict === 'at-risk';
  return {
    title: route.title[locale],
    // A way that nobody knows to be open must not look like one that is.
    verdict: isRecommendable ? verdict : 'not-eligible',
    verdictWord: isRecommendable ? words.words.verdict[verdict] : words.words.confidence[confidence],
    why:
      notEligibleBecause !== null
        ? [notEligibleBecause[locale]]
        : [
            ...(isRecommendable ? [] : [words.words.answers.neverRecommended]),
            ...problems.map(words.problem),
            ...(usualLastStart !== null && isOpen
              ? [pageWordsOf(locale).plan.lastStart(words.day(usualLastStart))]
              : []),
          ],
  };
}

function sourceViews(plan: Plan, { words }: PlanWords, locale: Locale): SourceView[] {
  const { published } = pageWordsOf(locale).plan;
  return [...plan.sources.values()].map((source, index) => ({
    number: index + 1,
    title: source.title[locale],
    publisher: source.publisher,
    published: source.publishedOn === null ? null : published(formatDay(source.publishedOn)),
    address: source.address,
    confidence: source.confidence,
    confidenceWord: words.confidence[source.confidence],
    stale: isStale(source, plan.asOf) ? words.answers.stale : null,
  }));
}
