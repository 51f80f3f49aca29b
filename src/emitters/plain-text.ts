// A plan as plain text for the terminal: what a page shows, without its looks.

import type { Locale } from '../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../domain/plan.ts';
import type { PlanProblem } from '../domain/plan-problem.ts';
import type { PlannedActivity } from '../domain/planned-activity.ts';
import type { PlannedRoute } from '../domain/planned-route.ts';
import { isStale } from '../domain/provenance.ts';
import { type AnswerLines, answerLines, type ForkLines } from './wording/answer-lines.ts';
import type { AnswerWords } from './wording/answer-words.ts';
import { type PlanWords, planWords } from './wording/plan-words.ts';

/** The plan in `locale`, ended by a line break. Only the recommended route is told in full. */
export function renderPlainText(plan: Plan, locale: Locale): string {
  const route = recommendedRouteOf(plan);
  const told = planWords(plan, route, locale);
  const answers = answerLines(plan, route, locale);
  const others = plan.routes.filter(({ id }) => id !== route?.id);
  const sections = [
    headLines(plan, told, answers, locale),
    route === undefined ? [] : routeLines(route, told, locale),
    answers.fork === null ? [] : forkLines(answers.fork),
    listed(told, 'readings', answers.readings),
    listed(told, 'questions', answers.questions),
    listed(told, 'risks', answers.risks),
    otherRouteLines(plan, others, told, locale),
    assumedLines(plan, told, locale),
    footLines(plan, told, answers, locale),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLines(
  plan: Plan,
  { words, day, today, askToday, verdict, chance }: PlanWords,
  answers: AnswerLines,
  locale: Locale,
): string[] {
  const { cutoff, policy } = plan;
  const status = cutoff.isOwn ? words.text.ownCutoff : words.cutoffStatus[cutoff.status];
  const until = cutoff.at === null ? day(cutoff.on) : `${day(cutoff.on)} ${cutoff.at}`;
  return [
    `${words.productName} · ${policy.title[locale]}`,
    `${words.text.asOf} ${day(plan.asOf)} · ${words.aside(`${words.text.cutoff} ${until}`, status)}`,
    '',
    `【${words.verdict[plan.verdict]}】 ${verdict}`,
    ...(chance === null ? [] : [chance]),
    ...answers.notForYou,
    words.label(words.text.today, today),
    ...(askToday === null ? [] : [askToday]),
    ...(answers.lastStart === null ? [] : [answers.lastStart]),
  ];
}

function forkLines({ heading, branches }: ForkLines): string[] {
  const indented = branches.flatMap(({ text, instead }) => [
    `  - ${text}`,
    ...(instead === null ? [] : [`    ${instead}`]),
  ]);
  return [heading, ...indented];
}

function listed(
  { words }: PlanWords,
  heading: keyof AnswerWords['heading'],
  lines: readonly string[],
): string[] {
  if (lines.length === 0) return [];
  return [words.label(words.answers.heading[heading], '').trim(), ...lines.map((line) => `  - ${line}`)];
}

function routeLines(route: PlannedRoute, told: PlanWords, locale: Locale): string[] {
  const { words } = told;
  return [
    words.label(words.text.route, route.title[locale]),
    ...route.problems.flatMap((problem) => [`  ! ${told.problem(problem)}`, ...remedyLines(problem, told)]),
    ...route.activities.flatMap((activity, index) => activityLines(activity, index + 1, told, locale)),
  ];
}

function remedyLines(problem: PlanProblem, { words, remedy, remediesTitle }: PlanWords): string[] {
  if (!('remedies' in problem) || problem.remedies.length === 0) return [];
  return [
    `    ${words.label(remediesTitle(problem), '').trim()}`,
    ...problem.remedies.map((one) => `    - ${remedy(one)}`),
  ];
}

function activityLines(activity: PlannedActivity, number: number, told: PlanWords, locale: Locale): string[] {
  const { words } = told;
  const marks = [
    words.actor[activity.actor],
    ...(activity.state === 'open' ? [] : [words.state[activity.state]]),
  ];
  const list = (label: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`     ${words.label(label, words.list(texts))}`];
  return [
    '',
    `${String(number).padStart(2)}. ${words.aside(activity.title[locale], marks.join(' · '))}`,
    `     ${datesLine(activity, told)}`,
    ...list(words.text.place, activity.place === null ? [] : [activity.place[locale]]),
    ...list(
      words.text.bring,
      activity.bring.map((text) => text[locale]),
    ),
    ...activity.tips.map((tip) => `     · ${tip[locale]}`),
    `     ${words.label(words.text.why, words.clauses(activity.reasons.map(told.reason)))}`,
  ];
}

function datesLine(activity: PlannedActivity, { words, day }: PlanWords): string {
  const { earliestStartOn, earliestFinishOn, latestStartOn, mustFinishBy, totalFloatDays } = activity;
  const { totalFloatWorkingDays, latestStartByChannel } = activity;
  const known = (value: typeof earliestStartOn) => (value === null ? words.unknown : day(value));
  if (activity.state === 'done') return `${known(earliestStartOn)} – ${known(earliestFinishOn)}`;
  const parts = [`${words.text.earliest} ${known(earliestStartOn)}`];
  if (earliestFinishOn !== earliestStartOn) parts.push(`${words.text.finishes} ${known(earliestFinishOn)}`);
  if (latestStartOn !== null) parts.push(`${words.text.latest} ${day(latestStartOn)}`);
  if (mustFinishBy !== null && mustFinishBy !== latestStartOn) {
    parts.push(`${words.text.mustFinishBy} ${day(mustFinishBy)}`);
  }
  for (const [channel, last] of latestStartByChannel) {
    if (last !== latestStartOn) parts.push(`${words.channel[channel]} ${day(last)}`);
  }
  if (totalFloatDays !== null && totalFloatWorkingDays !== null) {
    parts.push(words.float(totalFloatDays, totalFloatWorkingDays));
  }
  return parts.join(' · ');
}

function otherRouteLines(
  plan: Plan,
  routes: readonly PlannedRoute[],
  { words }: PlanWords,
  locale: Locale,
): string[] {
  if (routes.length === 0) return [];
  return [
    words.label(words.text.otherRoutes, '').trim(),
    ...routes.map((route) => {
      const told = planWords(plan, route, locale);
      const why = [
        route.notEligibleBecause?.[locale] ?? '',
        ...(route.isRecommendable ? [] : [words.answers.neverRecommended]),
        ...route.problems.map(told.problem),
      ];
      return `  - ${words.aside(route.title[locale], words.verdict[route.verdict])} ${why.join(' ').trim()}`;
    }),
  ];
}

function assumedLines({ facts }: Plan, { words }: PlanWords, locale: Locale): string[] {
  const assumed = facts.filter(({ isAssumed }) => isAssumed);
  if (assumed.length === 0) return [];
  return [
    words.label(words.text.assumed, '').trim(),
    ...assumed.map(({ question, shown }) => `  - ${words.label(question[locale], shown[locale])}`),
  ];
}

function footLines(
  plan: Plan,
  { words, day }: PlanWords,
  { cover, fees }: AnswerLines,
  locale: Locale,
): string[] {
  const { ifMissed, sources, policy } = plan;
  const lines: string[] = [];
  if (cover !== null) lines.push(cover);
  if (ifMissed !== null) {
    lines.push(words.label(words.text.ifMissed, ifMissed.text[locale]));
    if (ifMissed.coverFrom !== null) lines.push(words.label(words.text.coverFrom, day(ifMissed.coverFrom)));
  }
  if (fees.length > 0) lines.push(words.label(words.text.fee, words.clauses(fees)));
  lines.push(words.label(words.text.sources, '').trim());
  for (const source of sources.values()) {
    const marks = [source.publisher, words.confidence[source.confidence]];
    if (isStale(source, plan.asOf)) marks.push(words.answers.stale);
    lines.push(`  - ${words.aside(source.title[locale], words.clauses(marks))}`);
  }
  lines.push(`${words.text.verifiedOn} ${day(policy.verifiedOn)}`);
  return lines;
}
