// A plan that was just made is not made again; one of another day, case or policy is.

import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { recentPlan } from '../../src/app/recent-plans.ts';
import { day } from '../support/sample-plan.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);
const caseWith = (permitExpiresOn: string) =>
  JSON.stringify({ policy: 'shanghai-2027', facts: { enrolling: 'child-out-of-school', permitExpiresOn } });

/** The permit until Thursday 31 December 2026, asked on Sunday 22 November. */
const TEXT = caseWith('2026-12-31');
const on = (text: string) => () => day(text);
const SUNDAY = on('2026-11-22');

describe('the plan of a stored case', () => {
  it('is the one made before, on the same day', () => {
    expect(recentPlan(book, TEXT, SUNDAY, null)).toBe(recentPlan(book, TEXT, SUNDAY, null));
  });

  it.each([
    ['on the next day', () => recentPlan(book, TEXT, on('2026-11-23'), null)],
    ['as of another day', () => recentPlan(book, TEXT, SUNDAY, day('2026-11-20'))],
    ['of another case', () => recentPlan(book, caseWith('2026-12-30'), SUNDAY, null)],
    ['with policies read anew', () => recentPlan({ ...book }, TEXT, SUNDAY, null)],
  ])('is made anew %s', (_, other) => {
    expect(other()).not.toBe(recentPlan(book, TEXT, SUNDAY, null));
  });

  it('is the one made before after 63 others, and made anew after 64', () => {
    const askOthers = (count: number) => {
      for (let index = 1; index <= count; index += 1)
        recentPlan(book, `${TEXT}${' '.repeat(index)}`, SUNDAY, null);
    };
    const first = recentPlan(book, TEXT, SUNDAY, null);

    askOthers(63);
    const second = recentPlan(book, TEXT, SUNDAY, null);
    askOthers(64);
    const third = recentPlan(book, TEXT, SUNDAY, null);

    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('that cannot be made says so each time', () => {
    const text = JSON.stringify({ policy: 'atlantis-2027', facts: {} });

    expect(recentPlan(book, text, SUNDAY, null)).toMatchObject({ ok: false });
    expect(recentPlan(book, text, SUNDAY, null)).toMatchObject({ ok: false });
  });
});
