// The cities beside Shanghai: what their files say, in tables; and the how-to for the next one, whose examples must
// load as they are printed.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { makePlan } from '../../src/app/make-plan.ts';
import type { PolicyBook } from '../../src/app/policy-book.ts';
import { formatDay } from '../../src/domain/day.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { parseDocumentText } from '../../src/input/document.ts';
import { day } from '../support/sample-plan.ts';
import { book, faultsOf, folderOf } from './edited-policy.ts';

const HOW_TO = readFileSync(fileURLToPath(new URL('../../docs/add-a-city.md', import.meta.url)), 'utf8');

/** The printed YAML of the how-to whose first line matches. */
function printed(first: RegExp): string {
  const blocks = [...HOW_TO.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  const found = blocks.filter((block) => first.test(block.split('\n')[0] ?? ''));
  if (found.length !== 1) throw new Error(`${found.length} examples begin with ${first}`);
  return found[0] ?? '';
}

const TEMPLATE = printed(/^# --- Which place/);
const CASE = printed(/^policy: example-2026$/);
const READING = printed(/^readings:/);
const NEXT_YEAR = printed(/^policy: example-2027$/);
const ANNOUNCEMENT = printed(/^announces:/);
const EXTENSION = printed(/^extension:/);

async function bookOf(files: Readonly<Record<string, string>>): Promise<PolicyBook> {
  return readPolicyFolders([SHIPPED_POLICIES, await folderOf(files)]);
}

function planned(from: PolicyBook, theCase: unknown): Plan {
  const plan = makePlan(from, theCase, () => day('2026-11-22'), null);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.value;
}

/** `text` with another entry at the beginning of a section. */
function withEntry(text: string, section: string, entry: string): string {
  return text.replace(`\n${section}:\n`, `\n${section}:\n  ${entry}\n`);
}

describe('the how-to for another city', () => {
  it('prints a file that loads as it stands, and a family whose plan can be made', async () => {
    const document = parseDocumentText(CASE);
    const own = await bookOf({ 'example/2026.yaml': TEMPLATE });

    expect(own.broken).toEqual([]);
    if (!document.ok) throw new Error(JSON.stringify(document.problems));
    expect(planned(own, document.value.value).verdict).toBe('on-track');
  });

  it('prints the next year and what is announced of it, which load beside it', async () => {
    const files = { 'example/2026.yaml': TEMPLATE, 'example/2027.yaml': NEXT_YEAR };

    const before = await bookOf(files);
    const after = await bookOf({ ...files, 'example/2027-notice.yaml': ANNOUNCEMENT });

    expect([...before.broken, ...after.broken]).toEqual([]);
    expect(before.policies.get('example-2027')?.status).toBe('projected');
    expect(after.policies.get('example-2027')?.status).toBe('announced');
    expect(after.policies.get('example-2027')?.fees.map(({ amount }) => amount)).toEqual([430]);
  });

  it('prints a reading that can be added, once its source is there', async () => {
    const source =
      'local-page: { title: { zh: "网页", en: "A page" }, publisher: "x", confidence: reported }';

    const own = await bookOf({ 'a.yaml': `${withEntry(TEMPLATE, 'sources', source)}\n${READING}` });

    expect(own.broken).toEqual([]);
    expect(own.policies.get('example-2026')?.readings.map(({ id }) => id)).toEqual(['last-day']);
  });

  it('prints an extension that can be added and takes the place of the cutoff', async () => {
    const own = await bookOf({ 'a.yaml': withEntry(TEMPLATE, 'cutoffs', EXTENSION.trim()) });

    expect(own.broken).toEqual([]);
    expect(own.policies.get('example-2026')?.cutoffs.get('payment')?.status).toBe('extended');
  });

  it('prints the line that a misspelt source really gives', async () => {
    const [, shown = ''] = /^data\/policies\/example\/2026\.yaml(:.*)$/m.exec(HOW_TO) ?? [];

    const faults = await faultsOf(TEMPLATE.replace(/(opensOn: \{ .*source: )notice/, '$1notise'));

    expect(faults).toEqual([`policy.yaml${shown}`]);
  });
});

describe('the list of doubts', () => {
  const doubts = readFileSync(fileURLToPath(new URL('../../docs/policy-doubts.md', import.meta.url)), 'utf8');
  const named = new Set([...doubts.matchAll(/`([a-z0-9-]+)`/g)].map(([, name = '']) => name));
  const policies = [...book.policies.values()];

  it('names every reading', () => {
    const readings = new Set(policies.flatMap((policy) => policy.readings.map(({ id }) => id)));

    expect(readings.size).toBeGreaterThan(8);
    expect([...readings].filter((id) => !named.has(id))).toEqual([]);
  });

  it('names nothing that no policy has', () => {
    const confidences = ['confirmed', 'reported', 'derived', 'unknown', 'expected'];
    const known = new Set([
      ...confidences,
      ...policies.flatMap(({ id, readings, questions, risks, sources }) => [
        id,
        ...[...readings, ...questions, ...risks].map((one) => one.id),
        ...sources.keys(),
      ]),
    ]);

    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the fees of Changzhou 2023', () => {
  it.each([
    ['elderly', null, 730],
    ['minor', null, 390],
    ['college-student', null, 230],
    ['non-working', 'wujin', 930],
    ['non-working', 'xinbei', 930],
    ['non-working', 'tianning', 930],
    ['non-working', 'zhonglou', 930],
    ['non-working', 'economic-zone', 930],
    ['non-working', 'liyang', 730],
    ['non-working', 'jintan', 730],
    ['non-working', null, null],
  ])('%s in %s: %s', (group, district, amount) => {
    const insuredBefore = group === 'college-student' ? null : 'last-year';

    const { fee } = planned(book, {
      policy: 'changzhou-2023',
      asOf: '2022-11-10',
      facts: { group, district, insuredBefore },
    });

    expect(fee?.amount ?? null).toBe(amount);
  });

  it('are none for people in need', () => {
    const facts = { group: 'elderly', insuredBefore: 'last-year', needy: true };

    expect(planned(book, { policy: 'changzhou-2023', asOf: '2022-11-10', facts }).fee?.amount).toBe(0);
  });
});

describe('who may enrol in Changzhou 2023', () => {
  it.each([
    ['a local hukou, never insured before', { basis: 'hukou', insuredBefore: 'never' }, true],
    ['a permit, insured there earlier', { basis: 'residence-permit', insuredBefore: 'earlier' }, true],
    ['a permit, never insured there', { basis: 'residence-permit', insuredBefore: 'never' }, false],
    ['a pupil from elsewhere', { group: 'minor', basis: 'local-school', insuredBefore: 'never' }, true],
    [
      'a child before school, a parent insured for a year',
      { group: 'minor', basis: 'preschool-child', insuredBefore: 'never', parentInsuredForAYear: true },
      true,
    ],
    [
      'a child before school, no parent insured for a year',
      { group: 'minor', basis: 'preschool-child', insuredBefore: 'never', parentInsuredForAYear: false },
      false,
    ],
    ['from Macao, not at work', { basis: 'hong-kong-macao-taiwan', insuredBefore: 'never' }, true],
    [
      'in the employees’ insurance',
      { basis: 'hukou', insuredBefore: 'earlier', employeesInsurance: true },
      false,
    ],
    ['without any paper', { basis: 'none', insuredBefore: 'never' }, false],
  ])('%s', (_, facts, isEligible) => {
    const plan = planned(book, { policy: 'changzhou-2023', asOf: '2022-11-10', facts });

    expect(plan.eligibility === null).toBe(isEligible);
    expect(plan.verdict === 'not-eligible').toBe(!isEligible);
  });
});

describe('the card of Changzhou 2023 must be funded', () => {
  it.each([
    ['Mon 24 Oct for the end of October', '2022-10-10', '2022-10-24', '2022-10-25'],
    ['Mon 24 Oct on that day itself', '2022-10-24', '2022-10-24', '2022-10-25'],
    ['Thu 24 Nov for the end of November', '2022-11-01', '2022-11-24', '2022-11-25'],
    ['Mon 19 Dec for the last batch', '2022-12-01', '2022-12-19', '2022-12-20'],
  ])('by %s', (_, asOf, fundBy, debitFrom) => {
    const facts = { group: 'elderly', insuredBefore: 'last-year', payingBy: 'card-debit' };

    const { routes } = planned(book, { policy: 'changzhou-2023', asOf, facts });

    const steps = routes.find(({ id }) => id === 'bank-debit')?.activities ?? [];
    const [fund, debit] = ['fund-card', 'debit'].map((id) => steps.find((step) => step.id === id));
    expect(formatDay(fund?.latestStartOn ?? day(asOf))).toBe(fundBy);
    expect(formatDay(debit?.earliestStartOn ?? day(asOf))).toBe(debitFrom);
  });
});

describe('90 days after the birth in Anqing', () => {
  it.each([
    ['Fri 1 Sep 2023', '2023-09-01', '2023-11-30'],
    ['Tue 3 Oct 2023', '2023-10-03', '2024-01-01'],
    ['Wed 15 Nov 2023', '2023-11-15', '2024-02-13'],
    ['Sun 31 Dec 2023', '2023-12-31', '2024-03-30'],
    ['Fri 1 Mar 2024', '2024-03-01', '2024-05-30'],
  ])('of %s', (_, bornOn, lastDay) => {
    const facts = { enrolling: 'newborn', bornOn };

    const plan = planned(book, { policy: 'anqing-2024', asOf: bornOn, facts });

    expect(formatDay(plan.cutoff.on)).toBe(lastDay);
    expect(plan.fees.map(({ policyYear }) => policyYear)).toEqual(bornOn < '2024' ? [2024, 2023] : [2024]);
  });
});
