// Shanghai's windows and fees of ten policy years, one row each, held against the shipped files: what was read, where
// it was not, and how sure each value is. A day that nobody read has no weekday to check.

import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { formatDay, weekdayOf } from '../../src/domain/day.ts';
import type { Policy } from '../../src/policies/policy.ts';

const { policies, broken } = await readPolicyFolders([SHIPPED_POLICIES]);

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** How sure a source is, as one letter. */
const MARKS = { confirmed: 'C', reported: 'W', derived: 'D', unknown: 'U' } as const;

/** Policy year; opening and cutoff with weekday, status and mark; fees 70+ / 60-69 / 19-59 / students with mark. */
const TABLE = [
  [2017, 'not known', 'Sun 2016-12-25 announced W', '370/535/720/110 announced C'],
  [2018, 'not known', 'Mon 2017-12-25 announced C', '370/535/720/110 announced C'],
  [2019, 'Fri 2018-11-23 announced W', 'Tue 2018-12-25 announced W', '390/555/740/130 announced C'],
  [2020, 'Tue 2019-11-26 announced W', 'Wed 2019-12-25 announced W', '430/600/790/155 announced W'],
  [2021, 'not known', 'Fri 2020-12-25 announced C', '480/650/820/180 announced C'],
  [2022, 'Fri 2021-11-12 expected D', 'Sat 2021-12-25 announced C', '520/690/860/220 announced C'],
  [2023, 'Tue 2022-11-15 expected D', 'Sun 2022-12-25 announced C', '545/715/885/245 announced C'],
  [2024, 'Mon 2023-11-20 announced C', 'Mon 2023-12-25 expected U', '595/765/935/295 announced C'],
  [2025, 'Tue 2024-11-05 expected D', 'Wed 2024-12-25 17:30 announced W', '655/825/995/355 announced C'],
  [2026, 'Fri 2025-11-07 announced W', 'Thu 2025-12-25 announced C', '700/870/1040/400 announced C'],
  [2027, 'not known', 'Fri 2026-12-25 17:30 expected D', '700/870/1040/400 expected C'],
] as const;

const GROUPS = ['aged-70-and-over', 'aged-60-to-69', 'aged-19-to-59', 'students'];

function policyOf(year: number): Policy {
  const policy = policies.get(`shanghai-${year}`);
  if (policy === undefined) throw new Error(`no policy for ${year}: ${JSON.stringify(broken)}`);
  return policy;
}

function mark({ sources }: Policy, source: string): string {
  const known = sources.get(source);
  return known === undefined ? `no source ${source}` : MARKS[known.confidence];
}

function written(day: Parameters<typeof formatDay>[0]): string {
  return `${WEEKDAYS[weekdayOf(day) - 1]} ${formatDay(day)}`;
}

function openingOf(policy: Policy): string {
  const { opening } = policy;
  if (opening === null) return 'not known';
  return `${written(opening.on)} ${opening.status} ${mark(policy, opening.source)}`;
}

function cutoffOf(policy: Policy, id: string): string {
  const cutoff = policy.cutoffs.get(id);
  if (cutoff?.on.from.kind !== 'day') return 'no day';
  const { on, at, status, source } = cutoff;
  return [written(cutoff.on.from.day), at ?? [], on.amount === 0 ? [] : 'moved', status, mark(policy, source)]
    .flat()
    .join(' ');
}

function feesOf(policy: Policy): string {
  const fees = GROUPS.map((group) => policy.fees.find((fee) => fee.group === group));
  const amounts = fees.map((fee) => fee?.amount ?? '?').join('/');
  const known = new Set(
    fees.map((fee) => `${fee?.status} ${fee === undefined ? '?' : mark(policy, fee.source)}`),
  );
  return [amounts, ...known].join(' ');
}

