// From when a payment gives cover: the rules of several years and places, with days counted by hand.

import { describe, expect, it } from 'vitest';
import { type Coverage, type CoverStart, coverOf } from '../../src/domain/cover.ts';
import { formatDay } from '../../src/domain/day.ts';
import { day } from '../support/sample-plan.ts';

function coverage(...rules: [paidUntil: string | null, start: CoverStart][]): Coverage {
  return {
    begins: day('2027-01-01'),
    until: day('2027-12-31'),
    rules: rules.map(([paidUntil, start], index) => ({
      paidUntil: paidUntil === null ? null : day(paidUntil),
      start,
      text: { zh: `第${index + 1}条`, en: `rule ${index + 1}` },
      source: `source-${index + 1}`,
    })),
  };
}

function coverFrom(rules: Coverage, paidOn: string): string | null {
  const cover = coverOf(rules, day(paidOn));
  return cover?.coverFrom ? formatDay(cover.coverFrom) : null;
}

describe('cover', () => {
  const shanghai = coverage(
    ['2026-12-25', { kind: 'day', day: day('2027-01-01') }],
    [null, { kind: 'after-months', months: 3 }],
  );

  it.each([
    ['on the cutoff, Friday 25 December: from 1 January', '2026-12-25', '2027-01-01'],
    [
      'a day late: three months are over on 26 March, covered from Saturday the 27th',
      '2026-12-26',
      '2027-03-27',
    ],
    // 2028 is a leap year: November has a 30th, February ends on the 29th.
    ['on 30 November of the year itself: over on 29 February 2028', '2027-11-30', '2028-03-01'],
    ['on 1 March, as Guangzhou counts it: waits to 1 June, covered from the 2nd', '2027-03-01', '2027-06-02'],
  ])('of a payment %s', (_, paidOn, from) => {
    expect(coverFrom(shanghai, paidOn)).toBe(from);
  });

  it.each([
    ['the same day', { kind: 'after-payment', days: 0 }, '2027-02-10', '2027-02-10'],
    ['the day after', { kind: 'after-payment', days: 1 }, '2027-02-28', '2027-03-01'],
    ['the first of the next month', { kind: 'first-of-next-month' }, '2027-02-01', '2027-03-01'],
    ['never before the policy year', { kind: 'after-payment', days: 1 }, '2026-11-03', '2027-01-01'],
    ['a birth before the policy year', { kind: 'day', day: day('2026-11-15') }, '2026-12-01', '2026-11-15'],
    ['nobody says', { kind: 'unknown' }, '2027-02-28', null],
  ] satisfies [string, CoverStart, string, string | null][])('from %s', (_, start, paidOn, from) => {
    expect(coverFrom(coverage([null, start]), paidOn)).toBe(from);
  });

  it('is told by the first rule that still speaks of the day, with its own text and source', () => {
    expect(coverOf(shanghai, day('2026-12-26'))).toMatchObject({
      source: 'source-2',
      text: { en: 'rule 2' },
    });
  });

  it('is not told of a payment after every rule', () => {
    expect(coverOf(coverage(['2026-12-25', { kind: 'unknown' }]), day('2026-12-26'))).toBeNull();
  });
});
