// What is wrong with an answer, in the language of the page, beside its field.

import type { Locale } from '../../../domain/localized.ts';
import type { Fault } from '../../../domain/problem.ts';
import type { StepFault, TypedStep } from '../../../emitters/pages/marks-view.ts';
import { markWordsOf } from '../../../emitters/pages/words/mark-words-of.ts';
import { pageWordsOf } from '../../../emitters/pages/words/page-words-of.ts';
import { faultSentence } from '../../../input/fault-text.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import type { Policy } from '../../../policies/policy.ts';
import { answerValue, knownValue } from './answers.ts';

/**
 * The sentence for one fault of an answer.
 *
 * The form knows what each kind of answer looks like, so it says so itself; only a fault of an answer that looks
 * right (a day that cannot be) falls back on the fault's own words.
 */
export function fieldFault(fact: FactDefinition, fault: Fault, typed: string, locale: Locale): string {
  const words = pageWordsOf(locale).field;
  if (answerValue(fact, typed) === undefined) return words.missing;
  if (fault.years !== undefined) return words.notInYears(typed, fault.years.from, fault.years.until);
  if (knownValue(fact, typed) !== null) return words.conflicts(faultSentence(fault));
  switch (fact.type) {
    case 'date':
      return words.notDay(typed);
    case 'month':
      return words.notMonth(typed);
    case 'date-or-month':
      return words.notDayOrMonth(typed);
    case 'integer':
      return words.notCount(typed);
    case 'choice':
    case 'boolean':
      return words.notChoice;
  }
}

/** A fault of what was to be noted of a step, with the field that it stands in. */
export function stepFault(fault: Fault, typed: TypedStep, policy: Policy, locale: Locale): StepFault {
  const words = markWordsOf(locale);
  const [, , key] = fault.path;
  const isOther = typed.when === 'other';
  if (fault.contradiction !== undefined) {
    return { text: otherFault(fault, policy, locale), field: isOther ? 'day' : null };
  }
  switch (key) {
    case 'kind':
      return { text: words.notKind, field: null };
    case 'day':
      return { text: words.notDay(isOther ? typed.day : typed.when), field: isOther ? 'day' : null };
    case 'startedOn':
      return { text: words.notDay(typed.startedOn), field: 'started' };
    default:
      return { text: otherFault(fault, policy, locale), field: null };
  }
}

/** The sentence for a fault that no field of the form stands for; steps are called by their titles. */
export function otherFault(fault: Fault, { activities }: Policy, locale: Locale): string {
  const { contradiction, path } = fault;
  const titleOf = (id: unknown) => activities.get(String(id))?.title[locale] ?? String(id);
  if (contradiction !== undefined) {
    const { kind, predecessor } = contradiction;
    return pageWordsOf(locale).contradiction[kind](titleOf(path[1]), titleOf(predecessor));
  }
  return pageWordsOf(locale).field.conflicts(faultSentence(fault));
}
