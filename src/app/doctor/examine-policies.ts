// Are the policies whole, looked at lately, and is there one to plan by?

import { formatDay } from '../../domain/day.ts';
import { isPlannable } from '../../policies/policy.ts';
import type { TodayIn } from '../make-plan.ts';
import type { PolicyBook } from '../policy-book.ts';
import { staleSources } from '../stale-sources.ts';
import { type Finding, fine, toMend, warning } from './finding.ts';

/** Files at fault, each once; what nobody has verified for a year; whether something can be planned at all. */
export function examinePolicies(book: PolicyBook, todayIn: TodayIn): Finding[] {
  return [...leftOut(book), ...stale(book, todayIn), plannable(book)];
}

function leftOut({ broken }: PolicyBook): Finding[] {
  return broken.map(({ file, faults: [first = '', ...others] }) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return toMend(
      'policies',
      `${file} is left out: ${first}${more}`,
      'mend the file; `lastbus policies check` tells every fault',
    );
  });
}

function stale(book: PolicyBook, todayIn: TodayIn): Finding[] {
  return [...Map.groupBy(staleSources(book, todayIn), ({ policy }) => policy)].map(([policy, those]) => {
    const count = those.reduce((sum, { sources }) => sum + sources.length, 0);
    const since = formatDay(those[0]?.verifiedOn ?? todayIn('UTC'));
    return warning(
      'policies',
      `${policy}: ${count} ${count === 1 ? 'source was' : 'sources were'} not looked at for more than a year, the first since ${since}`,
      'read them again and set verifiedOn; `lastbus policies check` names them',
    );
  });
}

function plannable({ policies }: PolicyBook): Finding {
  const known = [...policies.values()].filter(isPlannable);
  const latest = known.toSorted((a, b) => b.policyYear - a.policyYear)[0];
  if (latest === undefined) {
    return toMend(
      'policies',
      'no policy can be planned',
      'see the files that are left out, or set POLICY_DIR',
    );
  }
  return fine(
    'policies',
    `${known.length} can be planned, the latest for ${latest.policyYear} (${latest.id})`,
  );
}
