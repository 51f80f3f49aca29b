// "What if" on the page of a plan: what can be tried, as fields of a form, and what it would change.

import { formatDay } from '../../domain/day.ts';
import type { Locale } from '../../domain/localized.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Fault } from '../../domain/problem.ts';
import { type WhatIfOffers, whatIfOffers } from '../../domain/what-if-offers.ts';
import { type PlanWords, planWords } from '../wording/plan-words.ts';
import { type Differences, differencesOf } from './differences.ts';
import type { WhatIfWords } from './words/what-if-words.ts';
import { whatIfWordsOf } from './words/what-if-words-of.ts';

/** Names in the form and in the address; none is a fact of a policy. `takes` is followed by the activity. */
export const WHAT_IF_NAMES = {
  takes: 'if-takes.',
  startOn: 'if-start',
  cutoffOn: 'if-cutoff',
  isFullTime: 'if-full-time',
} as const;

/** What was typed, by name; and what came of it. Null: nothing was tried. */
export interface TriedWhatIf {
  readonly typed: ReadonlyMap<string, string>;
  readonly outcome:
    | { readonly kind: 'compared'; readonly before: Plan; readonly after: Plan }
    | { readonly kind: 'refused'; readonly faults: readonly Fault[] };
}

/** Where the form leads, and what it carries along unseen. */
export interface WhatIfForm {
  readonly action: string;
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  readonly tried: TriedWhatIf | null;
}

interface DayField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly min: string;
  readonly max: string;
}

export interface WhatIfResult {
  readonly faults: readonly string[];
  /** Null: there are faults. */
  readonly differences: Differences | null;
  readonly isSame: boolean;
}

export interface WhatIfView {
  readonly words: WhatIfWords;
  readonly action: string;
  readonly carried: WhatIfForm['carried'];
  /** The same page with nothing tried. */
  readonly resetHref: string;
  readonly takes: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: readonly {
      readonly value: string;
      readonly text: string;
      readonly isChosen: boolean;
    }[];
  }[];
  readonly days: readonly DayField[];
  readonly fullTime: { readonly name: string; readonly label: string; readonly isChosen: boolean } | null;
  /** Null: nothing was tried. */
  readonly result: WhatIfResult | null;
}

/** What can be tried on a plan; null: nothing. */
export function whatIfView(plan: Plan, form: WhatIfForm, locale: Locale): WhatIfView | null {
  const offers = whatIfOffers(plan);
  if (offers === null) return null;
  const words = whatIfWordsOf(locale);
  const told = planWords(plan, undefined, locale);
  const typed = (name: string) => form.tried?.typed.get(name) ?? '';
  const query = new URLSearchParams(form.carried.map(({ name, value }): [string, string] => [name, value]));
  return {
    words,
    action: form.action,
    carried: form.carried,
    resetHref: query.size === 0 ? form.action : `${form.action}?${query}`,
    takes: offers.durations.map(({ activity, amounts }) => {
      const name = `${WHAT_IF_NAMES.takes}${activity.id}`;
      const { amount: reckoned, unit } = activity.duration;
      const chosen = typed(name) === '' ? String(reckoned) : typed(name);
      return {
        name,
        label: words.takes(activity.title[locale]),
        options: amounts.map((amount) => {
          const period = told.words.period({ amount, unit });
          const isReckoned = amount === reckoned;
          return {
            value: isReckoned ? '' : String(amount),
            text: isReckoned ? words.asReckoned(period) : period,
            isChosen: chosen === String(amount),
          };
        }),
      };
    }),
    days: dayFields(plan, offers, { words, told, locale, typed }),
    fullTime:
      offers.fullTime.length === 0
        ? null
        : {
            name: WHAT_IF_NAMES.isFullTime,
            label: words.fullTime(
              offers.fullTime.map(({ activity, limit }) =>
                told.words.label(activity.title[locale], told.words.period(limit)),
              ),
            ),
            isChosen: typed(WHAT_IF_NAMES.isFullTime) !== '',
          },
    result: form.tried === null ? null : resultOf(form.tried, offers, { words, told, locale }),
  };
}

interface FieldContext {
  readonly words: WhatIfWords;
  readonly told: PlanWords;
  readonly locale: Locale;
  readonly typed: (name: string) => string;
}

function dayFields(
  { cutoff }: Plan,
  offers: WhatIfOffers,
  { words, told, locale, typed }: FieldContext,
): DayField[] {
  const fields: DayField[] = [];
  if (offers.start !== null) {
    const { activity, from, until } = offers.start;
    fields.push({
      name: WHAT_IF_NAMES.startOn,
      label: words.startOn(activity.title[locale]),
      hint: words.startHint(told.day(from)),
      value: typed(WHAT_IF_NAMES.startOn),
      min: formatDay(from),
      max: formatDay(until),
    });
  }
  if (offers.cutoff !== null) {
    fields.push({
      name: WHAT_IF_NAMES.cutoffOn,
      label: words.cutoffOn,
      hint: words.cutoffHint(told.day(cutoff.on)),
      value: typed(WHAT_IF_NAMES.cutoffOn),
      min: formatDay(offers.cutoff.from),
      max: formatDay(offers.cutoff.until),
    });
  }
  return fields;
}

function resultOf(
  { outcome }: TriedWhatIf,
  offers: WhatIfOffers,
  context: Omit<FieldContext, 'typed'>,
): WhatIfResult {
  if (outcome.kind === 'refused') {
    const faults = outcome.faults.map((fault) => faultSentence(fault, offers, context));
    return { faults, differences: null, isSame: false };
  }
  const differences = differencesOf(outcome.before, outcome.after, context.locale);
  const { ofPlan, ofSteps } = differences;
  const isSame = ![...ofPlan, ...ofSteps].some(({ isChanged }) => isChanged);
  return { faults: [], differences, isSame };
}

/** A day that no plan could be made for is told with the days that can be tried. */
function faultSentence(
  { path, value, what }: Fault,
  offers: WhatIfOffers,
  { words, told }: Pick<FieldContext, 'words' | 'told'>,
): string {
  const [name] = path;
  const range = name === 'startOn' ? offers.start : name === 'cutoffOn' ? offers.cutoff : null;
  if (what === 'not a day') return words.fault.notDay(String(value));
  if (range === null || (name !== 'startOn' && name !== 'cutoffOn')) return words.fault.notOffered;
  return words.fault[name](told.day(range.from), told.day(range.until));
}
