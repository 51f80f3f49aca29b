// Differences laid over a file, by the rule of RFC 7396.

import { describe, expect, it } from 'vitest';
import { mergeFile } from '../../src/policies/file/merge.ts';

describe('differences', () => {
  const base = {
    policyYear: 2026,
    fees: { students: { amount: 400, status: 'announced' } },
    tips: ['a', 'b'],
  };

  it.each([
    [
      'change one value deep inside',
      { fees: { students: { status: 'expected' } } },
      { amount: 400, status: 'expected' },
    ],
    ['take a key away with null', { fees: { students: { status: null } } }, { amount: 400 }],
    [
      'take a key away that is not there',
      { fees: { students: { when: null } } },
      { amount: 400, status: 'announced' },
    ],
  ])('%s', (_, differences, students) => {
    expect(mergeFile(base, differences)).toEqual({ ...base, fees: { students } });
  });

  it('replace a list as a whole', () => {
    expect(mergeFile(base, { tips: ['c'] }).tips).toEqual(['c']);
  });

  it('put a mapping where none was, without its nulls', () => {
    expect(mergeFile(base, { window: { opensOn: null, at: 1 } }).window).toEqual({ at: 1 });
  });

  it('keep the nulls of a reading’s own changes for the time when it is read', () => {
    const readings = { binds: { changes: { cutoffs: { payment: { at: null } } } } };

    expect(mergeFile(base, { readings }).readings).toEqual(readings);
  });

  it('leave the base as it was', () => {
    mergeFile(base, { fees: { students: null } });

    expect(base.fees.students.amount).toBe(400);
  });
});
