// The facts that a policy asks for, as fields of a form: which are asked, in which order, with what was typed
// and what is wrong with it. Markup is in templates/pages/fact-field.eta.

import type { Day } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Fault } from '../../../domain/problem.ts';
import type { FieldOption, FieldView } from '../../../emitters/pages/field-view.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import { wordsOf } from '../../../emitters/wording/wording.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';
import { askedFacts, deciders } from '../ask/asked-facts.ts';
import type { Answers } from './answers.ts';
import { fieldFault, otherFault } from './field-faults.ts';

export interface FactFields {
  /** What must be answered, and what decides what else is asked. */
  readonly first: readonly FieldView[];
  readonly more: readonly FieldView[];
  /** Faults that belong to none of the fields. */
  readonly otherFaults: readonly string[];
}

export interface FactFieldsInput {
  readonly policy: Policy;
  readonly answers: Answers;
  readonly faults: readonly Fault[];
  readonly asOf: Day;
  readonly locale: Locale;
}

export function factFields({ policy, answers, faults, asOf, locale }: FactFieldsInput): FactFields {
  const asked = askedFacts({ policy, answers, today: asOf });
  const required = policy.facts.filter(({ isRequired }) => isRequired);
  const decisive = new Set(required.flatMap((fact) => deciders(fact, policy)));
  const isFirst = (fact: FactDefinition) => fact.isRequired || decisive.has(fact);
  const view = (fact: FactDefinition) => fieldView(fact, { answers, faults, locale }, isFirst(fact));
  const shown = new Set(asked.map(({ id }) => id));
  const isOfField = ({ path }: Fault) => path[0] === 'facts' && shown.has(String(path[1]));
  return {
    first: asked.filter(isFirst).map(view),
    more: asked.filter((fact) => !isFirst(fact)).map(view),
    otherFaults: faults
      .filter((fault) => !isOfField(fault))
      .map((fault) => otherFault(fault, policy, locale)),
  };
}

function kindOf({ type }: FactDefinition): FieldView['kind'] {
  if (type === 'choice' || type === 'boolean') return 'radios';
  return type === 'integer' ? 'integer' : 'text';
}

/**
 * One fact as a field.
 *
 * @param isFirst its usual answer stands chosen, in full view; else the field starts at "not sure".
 */
export function fieldView(
  fact: FactDefinition,
  { answers, faults, locale }: Pick<FactFieldsInput, 'answers' | 'faults' | 'locale'>,
  isFirst: boolean,
): FieldView {
  const typed = answers.get(fact.id) ?? '';
  const fault = faults.find(({ path }) => path[0] === 'facts' && path[1] === fact.id);
  const kind = kindOf(fact);
  return {
    id: fact.id,
    kind,
    question: fact.question[locale],
    help: fact.help?.[locale] ?? null,
    hint: hintOf(fact, isFirst, locale),
    value: typed,
    options: kind === 'radios' ? optionsOf(fact, typed, isFirst, locale) : [],
    fault: fault === undefined ? null : fieldFault(fact, fault, typed, locale),
  };
}

/**
 * A first question comes with its usual answer chosen, in full view. Any other starts at "not sure", so that the
 * plan can say what was assumed; a policy's own `unknown` is that answer.
 */
function optionsOf(fact: FactDefinition, typed: string, isFirst: boolean, locale: Locale): FieldOption[] {
  const words = wordsOf(locale);
  const all: [string, string][] =
    fact.type === 'boolean'
      ? [
          ['true', words.yes],
          ['false', words.no],
        ]
      : [...fact.choices].map(([value, label]) => [value, label[locale]]);
  const hasUsual = isFirst && fact.fallback !== null;
  const chosen = typed === '' && hasUsual ? String(fact.fallback) : typed;
  const named = hasUsual ? all : all.filter(([value]) => value !== 'unknown');
  const none: [string, string][] = hasUsual ? [] : [['', pageWordsOf(locale).field.noAnswer]];
  const isUnknown = !named.some(([value]) => value === chosen);
  return [...named, ...none].map(([value, label]) => ({
    value,
    label,
    isChecked: value === '' ? isUnknown : value === chosen,
  }));
}

function hintOf(fact: FactDefinition, isFirst: boolean, locale: Locale): string | null {
  const words = pageWordsOf(locale).field;
  if (fact.fallback !== null && fact.fallback !== 'unknown' && !isFirst) {
    return words.ifEmpty(fallbackText(fact, locale));
  }
  return formHint(fact, locale);
}

/** How the answer to a question is written; null: it is chosen, or a number. */
export function formHint({ type }: FactDefinition, locale: Locale): string | null {
  const { dayHint, dayOrMonthHint, monthHint } = pageWordsOf(locale).field;
  if (type === 'date-or-month') return dayOrMonthHint;
  if (type === 'month') return monthHint;
  return type === 'date' ? dayHint : null;
}

function fallbackText({ fallback, choices }: FactDefinition, locale: Locale): string {
  const words = wordsOf(locale);
  if (typeof fallback === 'boolean') return fallback ? words.yes : words.no;
  return choices.get(String(fallback))?.[locale] ?? String(fallback);
}
