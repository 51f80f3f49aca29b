// The description of a calendar entry: what to bring and where, why this day, how much float, who says so.

import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import { weakest } from '../../domain/provenance.ts';
import type { Reason } from '../../domain/reason.ts';
import { answerLines } from '../wording/answer-lines.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import { type Entry, isFamilyStep } from './entries.ts';

interface Context {
  readonly plan: Plan;
  readonly route: PlannedRoute | undefined;
  readonly planWords: PlanWords;
  /** Where the plan can be seen, or null. */
  readonly link: string | null;
}

/** The description: one statement a line, an empty line between parts. */
export function entryDescription(entry: Entry, context: Context): string {
  const { line } = context.planWords.words.calendar;
  const parts = [
    entry.kind === 'today' ? situation(context) : [],
    ...entry.activities.map((activity) => step(activity, entry, context)),
    entry.kind === 'done' ? [] : [...cutoffLines(entry, context), ...provenance(entry, context)],
    context.link === null ? [] : [line.link(context.link)],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What to do where no route is left, and why none is. */
function situation({ plan, route, planWords }: Context): string[] {
  const { words } = planWords;
  const closed = plan.routes.flatMap(({ title, notEligibleBecause }) =>
    notEligibleBecause === null
      ? []
      : [words.calendar.line.notEligible(title[words.locale], notEligibleBecause[words.locale])],
  );
  return [
    planWords.today,
    planWords.verdict,
    ...(route?.problems ?? []).map((problem) => planWords.problem(problem)),
    ...(route === undefined ? closed : []),
  ];
}

function step(activity: PlannedActivity, { kind }: Entry, context: Context): string[] {
  const { words, day } = context.planWords;
  const { line } = words.calendar;
  const { title, actor, place, bring, tips, earliestFinishOn } = activity;
  const texts = (list: PlannedActivity['bring']) => list.map((text) => text[words.locale]);
  const heading = line.step(title[words.locale], words.actor[actor]);
  if (kind === 'look') return [heading, ...forkLines(context)];
  if (kind === 'done') return [heading, ...(earliestFinishOn ? [line.finished(day(earliestFinishOn))] : [])];
  return [
    heading,
    ...(place === null ? [] : [line.place(place[words.locale])]),
    ...(bring.length === 0 ? [] : [line.bring(words.list(texts(bring)))]),
    ...texts(tips).map(line.tip),
    ...waits(activity, context),
    ...(kind === 'act' ? stepBefore(activity, context) : []),
    ...dates(activity, kind, context),
  ];
}

/** What each end means, and what to do where the way on is too late. */
function forkLines({ plan, route, planWords }: Context): string[] {
  const { fork } = answerLines(plan, route, planWords.words.locale);
  return (fork?.branches ?? []).flatMap(({ text, instead }) => [
    text,
    ...(instead === null ? [] : [instead]),
  ]);
}

/** The office's work between the step before and this one. */
function waits(activity: PlannedActivity, { route, planWords }: Context): string[] {
  const { words, day } = planWords;
  const { line } = words.calendar;
  const activities = route?.activities ?? [];
  const before = activities.slice(0, activities.indexOf(activity));
  const sinceLastStep = before.slice(before.findLastIndex(isFamilyStep) + 1);
  return sinceLastStep
    .filter(({ actor, state }) => actor === 'office' && state !== 'done')
    .map(({ title, actor, duration, earliestFinishOn, mustFinishBy }) => {
      const length = duration.amount === 0 ? null : words.period(duration);
      const wait = line.wait(title[words.locale], words.actor[actor], length);
      const days = [
        ...(earliestFinishOn === null ? [] : [line.result(day(earliestFinishOn))]),
        ...(mustFinishBy === null ? [] : [line.mustFinishBy(day(mustFinishBy))]),
      ];
      return days.length === 0 ? wait : words.aside(wait, words.list(days));
    });
}

/** What its day counts on: such a day is the first one possible, whether or not the step before is done by then. */
function stepBefore(activity: PlannedActivity, { route, planWords }: Context): string[] {
  const { words } = planWords;
  const activities = route?.activities ?? [];
  const before = activities.slice(0, activities.indexOf(activity)).findLast(isFamilyStep);
  return before === undefined ? [] : [words.calendar.line.after(before.title[words.locale])];
}

/** Why this day, and how much float there is. */
function dates(activity: PlannedActivity, kind: Entry['kind'], { planWords }: Context): string[] {
  const { words, day, reason } = planWords;
  const { line } = words.calendar;
  const reasons = activity.reasons.filter(isWorthSaying);
  const forEarliest = reasons.filter(isOfEarliest).map(reason);
  const forLatest = reasons.filter((it) => !isOfEarliest(it)).map(reason);
  const because = (say: typeof line.why, sentences: readonly string[]) =>
    sentences.length === 0 ? [] : [say(sentences)];

  if (kind === 'act' || kind === 'result') return because(line.why, [...forEarliest, ...forLatest]);
  const float = floatLines(activity, kind, planWords);
  if (kind === 'opens') return [...because(line.why, forEarliest), ...float];
  const channels = [...activity.latestStartByChannel].map(([channel, lastStart]) =>
    line.channel(words.channel[channel], day(lastStart)),
  );
  return [
    ...(channels.length === 0 ? [] : [words.list(channels)]),
    ...because(line.why, forLatest),
    ...because(line.earliest, forEarliest),
    ...float,
  ];
}

/** Nothing where the float is not known, and of what is under way: there it is counted from its finish. */
function floatLines(activity: PlannedActivity, kind: Entry['kind'], { words, day }: PlanWords): string[] {
  const { line } = words.calendar;
  const { state, earliestStartOn, latestStartOn, totalFloatDays, totalFloatWorkingDays } = activity;
  if (earliestStartOn === null || latestStartOn === null || state !== 'open') return [];
  if (totalFloatDays === null || totalFloatWorkingDays === null) return [];
  if (totalFloatDays === 0) return [line.noFloat];
  const float = words.float(totalFloatDays, totalFloatWorkingDays);
  if (totalFloatDays < 0) return [line.late(float)];
  return [
    kind === 'opens'
      ? line.floatFromHere(float, day(latestStartOn))
      : line.floatUsedUp(float, day(earliestStartOn)),
  ];
}

/** The plan's own day is no reason that outlives it, and what takes no time moves no day. */
function isWorthSaying(reason: Reason): boolean {
  return reason.rule !== 'starts-today' && !(reason.rule === 'takes' && reason.period.amount === 0);
}

function isOfEarliest(reason: Reason): boolean {
  switch (reason.rule) {
    case 'starts-today':
    case 'window-opens':
    case 'waits-for':
    case 'paper-expires':
      return true;
    case 'office-closed':
      return reason.direction === 'forward';
    case 'takes':
    case 'cutoff':
    case 'window-closes':
    case 'leaves-time-for':
      return false;
  }
}

/** The cutoff that the days are counted from: on its own entry, and wherever it is not a settled fact. */
function cutoffLines({ kind }: Entry, { plan, planWords }: Context): string[] {
  const { words, day } = planWords;
  const { line } = words.calendar;
  const { on, at, status, isOwn } = plan.cutoff;
  const isCutoffs = kind === 'cutoff' || kind === 'cutoff-met';
  const restsOnIt = kind !== 'act' && kind !== 'result';
  if (!isCutoffs && (!restsOnIt || (status !== 'expected' && !isOwn))) return [];
  const missed = kind === 'cutoff' || kind === 'today' ? plan.ifMissed : null;
  return [
    line.cutoff(day(on), at, isOwn ? line.ownCutoff : words.cutoffStatus[status]),
    ...(missed === null ? [] : [line.ifMissed(missed.text[words.locale])]),
  ];
}

/** The sources of the days named, and how sure they are where nobody confirmed them. */
function provenance({ kind, activities }: Entry, { plan, planWords }: Context): string[] {
  const { words } = planWords;
  const { line } = words.calendar;
  const reasons = activities.flatMap((activity) => activity.reasons);
  const ids = new Set(reasons.flatMap((reason) => ('source' in reason ? [reason.source] : [])));
  if (kind === 'cutoff' || kind === 'cutoff-met') ids.add(plan.cutoff.source);
  const sources = [...ids].map((id) => {
    const source = plan.sources.get(id);
    // A cutoff of the family's own names its source in their words.
    if (source === undefined) return { text: id, confidence: 'confirmed' as const };
    const { confidence } = source;
    const title = source.title[words.locale];
    const text = confidence === 'confirmed' ? title : words.aside(title, words.confidence[confidence]);
    return { text, confidence };
  });
  const confidence = weakest(activities.map((activity) => activity.confidence));
  const ofSources = weakest(sources.map((source) => source.confidence));
  const isSaid = weakest([confidence, ofSources]) === ofSources;
  return [
    ...(sources.length === 0 ? [] : [line.sources(sources.map(({ text }) => text))]),
    ...(isSaid ? [] : [line.confidence(words.confidence[confidence])]),
  ];
}
