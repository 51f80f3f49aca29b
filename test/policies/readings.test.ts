// Where the sources disagree: the last start that is safe under every combination of readings is the earliest that
// any of them gives, found here by trying all of them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { assemblePlan } from '../../src/domain/assemble-plan.ts';
import { formatDay } from '../../src/domain/day.ts';
import type { PlannedRoute } from '../../src/domain/planned-route.ts';
import { parseCaseFile } from '../../src/policies/compile/case-file.ts';
import { compileCase } from '../../src/policies/compile/compile-case.ts';
import type { Policy } from '../../src/policies/policy.ts';
import { chinaWithBrackets } from '../support/china.ts';
import { forAll } from '../support/laws.ts';
import { day } from '../support/sample-plan.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);

function policyOf(id: string): Policy {
  const policy = book.policies.get(id);
  if (policy === undefined) throw new Error(`no policy ${id}`);
  return policy;
}

type Answers = Readonly<Record<string, unknown>>;

function routesOf(policy: Policy, asOf: string, facts: Answers): readonly PlannedRoute[] {
  const file = parseCaseFile({ policy: policy.id, asOf, facts });
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  const compiled = compileCase(policy, chinaWithBrackets, file.value, day(asOf));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return assemblePlan(compiled.value).routes;
}

/** Every way of reading a policy, the usual one among them. */
function allReadingsOf(policy: Policy): Policy[] {
  const choices = policy.readings.reduce<ReadonlyMap<string, string>[]>(
    (found, { id, others }) =>
      found.flatMap((choice) => [choice, ...others.map((other) => new Map([...choice, [id, other.id]]))]),
    [new Map()],
  );
  return choices.map(policy.under);
}

const permitEnd = fc
  .integer({ min: 0, max: 60 })
  .map((days) => formatDay((day('2026-12-05') + days) as never));
const lookedAt = fc
  .integer({ min: 0, max: 40 })
  .map((days) => formatDay((day('2026-11-01') + days) as never));

describe('the last start that is safe under every reading', () => {
  const policy = policyOf('shanghai-2027');
  const readings = allReadingsOf(policy);

  it('is the earliest of all combinations, and the route is safe when all of them are in time', () => {
    const answers = fc.record({
      permitExpiresOn: permitEnd,
      pointsChange: fc.constantFrom('unchanged', 'changed', 'unknown'),
      hrApprovalWorkingDays: fc.integer({ min: 0, max: 3 }),
    });
    forAll(fc.tuple(lookedAt, answers), 40, ([asOf, facts]) => {
      const told = routesOf(policy, asOf, facts).filter(({ verdict }) => verdict !== 'not-eligible');

      for (const route of told) {
        const step = route.activities.find(({ state, actor }) => state === 'open' && actor === 'applicant');
        const under = readings.map((reading) =>
          routesOf(reading, asOf, facts).find(({ id }) => id === route.id),
        );
        // Under a reading that is late the dates come from another scenario; only same scenarios compare.
        const comparable = under.filter((other) => other?.scenario === route.scenario);
        const starts = comparable.map(
          (other) => other?.activities.find(({ id }) => id === step?.id)?.latestStartOn ?? null,
        );
        if (comparable.length < under.length || starts.includes(null)) continue;

        expect(route.safeLastStart).toBe(Math.min(...starts.map(Number)));
      }
    });
  });

  it('of a permit to Thursday 31 December is a week before the usual one: Wednesday 2 and 9 December', () => {
    const [route] = routesOf(policy, '2026-11-22', {
      permitExpiresOn: '2026-12-31',
      pointsChange: 'unchanged',
    });

    // One more day of counting: register by Thu 17, HR by Mon 14, sent by Fri 11; 7 working days before: 11, 10, 9, 8,
    // 7, 4, 3, so renewed by Wed 2.
    expect(route?.usualLastStart).toBe(day('2026-12-09'));
    expect(route?.safeLastStart).toBe(day('2026-12-02'));
    expect(route?.isSafe).toBe(true);
  });

  it('does not exist once a reading is late: looked at on Thursday 3 December', () => {
    const [route] = routesOf(policy, '2026-12-03', {
      permitExpiresOn: '2026-12-31',
      pointsChange: 'unchanged',
    });

    expect(route?.verdict).toBe('on-track');
    expect(route?.isSafe).toBe(false);
  });
});
