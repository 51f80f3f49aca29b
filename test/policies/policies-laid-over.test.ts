// Files that are laid over others: a year by its differences to another, and what was announced of a projection. What
// is wrong with one of them leaves the policies below it as they are.

import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { formatDay } from '../../src/domain/day.ts';
import { book, edited, folderOf } from './edited-policy.ts';

const shippedIds = [...book.policies.keys()].toSorted().join(' | ');

/** The shipped policies with these files beside them; faults without the folder. */
async function withFiles(files: Readonly<Record<string, string>>) {
  const folder = await folderOf(files);
  const { policies, broken } = await readPolicyFolders([SHIPPED_POLICIES, folder]);
  const faults = broken.flatMap((one) => one.faults.map((fault) => fault.replace(`${folder}/`, '')));
  return { policies, faults };
}

const ANNOUNCEMENT = `announces: shanghai-2027
status: announced
sources:
  notice: { title: { zh: 通知, en: Notice }, publisher: example.gov.cn, confidence: confirmed }
cutoffs:
  payment: { on: Thu 2026-12-31, status: announced, source: notice }
`;

describe('a file of differences', () => {
  it('tells only what is different; the rest is that of the policy it is based on', async () => {
    const { policies, faults } = await withFiles({
      'mine.yaml': 'policy: mine\nbasedOn: shanghai-2026\nfees: { students: { amount: 410 } }\n',
    });
    const mine = policies.get('mine');

    expect(faults).toEqual([]);
    expect(mine?.fees.find(({ group }) => group === 'students')).toMatchObject({
      amount: 410,
      source: 'notice-2026',
    });
    expect(mine?.routes.map(({ id }) => id)).toEqual(
      book.policies.get('shanghai-2026')?.routes.map(({ id }) => id),
    );
  });

  it('to a policy that nobody knows is refused with those there are', async () => {
    const { policies, faults } = await withFiles({ 'mine.yaml': 'policy: mine\nbasedOn: nowhere\n' });

    expect(faults).toEqual([
      `mine.yaml:2:1: $.basedOn: based on an unknown policy, "nowhere", allowed: ${shippedIds}`,
    ]);
    expect(policies.size).toBe(book.policies.size);
  });

  it('to itself, over another one, is refused wherever the circle is entered', async () => {
    const { policies, faults } = await withFiles({
      'a.yaml': 'policy: a\nbasedOn: b\n',
      'b.yaml': 'policy: b\nbasedOn: a\n',
    });

    expect(faults.map((fault) => fault.split(', allowed')[0]).toSorted()).toEqual([
      'a.yaml:2:1: $.basedOn: based on a policy that is left out, or on itself, "b"',
      'b.yaml:2:1: $.basedOn: based on a policy that is left out, or on itself, "a"',
    ]);
    expect(policies.size).toBe(book.policies.size);
  });

  it('of a projection passes nothing off as announced', async () => {
    const { policies, faults } = await withFiles({
      'mine.yaml': [
        'policy: shanghai-2027',
        'basedOn: shanghai-2026',
        'policyYear: 2027',
        'status: projected',
        'window: { opensOn: null }',
        'readings: { opening: null }',
        'cutoffs: { payment: { on: Fri 2026-12-25, status: announced } }',
        'fees:',
        '  students: { status: expected }',
        '  aged-19-to-59: { status: expected }',
        '  aged-60-to-69: { status: expected }',
        '  aged-70-and-over: { status: expected }',
        '',
      ].join('\n'),
    });

    expect(faults).toEqual([
      'mine.yaml:7:43: $.cutoffs.payment.status: announced in a policy that is only projected, "announced", allowed: expected; or an announcement laid over it',
    ]);
    expect(policies.get('shanghai-2027')?.routes.length).toBeGreaterThan(1);
  });

  it('names what it took away itself: a route that still needs it is told', async () => {
    const { faults } = await withFiles({
      'mine.yaml': 'policy: mine\nbasedOn: shanghai-2026\nactivities: { school-enrolment: null }\n',
    });

    expect(faults).toEqual([expect.stringContaining('unknown activity, "school-enrolment", allowed: ')]);
  });
});

