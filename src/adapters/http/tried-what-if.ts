// What a reader tried on a plan, and the part of the page that a script asks for alone.

import type { Response } from 'express';
import type { WhatIf, WhatIfComparison } from '../../app/compare-what-if.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Fault, Result } from '../../domain/problem.ts';
import { renderWhatIfResult } from '../../emitters/pages/what-if-result.ts';
import type { TriedWhatIf, WhatIfForm } from '../../emitters/what-if/what-if-view.ts';
import { typedWhatIf } from './forms/what-if-form.ts';
import type { AnyRequest } from './http-context.ts';
import { localeOf } from './locale.ts';
import { statusOfFaults } from './refusals.ts';

/** What the address supposes, tried; null: nothing. Undefined: `compare` found nothing to try it on. */
export async function triedWhatIf(
  req: AnyRequest,
  compare: (whatIf: WhatIf) => Result<WhatIfComparison> | Promise<Result<WhatIfComparison> | undefined>,
): Promise<TriedWhatIf | null | undefined> {
  const asked = req.method === 'GET' || req.method === 'HEAD' ? typedWhatIf(req.query) : null;
  if (asked === null) return null;
  const { typed, whatIf } = asked;
  const refused = (faults: readonly Fault[]): TriedWhatIf => ({
    typed,
    outcome: { kind: 'refused', faults },
  });
  if (!whatIf.ok) return refused(whatIf.problems);
  const compared = await compare(whatIf.value);
  if (compared === undefined) return undefined;
  return compared.ok
    ? { typed, outcome: { kind: 'compared', ...compared.value } }
    : refused(compared.problems);
}

/** Sets the status where something could not be tried; the page says why. */
export function tellStatus(res: Response, tried: TriedWhatIf | null): void {
  if (tried?.outcome.kind === 'refused') res.status(statusOfFaults(tried.outcome.faults));
}

/**
 * Answers with the result alone where a script asks for it (htmx says so in a header), and says whether it did. Such an
 * answer has the address of a page and must never be kept as one.
 */
export function sendResultAlone(req: AnyRequest, res: Response, plan: Plan, form: WhatIfForm): boolean {
  if (req.get('HX-Request-Type') !== 'partial') return false;
  res.set('Cache-Control', 'private, no-store').vary('HX-Request-Type');
  res.send(renderWhatIfResult(plan, form, localeOf(req)));
  return true;
}
