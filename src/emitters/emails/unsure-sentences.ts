// What a mail must say about how sure its dates are: expected cutoffs, projected rules, weak sources, answers
// that nobody gave.

import type { Plan } from '../../domain/plan.ts';
import type { PlannedActivity } from '../../domain/planned-activity.ts';
import type { PlanWords } from '../wording/plan-words.ts';

/** One sentence for each thing that is not certain about the dates of `activities`; none when all is. */
export function unsureSentences(
  plan: Plan,
  activities: readonly PlannedActivity[],
  { words, day }: PlanWords,
): string[] {
  const { cutoff, policy } = plan;
  const say = words.mail.unsure;
  const sentences: string[] = [];
  if (cutoff.isOwn) sentences.push(say.cutoffOwn(day(cutoff.on)));
  else if (cutoff.status === 'expected') sentences.push(say.cutoffExpected(day(cutoff.on)));
  if (policy.status === 'projected') sentences.push(say.projected(policy.policyYear));
  for (const { title, confidence } of activities) {
    if (confidence !== 'confirmed')
      sentences.push(say.weak(title[words.locale], words.confidence[confidence]));
  }
  const assumed = plan.facts.filter(({ isAssumed }) => isAssumed).length;
  if (assumed > 0) sentences.push(say.assumed(assumed));
  return sentences;
}
