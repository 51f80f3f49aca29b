// The steps: how long each takes by the policy, as seen, and by law; where it is done and what to mind.

import type { CellView, SaidView, SectionView } from '../../../emitters/pages/policy-page.ts';
import type { ActivityDefinition, DurationDefinition, ToldText } from '../../../policies/parts/activity.ts';
import { dayRuleLines, onlyNote } from './day-rule-words.ts';
import { absent, cell, type Line, said, type Telling } from './telling.ts';

export function stepsSection(telling: Telling): SectionView | null {
  const { policy, words } = telling;
  const { columns, caption } = words.durations;
  const activities = [...policy.activities.values()];
  if (activities.length === 0) return null;
  return {
    id: 'steps',
    ...words.section.steps,
    blocks: [
      {
        kind: 'table',
        table: {
          caption,
          columns: [columns.step, columns.planning, columns.observed, columns.legal],
          rows: activities.flatMap((activity) => durationRows(activity, telling)),
        },
      },
      {
        kind: 'said',
        title: words.details.title,
        said: activities.map((activity) => activitySaid(activity, telling)),
      },
    ],
  };
}

/** A row for each way in which its duration is told: its own, unless no route takes it, and those of routes. */
function durationRows(
  activity: ActivityDefinition,
  telling: Telling,
): { head: CellView; cells: CellView[] }[] {
  const { policy, words, shared, say, only } = telling;
  const row = (duration: DurationDefinition, route: string | null) => ({
    head: cell(say(activity.title), null, [
      shared.actor[activity.actor],
      route,
      onlyNote(only(duration.when), telling),
    ]),
    cells: durationCells(duration, telling),
  });
  const taken = policy.routes.flatMap((route) =>
    [...route.steps, ...route.followUp].flatMap(({ activity: id, durations }) =>
      id === activity.id ? [{ durations, on: words.durations.onRoute(say(route.title)) }] : [],
    ),
  );
  const isOwnTaken = taken.length === 0 || taken.some(({ durations }) => durations === null);
  const own = isOwnTaken ? activity.durations : [];
  return [
    ...own.map((duration) => row(duration, null)),
    ...taken.flatMap(({ durations, on }) => (durations ?? []).map((duration) => row(duration, on))),
  ];
}

function durationCells({ planning, observed, legalLimit }: DurationDefinition, telling: Telling): CellView[] {
  const { words, shared, ref, question } = telling;
  const { none, own, byLegalLimit, byObserved, observed: seen } = words.durations;
  const period = planning?.period;
  const reckoned =
    period === undefined
      ? cell(legalLimit === null ? byObserved : byLegalLimit, ref((legalLimit ?? observed)?.source ?? ''))
      : cell(
          'fact' in period ? own(question(period.fact)) : shared.period(period),
          ref(planning?.source ?? ''),
        );
  return [
    reckoned,
    observed === null ? absent(none) : cell(seen(observed), ref(observed.source)),
    legalLimit === null ? absent(none) : cell(shared.period(legalLimit.period), ref(legalLimit.source)),
  ];
}

function activitySaid(activity: ActivityDefinition, telling: Telling): SaidView {
  const { words, shared, say, ref } = telling;
  const { details } = words;
  const source = ref(activity.source);
  const told = (label: string) => (text: ToldText) => toldLine(label, text, telling);
  return said({
    title: say(activity.title),
    tag: shared.actor[activity.actor],
    ref: source,
    isFolded: true,
    lines: [
      ...(activity.place === null
        ? []
        : [{ label: details.place, text: say(activity.place), note: null, ref: source }]),
      ...activity.bring.map(told(details.bring)),
      ...dayRuleLines(details.opens, activity.opensOn, telling),
      ...dayRuleLines(details.closes, activity.closesOn, telling),
      ...dayLines(activity, telling),
      ...activity.tips.map(told(details.tip)),
      ...[...activity.outcomes.values()].map(({ title, means, instead, source: by }) => ({
        label: words.outcomeLabel,
        text: words.outcome(say(title), say(means)),
        note: instead === null ? null : words.outcomeLate(say(instead)),
        ref: ref(by),
      })),
    ],
  });
}

/** On which days it can start, where not on all of them, and where its end moves. */
function dayLines({ channels, startsOn, finishRolls, source }: ActivityDefinition, telling: Telling): Line[] {
  const { words, shared, ref } = telling;
  const line = (label: string, text: string) => ({ label, text, note: null, ref: ref(source) });
  const rule = (starts: typeof startsOn) => (starts === 'working-day' ? words.workingDaysOnly : words.anyDay);
  return [
    ...(channels.size === 0 && startsOn === 'working-day' ? [line(words.details.days, rule(startsOn))] : []),
    ...[...channels].map(([channel, starts]) =>
      line(words.details.channels, shared.label(shared.channel[channel], rule(starts))),
    ),
    ...(finishRolls === 'forward' ? [line(words.details.days, words.rollsForward)] : []),
  ];
}

function toldLine(label: string, { text, when, source }: ToldText, telling: Telling): Line {
  const note = onlyNote(telling.only(when), telling);
  return { label, text: telling.say(text), note, ref: telling.ref(source) };
}
