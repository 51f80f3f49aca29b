// A stored plan whose policy has changed so that the case says too little for it, or something that it does not allow.

import type { Fault } from '../domain/problem.ts';
import type { StoredPlan } from '../ports/plan-store.ts';

/**
 * No plan can be made of a stored case any more: until its owner answers what is asked now there are no dates. The case
 * was checked when it was stored, so this is the work of a policy that changed or has gone.
 */
export class CaseDoesNotFit extends Error {
  override readonly name = 'CaseDoesNotFit';
  readonly stored: StoredPlan;
  readonly faults: readonly Fault[];
  /** Whether the link that it was looked for with may change it. */
  readonly canEdit: boolean;

  constructor(stored: StoredPlan, faults: readonly Fault[], canEdit = false) {
    const told = faults.map(({ path, what }) => `${path.join('.')}: ${what}`).join('; ');
    super(`the stored plan ${stored.id} no longer fits its policy ${stored.policyId}: ${told}`);
    this.stored = stored;
    this.faults = faults;
    this.canEdit = canEdit;
  }
}
