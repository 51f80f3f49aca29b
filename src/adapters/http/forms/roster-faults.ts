// What is wrong in HR's file, and with what was to be noted, in the language of the page.

import type { UploadFault } from '../../../app/stored-roster/read-upload.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Fault } from '../../../domain/problem.ts';
import type { FaultLine } from '../../../emitters/pages/roster/fault-lines.ts';
import { markWordsOf } from '../../../emitters/pages/words/mark-words-of.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import { faultSentence } from '../../../input/fault-text.ts';
import type { Policy } from '../../../policies/policy.ts';
import { fieldFault, otherFault } from './field-faults.ts';

export function faultLines(
  faults: readonly UploadFault[],
  policy: Policy | undefined,
  locale: Locale,
): FaultLine[] {
  return faults.map((fault) => ({
    line: fault.line,
    column: fault.column,
    text: caseFaultText(fault, policy, locale),
  }));
}

/** A fault of a person's case, of a cell, or of the whole file. */
export function caseFaultText(fault: Fault, policy: Policy | undefined, locale: Locale): string {
  const { path, what, value, contradiction } = fault;
  const { fileFault: words, labelled } = rosterPageWordsOf(locale);
  const fact = path[0] === 'facts' ? policy?.facts.find(({ id }) => id === path[1]) : undefined;
  if (fact !== undefined) {
    const typed = value === undefined ? '' : String(value);
    return labelled(fact.question[locale], fieldFault(fact, fault, typed, locale));
  }
  if (policy !== undefined && contradiction !== undefined) return otherFault(fault, policy, locale);
  const isDay = path[0] === 'actuals' && (path[2] === 'finishedOn' || path[2] === 'startedOn');
  if (isDay && value !== undefined) return markWordsOf(locale).notDay(String(value));
  const [, known] = Object.entries(words).find(([beginning]) => what.startsWith(beginning)) ?? [];
  if (known === undefined) return faultSentence(fault);
  return value === undefined || path[0] !== 'ref' ? known : labelled(String(value), known);
}
