// The part of a reminder mail that lists what else is still to come, each with its days.

import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlannedRoute } from '../../domain/planned-route.ts';
import type { PlanWords } from '../wording/plan-words.ts';

export interface DateView {
  readonly title: string;
  readonly when: string;
}

/**
 * The unfinished steps of the family and HR that are not in `shown`, in the order of the route, and the cutoff.
 * What an office does is left out: nobody can do anything about it.
 */
export function otherDates(
  plan: Plan,
  route: PlannedRoute | undefined,
  shown: readonly PlannedActivity[],
  say: PlanWords,
): DateView[] {
  const others = (route?.activities ?? []).filter(
    ({ id, state, actor }) =>
      state !== 'done' && actor !== 'office' && !shown.some((activity) => activity.id === id),
  );
  return [
    ...others.map((activity) => dateView(activity, plan, say)),
    { title: say.words.mail.cutoff, when: cutoffWords(plan, say) },
  ];
}

/** The last day by each way of doing it: online, at a counter. */
export function channelWords({ latestStartByChannel }: PlannedActivity, { words, day }: PlanWords): string {
  const parts = [...latestStartByChannel].map(([channel, on]) =>
    words.mail.byChannel(words.channel[channel], day(on)),
  );
  return words.list(parts);
}

function dateView(activity: PlannedActivity, plan: Plan, say: PlanWords): DateView {
  const { words } = say;
  const title = activity.title[words.locale];
  return {
    title: activity.actor === 'employer' ? words.aside(title, words.actor.employer) : title,
    when: activity.state === 'running' ? untilWords(activity, say) : spanWords(activity, plan, say),
  };
}

function untilWords({ mustFinishBy }: PlannedActivity, { words, day }: PlanWords): string {
  if (mustFinishBy === null) return words.state.running;
  return words.aside(words.state.running, words.mail.by(day(mustFinishBy)));
}

/** From when, unless it can start already, and until when it can start. */
function spanWords(activity: PlannedActivity, plan: Plan, say: PlanWords): string {
  const { earliestStartOn, latestStartOn, latestStartByChannel } = activity;
  const { mail } = say.words;
  const isOpenNow = earliestStartOn !== null && earliestStartOn <= plan.asOf;
  const from = earliestStartOn === null || isOpenNow ? null : say.day(earliestStartOn);
  if (latestStartByChannel.size > 1) return mail.span(from, channelWords(activity, say));
  if (latestStartOn === null) return mail.span(from, null);
  if (latestStartOn === earliestStartOn) return mail.onlyOn(say.day(latestStartOn));
  return mail.span(from, mail.by(say.day(latestStartOn)));
}

function cutoffWords({ cutoff }: Plan, { words, day }: PlanWords): string {
  const on = cutoff.at === null ? day(cutoff.on) : `${day(cutoff.on)} ${cutoff.at}`;
  return words.aside(on, words.cutoffStatus[cutoff.status]);
}
