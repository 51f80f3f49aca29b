// The facts that a policy asks for, as fields of a form: which are asked, in which order, with what was typed
// and what is wrong with it. Markup is in templates/pages/fact-field.eta.

import type { FactValue } from '../../../domain/case.ts';
import { type Day, parseDay } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Fault } from '../../../domain/problem.ts';
import type { FieldOption, FieldView } from '../../../emitters/pages/field-view.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import { wordsOf } from '../../../emitters/wording/wording.ts';
import { ConditionFailed } from '../../../policies/condition.ts';
import type { FactDefinition, Policy } from '../../../policies/policy.ts';
import { type Answers, answerValue, knownValue } from './answers.ts';
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
  const asked = policy.facts.filter((fact) => isAsked(fact, policy, answers, asOf));
  const decisive = policy.facts.filter(({ id }) => decidesWhatIsAsked(id, policy)).map(({ id }) => id);
  const isFirst = ({ id, isRequired }: FactDefinition) => isRequired || decisive.includes(id);
  const view = (fact: FactDefinition) =>
    fieldView(fact, { policy, answers, faults, asOf, locale }, isFirst(fact));
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

/** Asked unless its condition is known not to hold: an answer that is still missing may make it hold. */
function isAsked({ askWhen }: FactDefinition, policy: Policy, answers: Answers, asOf: Day): boolean {
  if (askWhen === null) return true;
  const known = policy.facts.flatMap((fact): [string, FactValue][] => {
    const value = knownValue(fact, answers.get(fact.id) ?? '') ?? fact.fallback;
    return value === null ? [] : [[fact.id, value]];
  });
  const dayFacts = new Set(policy.facts.filter(({ type }) => type === 'date').map(({ id }) => id));
  try {
    return askWhen.holds({ facts: new Map(known), dayFacts, asOf, policyYear: policy.policyYear });
  } catch (error) {
    if (error instanceof ConditionFailed) return true;
    throw error;
  }
}

/** Whether what must be known depends on it. */
function decidesWhatIsAsked(id: string, policy: Policy): boolean {
  const mention = new RegExp(`\\bfacts\\.${id}\\b`);
  return policy.facts.some(
    ({ askWhen, isRequired }) => isRequired && askWhen !== null && mention.test(askWhen.expression),
  );
}

function kindOf({ type }: FactDefinition): FieldView['kind'] {
  if (type === 'choice' || type === 'boolean') return 'radios';
  return type === 'integer' ? 'integer' : 'text';
}

function fieldView(fact: FactDefinition, input: FactFieldsInput, isFirst: boolean): FieldView {
  const { answers, faults, locale } = input;
  const typed = answers.get(fact.id) ?? '';
  const fault = faults.find(({ path }) => path[0] === 'facts' && path[1] === fact.id);
  const kind = kindOf(fact);
  const value = String(answerValue(fact, typed) ?? '');
  const isDayField = fact.type === 'date' && (value === '' || parseDay(value) !== null);
  return {
    id: fact.id,
    kind,
    inputType: isDayField ? 'date' : 'text',
    question: fact.question[locale],
    help: fact.help?.[locale] ?? null,
    hint: hintOf(fact, isDayField, isFirst, locale),
    value: isDayField ? value : typed,
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

function hintOf(fact: FactDefinition, isDayField: boolean, isFirst: boolean, locale: Locale): string | null {
  const words = pageWordsOf(locale).field;
  if (fact.fallback !== null && fact.fallback !== 'unknown' && !isFirst) {
    return words.ifEmpty(fallbackText(fact, locale));
  }
  if (fact.type === 'date-or-month') return words.dayOrMonthHint;
  if (fact.type === 'month') return words.monthHint;
  return fact.type === 'date' && !isDayField ? words.dayHint : null;
}

function fallbackText({ fallback, choices }: FactDefinition, locale: Locale): string {
  const words = wordsOf(locale);
  if (typeof fallback === 'boolean') return fallback ? words.yes : words.no;
  return choices.get(String(fallback))?.[locale] ?? String(fallback);
}
