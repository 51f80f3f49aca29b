// A secret link → the plan behind it as it is and as it would be. The plan stays as it is.

import type { Day } from '../domain/day.ts';
import type { Result } from '../domain/problem.ts';
import { compareWhatIf, type WhatIf, type WhatIfComparison } from './compare-what-if.ts';
import type { Dependencies } from './dependencies.ts';
import { caseOfStored, findPlan } from './open-plan.ts';
import { todayIn } from './zoned-time.ts';

/** Who may look may also try; undefined for unknown and revoked tokens alike. */
export async function openWhatIf(
  dependencies: Dependencies,
  token: string,
  asOf: Day | null,
  whatIf: WhatIf,
): Promise<Result<WhatIfComparison> | undefined> {
  const found = await findPlan(dependencies, token);
  if (found === undefined) return undefined;
  const { book, clock } = dependencies;
  return compareWhatIf(book, caseOfStored(found.stored, asOf), todayIn(clock), asOf, whatIf);
}
