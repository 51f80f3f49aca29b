// A policy file is read strictly: whatever is wrong with it is told with its place and the form that is allowed,
// and no policy comes of it. The rows are in policy-faults.ts and
// faults-between-parts.ts.

import { describe, expect, it } from 'vitest';
import { book, edited, faultsOf, placeOf, shippedPolicy } from './edited-policy.ts';
import { FAULTS_BETWEEN_PARTS } from './faults-between-parts.ts';
import { FAULTY_SHAPES } from './policy-faults.ts';

const shanghai = shippedPolicy('shanghai-2026');

describe('the shipped policies', () => {
  it('are read without a fault', () => {
    expect(book.broken).toEqual([]);
    expect([...book.policies.keys()]).toEqual(
      expect.arrayContaining(['shanghai-2017', 'shanghai-2026', 'shanghai-2027']),
    );
    expect([...book.calendars.keys()]).toEqual(['china']);
  });
});

describe('a policy file with', () => {
  it.each([...FAULTY_SHAPES, ...FAULTS_BETWEEN_PARTS])('$wrong is refused', async ({ edit, faults }) => {
    const text = edited(edit);

    expect(await faultsOf(text)).toEqual(
      faults.map(([at, fault]) => `policy.yaml:${placeOf(text, at)}: ${fault}`),
    );
  });

  it('a condition that is no CEL expression is refused, with the place inside the expression', async () => {
    const text = edited([/when: facts\.enrolling == "child-in-school"$/m, 'when: facts.enrolling ==']);

    const [fault, ...others] = await faultsOf(text);

    expect(others).toEqual([]);
    expect(fault).toMatch(/^policy\.yaml:\d+:5: \$\.routes\.school\.when: not a condition: .*1:17.*/);
    expect(fault).toMatch(/, "facts\.enrolling ==", allowed: a CEL expression$/);
    expect(fault).toContain(`:${placeOf(text, 'when: facts.enrolling ==\n')}:`);
  });

  it('faults between its parts is told of all of them at once', async () => {
    const text = edited(
      [/^zone: .*$/m, 'zone: Asia/Atlantis'],
      [/source: project/, 'source: nobody'],
      [/^ {4}cutoff: payment$/m, '    cutoff: lunch'],
    );

    expect((await faultsOf(text)).map((line) => /: (\$\S+): /.exec(line)?.[1]).toSorted()).toEqual([
      '$.askWhom.source',
      '$.routes.school.cutoff',
      '$.zone',
    ]);
  });

  it('a fact that is not there is refused', async () => {
    const [fault] = await faultsOf(
      edited([/opensOn: \{ fact: permitExpiresOn/, 'opensOn: { fact: permitEndsOn']),
    );

    expect(fault).toContain(
      `unknown fact, "permitEndsOn", allowed: ${shanghai.facts.map(({ id }) => id).join(' | ')}`,
    );
  });

  it('a fact that is not there is told where it stands in the file, not in what the file becomes', async () => {
    const text = edited([/opensOn: \{ fact: permitExpiresOn/, 'opensOn: { fact: permitEndsOn']);

    const [fault] = await faultsOf(text);

    expect(fault).toMatch(
      `policy.yaml:${placeOf(text, 'fact: permitEndsOn')}: $.activities["renew-permit"].window.opensOn.fact: `,
    );
  });

  it('a condition on a fact that it never asks is refused, not met when a family needs the plan', async () => {
    const text = edited([/when: facts\.enrolling == "child-in-school"$/m, 'when: facts.enroling == "self"']);

    expect(await faultsOf(text)).toEqual([
      expect.stringContaining(`policy.yaml:${placeOf(text, 'when: facts.enroling')}: $.routes.school.when: `),
    ]);
  });

  it.each([
    [
      'that compares a number with a text',
      [/when: facts\.lapsedYears >= 4$/m, 'when: facts.lapsedYears >= "4"'],
      '$.coverage.rules[2].when: a comparison of different types, ',
    ],
    [
      'that compares a choice with none of its values',
      [/when: facts\.enrolling == "child-in-school"$/m, 'when: facts.enrolling == "neighbour"'],
      '$.routes.school.when: a comparison of facts.enrolling with a value that it never has, "neighbour", ',
    ],
    [
      'on a fact that may be unknown, without asking whether it is there',
      [
        /\(has\(facts\.pointsValidUntil\) && facts\.pointsValidUntil < yearStart\)/,
        '(facts.pointsValidUntil < yearStart)',
      ],
      '$.routes["points-online"].steps[3].when: a condition that gives no yes or no, ',
    ],
  ] as const)('a condition %s is refused with what it takes', async (_, edit, beginning) => {
    const [fault, ...others] = await faultsOf(edited(edit));

    expect(others).toEqual([]);
    expect(fault).toContain(`: ${beginning}`);
    expect(fault).toMatch(/, allowed: .+/);
  });

  it('a calendar that is not there is refused with its place', async () => {
    const text = edited([/^calendar: .*$/m, 'calendar: mars'], [/^policy: .*$/m, 'policy: mine']);

    expect(await faultsOf(text)).toEqual([
      `policy.yaml:${placeOf(text, 'calendar: mars')}: $.calendar: unknown calendar, "mars", allowed: china`,
    ]);
  });
});
