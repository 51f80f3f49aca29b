// The steps and routes of a policy as JSON.

import type { ActivityDefinition, ToldText } from '../../../policies/parts/activity.ts';
import type { RouteDefinition, RouteStep } from '../../../policies/parts/route.ts';
import { conditionText, dayRuleJson, durationJson } from './json-values.ts';

export function activityJson(activity: ActivityDefinition): object {
  const { id, title, actor, accompaniedBy, renews, source, place, startsOn, finishRolls } = activity;
  return {
    id,
    title,
    actor,
    accompaniedBy,
    renews,
    source,
    place,
    bring: activity.bring.map(toldJson),
    tips: activity.tips.map(toldJson),
    durations: activity.durations.map(durationJson),
    startsOn,
    channels: Object.fromEntries(activity.channels),
    finishRolls,
    opensOn: activity.opensOn.map(dayRuleJson),
    closesOn: activity.closesOn.map(dayRuleJson),
    outcomes: [...activity.outcomes.values()],
  };
}

function toldJson({ when, ...told }: ToldText): object {
  return { ...told, when: conditionText(when) };
}

export function routeJson(route: RouteDefinition): object {
  const { id, title, source, notEligibleBecause, cutoff, steps, followUp } = route;
  return {
    id,
    title,
    source,
    recommendable: route.isRecommendable,
    when: route.when.expression,
    expectWhen: conditionText(route.expectWhen),
    notEligibleBecause,
    outcomes: Object.fromEntries(route.outcomes),
    cutoff,
    activities: [...steps, ...followUp].map(({ activity }) => activity),
    steps: steps.map(stepJson),
    followUp: followUp.map(stepJson),
  };
}

function stepJson({ activity, when, durations, after }: RouteStep): object {
  return { activity, when: conditionText(when), durations: durations?.map(durationJson) ?? null, after };
}
