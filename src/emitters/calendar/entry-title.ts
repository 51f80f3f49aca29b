// The title of a calendar entry: who does what by when, short enough for a phone's day view.

import type { Day } from '../../domain/day.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlanWords } from '../wording/plan-words.ts';
import type { Entry } from './entries.ts';

/** Most characters of a title that names several activities or an actor; a policy's own title is never cut. */
const MOST_CHARACTERS = { zh: 19, en: 60 } as const;

/**
 * The title of an entry.
 *
 * @param on null where the title stands on the day itself; otherwise the day to name
 */
export function entryTitle(entry: Entry, plan: Plan, { words, day }: PlanWords, on: Day | null): string {
  const say = words.calendar.title;
  const when = on === null ? null : day(on);
  const what = words.list(entry.activities.map(({ title }) => title[words.locale]));
  switch (entry.kind) {
    case 'opens':
      return say.opens(what, when);
    case 'last-day': {
      const isEmployers = entry.activities.every(({ actor }) => actor === 'employer');
      const isNamed = isEmployers && isShort(say.lastDayOfEmployer(what, null), words.locale);
      return isNamed ? say.lastDayOfEmployer(what, when) : say.lastDay(what, when);
    }
    case 'finish':
      return say.finish(what, when);
    case 'act':
      return say.act(what, when);
    case 'look':
      return say.look(what, when);
    case 'result':
      return say.result(what, when);
    case 'done':
      return say.done(what);
    case 'cutoff':
      return say.cutoff({
        what: what === '' ? null : what,
        on: when,
        at: plan.cutoff.at,
        isExpected: plan.cutoff.status === 'expected',
      });
    case 'cutoff-met':
      return say.cutoffMet;
    case 'today':
      return plan.today.kind === 'ask' ? say.ask : say.today;
  }
}

/** Whether an entry's title is short enough to name all of its activities. */
export function hasShortTitle(entry: Entry, plan: Plan, planWords: PlanWords): boolean {
  return isShort(entryTitle(entry, plan, planWords, null), planWords.words.locale);
}

function isShort(title: string, locale: keyof typeof MOST_CHARACTERS): boolean {
  return [...title].length <= MOST_CHARACTERS[locale];
}
