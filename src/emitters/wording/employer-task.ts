// The employer's step in words: what, by when, where, why, who says so; and nothing else of the plan. The page for HR,
// the mails to HR and the text that a family passes on all say it from here.

import type { Locale } from '../../domain/localized.ts';
import { type Plan, recommendedRouteOf } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { Reason } from '../../domain/reason.ts';
import { employerWordsOf } from './employer-words-of.ts';
import { type PlanWords, planWords } from './plan-words.ts';

export interface TaskSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface EmployerTask {
  readonly step: string;
  /** The last day and how far it is, or how it stands. */
  readonly deadline: string;
  /** The last day alone; null: none is known, or it is done. */
  readonly by: string | null;
  /** From when it can be done; null: it is under way or done. */
  readonly from: string | null;
  /** The same day; null: it can be done now, or it is under way or done. */
  readonly fromDay: string | null;
  /** What to click and where, in order; none is empty. */
  readonly doing: readonly TaskSection[];
  /** Why by then, and who says so; none is empty. */
  readonly why: readonly TaskSection[];
}

export function employerTask(plan: Plan, activity: PlannedActivity, locale: Locale): EmployerTask {
  const say = planWords(plan, recommendedRouteOf(plan), locale);
  const words = employerWordsOf(locale);
  const { heading } = words;
  const told = (sections: readonly TaskSection[]) => sections.filter(({ lines }) => lines.length > 0);
  const isDone = activity.state === 'done';
  const canStart = activity.state === 'open' && activity.earliestStartOn !== null;
  const fromDay = canStart ? laterDay(plan, activity, say) : null;
  return {
    step: activity.title[locale],
    deadline: deadlineOf(plan, activity, say),
    by: isDone || activity.latestStartOn === null ? null : say.day(activity.latestStartOn),
    from: fromDay === null ? (canStart ? words.now : null) : words.from(fromDay),
    fromDay,
    doing: told([
      { heading: heading.where, lines: activity.place === null ? [] : [activity.place[locale]] },
      { heading: heading.what, lines: isDone ? [] : [words.how] },
      { heading: heading.bring, lines: activity.bring.map((paper) => paper[locale]) },
    ]),
    why: told([
      { heading: heading.why, lines: isDone ? [] : whyOf(plan, activity, say) },
      { heading: heading.sources, lines: sourcesOf(plan, activity, say) },
    ]),
  };
}

function deadlineOf(plan: Plan, activity: PlannedActivity, { words, day }: PlanWords): string {
  const { state, latestStartOn, mustFinishBy, earliestStartOn, earliestFinishOn, duration } = activity;
  const { mail } = words;
  const employer = employerWordsOf(words.locale);
  if (state === 'done') return employer.done(earliestFinishOn === null ? '' : day(earliestFinishOn));
  if (state === 'running') {
    const since = employer.running(earliestStartOn === null ? '' : day(earliestStartOn));
    return mustFinishBy === null
      ? since
      : `${since}${words.locale === 'zh' ? '' : ' '}${mail.sentence(mail.by(day(mustFinishBy)))}`;
  }
  if (latestStartOn === null) return mail.noLastDay;
  return mail.deadline(day(latestStartOn), mail.daysLeft(latestStartOn - plan.asOf), duration.amount === 0);
}

/** The first day on which it can start, where that is still to come. */
function laterDay({ asOf }: Plan, { earliestStartOn }: PlannedActivity, { day }: PlanWords): string | null {
  return earliestStartOn === null || earliestStartOn <= asOf ? null : day(earliestStartOn);
}

/** What follows after it, the cutoff, and what it costs to miss it. Of other steps only the next one is named. */
function whyOf(plan: Plan, activity: PlannedActivity, { words, day, reason }: PlanWords): string[] {
  const { cutoff, ifMissed } = plan;
  const bounds = activity.reasons.filter(isAboutTheLastDay).map(reason);
  const status = words.cutoffStatus[cutoff.status];
  return [
    ...bounds.map((text) => words.mail.sentence(text)),
    employerWordsOf(words.locale).cutoff(
      day(cutoff.on),
      cutoff.at,
      cutoff.isOwn ? words.text.ownCutoff : status,
    ),
    ...(ifMissed === null ? [] : [ifMissed.text[words.locale]]),
  ];
}

function isAboutTheLastDay({ rule }: Reason): boolean {
  return rule === 'leaves-time-for' || rule === 'window-closes';
}

/** Who says that it is the employer's, and who says when the cutoff is. */
function sourcesOf(plan: Plan, { source }: PlannedActivity, { words }: PlanWords): string[] {
  const ids = [source, ...(plan.cutoff.isOwn ? [] : [plan.cutoff.source])];
  return [...new Set(ids)].flatMap((id) => {
    const found = plan.sources.get(id);
    if (found === undefined) return [];
    return [words.aside(found.title[words.locale], words.confidence[found.confidence])];
  });
}