describe('what an announcement says', () => {
  it('is laid over the policy: announced, on its own source, the rest as it was projected', async () => {
    const { policies, faults } = await withFiles({ 'notice.yaml': ANNOUNCEMENT });
    const announced = policies.get('shanghai-2027');
    const cutoff = announced?.cutoffs.get('payment');

    expect(faults).toEqual([]);
    expect(announced?.status).toBe('announced');
    expect(cutoff).toMatchObject({ status: 'announced', source: 'notice', binds: 'payment' });
    expect(cutoff?.on.from.kind === 'day' && formatDay(cutoff.on.from.day)).toBe('2026-12-31');
    expect(announced?.fees.find(({ group }) => group === 'students')?.status).toBe('expected');
  });

  it('of a policy that nobody knows is refused with those there are', async () => {
    const { faults } = await withFiles({
      'notice.yaml': ANNOUNCEMENT.replace('shanghai-2027', 'shanghai-3027'),
    });

    expect(faults).toEqual([
      `notice.yaml:1:1: $.announces: unknown policy, "shanghai-3027", allowed: ${shippedIds}`,
    ]);
  });

  it('with a fault leaves the policy as it is projected, and the next announcement counts', async () => {
    const { policies, faults } = await withFiles({
      'a-broken.yaml': ANNOUNCEMENT.replace('binds: payment', '').replace('Thu 2026-12-31', 'Fri 2026-12-31'),
      'b-fees.yaml': `announces: shanghai-2027
sources:
  fees: { title: { zh: 费用, en: Fees }, publisher: example.gov.cn, confidence: confirmed }
fees: { students: { amount: 420, status: announced, source: fees } }
`,
    });
    const policy = policies.get('shanghai-2027');

    expect(faults).toEqual([
      'a-broken.yaml:6:14: $.cutoffs.payment.on: not an allowed value, "Fri 2026-12-31", allowed: Thu 2026-12-31: it is a Thu (周四)',
    ]);
    expect(policy?.status).toBe('projected');
    expect(policy?.fees.find(({ group }) => group === 'students')).toMatchObject({
      amount: 420,
      status: 'announced',
    });
  });
});

describe('an own file at fault', () => {
  it('leaves the shipped policy of its id standing, and what is based on that', async () => {
    const { policies, faults } = await withFiles({
      'mine.yaml': edited([/^status: .*$/m, 'status: rumoured']),
    });

    expect(faults).toHaveLength(1);
    expect(policies.get('shanghai-2026')?.status).toBe('announced');
    expect(policies.get('shanghai-2027')?.basedOn).toBe('shanghai-2026');
    expect(policies.size).toBe(book.policies.size);
  });
});

describe('an extension', () => {
  const extended = (id: string, on: string, replaces: string) =>
    `  ${id}: { on: ${on}, status: extended, binds: payment, replaces: ${replaces}, roll: none, source: notice }\n`;

  it('of an extension is the cutoff that counts, whatever name a route knows it by', async () => {
    const { policies, faults } = await withFiles({
      'a.yaml': `${ANNOUNCEMENT}${extended('first', 'Fri 2027-01-08', 'payment')}${extended('second', 'Sun 2027-02-28', 'first')}`,
    });
    const { cutoffs } = policies.get('shanghai-2027') ?? {};

    expect(faults).toEqual([]);
    expect(['payment', 'first', 'second'].map((id) => cutoffs?.get(id)?.id)).toEqual([
      'second',
      'second',
      'second',
    ]);
  });

  it.each([
    [
      'two of one cutoff',
      extended('first', '2027-01-08', 'payment') + extended('second', '2027-02-28', 'payment'),
      /two others replace/,
    ],
    [
      'in a circle',
      extended('first', '2027-01-08', 'second') + extended('second', '2027-01-08', 'first'),
      /replace each other/,
    ],
  ])('%s is refused', async (_, cutoffs, message) => {
    const { faults } = await withFiles({ 'a.yaml': ANNOUNCEMENT + cutoffs });

    expect(faults.join()).toMatch(message);
  });
});

describe('what an announcement changes', () => {
  it('that would be another policy is refused, and the policy stays as it was', async () => {
    const { policies, faults } = await withFiles({ 'a.yaml': `${ANNOUNCEMENT}policy: other\n` });

    expect(faults).toEqual([
      expect.stringContaining(
        '$.policy: what an announcement does not change, "other", allowed: announces alone',
      ),
    ]);
    expect(policies.get('shanghai-2027')?.status).toBe('projected');
  });

  it('takes the word projection out of the title, and what its notice answers out of the questions', async () => {
    const { policies } = await withFiles({ 'a.yaml': ANNOUNCEMENT });
    const announced = policies.get('shanghai-2027');

    expect(book.policies.get('shanghai-2027')?.title.en).toMatch(/ \(projected\)$/);
    expect(announced?.title.en).toMatch(/2027$/);
    expect(announced?.questions.map(({ id }) => id)).not.toContain('notice-2027');
  });
});
