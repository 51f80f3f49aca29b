// The networks behind the cases of the roster: every route that is open to a family.

import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { makePlan } from '../../src/app/make-plan.ts';
import type { PolicyBook } from '../../src/app/policy-book.ts';
import { buildNetwork } from '../../src/domain/build-network.ts';
import type { Network, NetworkDescription } from '../../src/domain/network.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { parseCaseFile } from '../../src/policies/compile/case-file.ts';
import { compileCase } from '../../src/policies/compile/compile-case.ts';
import { dayOfText, type RosterCase } from './cases.ts';

export const book: PolicyBook = await readPolicyFolders([SHIPPED_POLICIES]);

export function planOf(rosterCase: RosterCase): Plan {
  const plan = makePlan(book, rosterCase, () => dayOfText(rosterCase.asOf), null);
  if (!plan.ok) throw new Error(`a case of the bench is refused: ${JSON.stringify(plan.problems)}`);
  return plan.value;
}

/**
 * One for each open route that can be recommended, in the order of the policy. By the permit alone the first step can be
 * the one whose window closes first, which TaskJuggler is not told of.
 */
export function chainsOf(rosterCase: RosterCase): NetworkDescription[] {
  const file = parseCaseFile(rosterCase);
  const policy = book.policies.get(rosterCase.policy);
  const calendar = book.calendars.get('china');
  if (!file.ok || policy === undefined || calendar === undefined)
    throw new Error('the roster fits no policy');
  const facts = compileCase(policy, calendar.workingCalendar, file.value, dayOfText(rosterCase.asOf));
  if (!facts.ok) throw new Error(`a case of the bench is refused: ${JSON.stringify(facts.problems)}`);
  const open = facts.value.routes.filter(
    ({ notEligibleBecause, isRecommendable }) => notEligibleBecause === null && isRecommendable,
  );
  return open.map(({ network }) => network);
}

export function networkOf(description: NetworkDescription): Network {
  const built = buildNetwork(description);
  if (!built.ok) throw new Error(`a network of the bench is at fault: ${JSON.stringify(built.problems)}`);
  return built.value;
}
