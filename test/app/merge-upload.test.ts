// What a newer file of HR's does to a plan on which others have noted things since.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mergeUpload } from '../../src/app/stored-roster/merge-upload.ts';

const NOTHING = { facts: {}, actuals: {} };
const done = (on: string) => ({ startedOn: on, finishedOn: on });

describe('a fact', () => {
  it.each([
    // last file, this file, the plan → what the plan becomes (undefined: it stays)
    ['2026-12-31', '2026-12-31', '2026-12-31', undefined, 'nothing is new'],
    ['2026-12-31', '2027-12-31', '2026-12-31', '2027-12-31', 'HR has changed it'],
    [
      '2026-12-31',
      '2026-12-31',
      '2026-12-20',
      undefined,
      'the employee corrected it; HR’s file is as old as before',
    ],
    ['2026-12-31', '2027-12-31', '2026-12-20', '2027-12-31', 'both changed it: HR’s is the newer word'],
    ['2026-12-31', '2026-12-20', '2026-12-20', undefined, 'HR says what the employee said before'],
    [undefined, '2026-12-31', undefined, '2026-12-31', 'it was not known'],
    ['2026-12-31', undefined, '2026-12-31', undefined, 'an empty cell says nothing'],
  ])('file %s, then %s, plan %s: %s (%s)', (last, now, plan, expected, _why) => {
    const facts = (value: string | undefined) => (value === undefined ? {} : { permitExpiresOn: value });
    const merged = mergeUpload(
      { ...NOTHING, facts: facts(last) },
      { ...NOTHING, facts: facts(now) },
      { ...NOTHING, facts: facts(plan) },
    );

    expect(merged.patch.facts).toEqual(facts(expected));
    expect(merged.kept).toEqual([]);
  });
});

describe('a step', () => {
  const [first, second, third] = ['2026-11-20', '2026-11-23', '2026-11-24'].map(done);

  it.each([
    [undefined, first, undefined, first, [], 'nobody noted it'],
    [first, second, first, second, [], 'it stands as HR’s last file said'],
    [
      undefined,
      second,
      first,
      undefined,
      [second],
      'somebody noted another day: their mark stays, and HR is told',
    ],
    [first, second, third, undefined, [second], 'somebody corrected what the file said'],
    [undefined, first, first, undefined, [], 'both say the same'],
    [first, undefined, first, undefined, [], 'the file names it no more'],
    [first, first, undefined, undefined, [], 'somebody took it back; HR’s file is as old as before'],
  ])('file %o, then %o, plan %o: %o, kept %o (%s)', (last, now, plan, expected, kept, _why) => {
    const actuals = (value: object | undefined) => (value === undefined ? {} : { 'renew-permit': value });
    const merged = mergeUpload(
      { ...NOTHING, actuals: actuals(last) },
      { ...NOTHING, actuals: actuals(now) },
      { ...NOTHING, actuals: actuals(plan) },
    );

    expect(merged.patch.actuals).toEqual(actuals(expected));
    expect(merged.kept.map(({ after }) => after)).toEqual(kept);
  });

  it('is the same with and without the parts that say nothing', () => {
    const noted = { ...done('2026-11-20'), outcome: null, attempts: [] };
    const merged = mergeUpload(
      NOTHING,
      { ...NOTHING, actuals: { a: done('2026-11-20') } },
      { ...NOTHING, actuals: { a: noted } },
    );

    expect(merged).toEqual({ patch: NOTHING, changes: [], kept: [] });
  });
});

const Values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));
const Row = fc.record({ facts: Values, actuals: fc.constant({}) });

test('the same file again changes nothing, whatever stood in it and on the plan', () => {
  fc.assert(
    fc.property(Row, Row, Row, (last, now, plan) => {
      const once = mergeUpload(last, now, plan);
      const after = { facts: { ...plan.facts, ...once.patch.facts }, actuals: plan.actuals };

      expect(mergeUpload(now, now, after).changes).toEqual([]);
      // Also when the first upload was cut off before the file was kept.
      expect(mergeUpload(last, now, after).changes).toEqual([]);
    }),
  );
});