describe('Shanghai, policy years 2017 to 2027', () => {
  it.each(TABLE)('%i: opens %s, closes %s, fees %s', (year, opens, closes, fees) => {
    const policy = policyOf(year);

    expect([openingOf(policy), cutoffOf(policy, 'payment'), feesOf(policy)]).toEqual([opens, closes, fees]);
    expect(policy.cutoffs.get('payment')?.binds).toBe('payment');
  });

  it('say when a person last looked, and only 2027 is a projection', () => {
    const told = TABLE.map(([year]) => policyOf(year));

    expect(new Set(told.map(({ verifiedOn }) => formatDay(verifiedOn)))).toEqual(new Set(['2026-11-22']));
    expect(told.filter(({ status }) => status === 'projected').map(({ id }) => id)).toEqual([
      'shanghai-2027',
    ]);
  });

  it('plan for 2017, 2023 and from 2025 on; of the other years only windows and fees were read', () => {
    const plannable = TABLE.filter(([year]) => policyOf(year).routes.length > 0).map(([year]) => year);

    expect(plannable).toEqual([2017, 2023, 2025, 2026, 2027]);
  });

  it('close the registration for 2025 by a cutoff of its own, three days before the payment', () => {
    expect(cutoffOf(policyOf(2025), 'registration')).toBe('Sun 2024-12-22 announced W');
    expect(policyOf(2025).cutoffs.get('registration')?.binds).toBe('registration');
  });

  it('extend 2025 to Friday 28 February 2025 in two readings only, never in the usual one', () => {
    const policy = policyOf(2025);

    const extended = ['extended', 'payment-only'].map((reading) =>
      cutoffOf(policy.under(new Map([['extension', reading]])), 'payment'),
    );

    expect(extended).toEqual(['Fri 2025-02-28 extended W', 'Fri 2025-02-28 extended W']);
    expect(policy.cutoffs.get('payment')?.status).toBe('announced');
  });

  it('debit the accounts of rural residents twice for 2024, on Tuesday 12 and Friday 22 December 2023', () => {
    const policy = policyOf(2024);

    expect(cutoffOf(policy, 'first-bank-debit')).toBe('Tue 2023-12-12 announced C');
    expect(cutoffOf(policy, 'second-bank-debit')).toBe('Fri 2023-12-22 announced C');
  });

  it('make a newborn pay for the year of birth what that year costs', () => {
    const paid = [2023, 2025, 2026, 2027].map((year) => {
      const policy = policyOf(year);
      const fee = policy.fees.find(({ group }) => group === 'newborn-year-before');
      return [fee?.policyYear, fee?.amount];
    });

    expect(paid).toEqual([
      [2022, 220],
      [2024, 295],
      [2025, 355],
      [2026, 400],
    ]);
  });

  it('wait three months after a late payment until 2024; from 2025 on a month more for each lapsed year', () => {
    const counted = [2017, 2023, 2025, 2026, 2027].map((year) => {
      const last = policyOf(year).coverage?.rules.at(-1)?.coverFrom;
      return [year, last];
    });

    const plain = { payment: 'after-months', months: 3 };
    const lapsed = { ...plain, plus: { fact: 'lapsedYears' }, minus: { fact: 'lapsedYearsRepaid' } };
    expect(counted).toEqual([
      [2017, plain],
      [2023, plain],
      [2025, lapsed],
      [2026, lapsed],
      [2027, lapsed],
    ]);
  });

  it('keep two diaries of the way for 2017: 36 days as walked, 24 without the accidents', () => {
    expect(policyOf(2017).observations.map(({ id, calendarDays }) => [id, calendarDays])).toEqual([
      ['as-walked', 36],
      ['without-accidents', 24],
    ]);
  });

  it('tell other dates by the same permit with the year of the report, 2023 none of a later year', () => {
    const told = (year: number) =>
      policyOf(year).relatedDates.map(({ id, reportedFor }) => `${id} ${reportedFor}`);
    const all = ['children-fund 2024', 'zhongkao 2022', 'school-entry 2024'];

    expect(told(2026)).toEqual(all);
    expect(told(2027)).toEqual(all);
    expect(told(2023)).toEqual(['zhongkao 2022']);
    expect(told(2017)).toEqual([]);
  });
});
