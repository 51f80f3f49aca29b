// What is wrong with the answers so far, told at once and not only when the last question is answered.

import type { Fault } from '../../../domain/problem.ts';
import { checkFacts } from '../../../policies/compile/check-facts.ts';
import { caseOfAnswers } from '../forms/case-form.ts';
import type { AskedCase } from './asked-case.ts';
import { everyPossibility, inexactAnswers } from './possible-answers.ts';

/** The faults of questions that were asked; what is missing because it was not asked yet is none. */
export function faultsOfGiven({ policy, answers, today }: AskedCase): Fault[] {
  const inexact = inexactAnswers(policy, answers, today);
  const [some = answers] = everyPossibility(answers, inexact);
  const checked = checkFacts(policy, caseOfAnswers(policy, some, '').facts, today);
  return checked.ok ? [] : checked.problems.filter(({ path }) => answers.has(String(path[1])));
}
