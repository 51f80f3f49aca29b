// A stored plan by its link, also where no plan can be made of it any more.

import { CaseDoesNotFit } from '../../app/case-does-not-fit.ts';
import type { Lastbus, OpenedPlan } from '../../app/lastbus.ts';
import type { Day } from '../../domain/day.ts';

/** Undefined for an unknown token. */
export async function openOrMisfit(
  lastbus: Pick<Lastbus, 'openPlan'>,
  token: string,
  asOf: Day | null,
): Promise<OpenedPlan | CaseDoesNotFit | undefined> {
  try {
    return await lastbus.openPlan(token, asOf);
  } catch (error) {
    if (error instanceof CaseDoesNotFit) return error;
    throw error;
  }
}

/** Whether the link that it was opened with may change it. */
export function mayChange(opened: OpenedPlan | CaseDoesNotFit): boolean {
  return opened instanceof CaseDoesNotFit ? opened.canEdit : opened.tokens.edit !== null;
}
