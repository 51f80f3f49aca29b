// Ways in which a policy file is refused because its parts do not fit each other: one edit of the shipped file, and what
// is told of it.

import { shippedPolicy } from './edited-policy.ts';
import type { FaultyPolicy } from './policy-faults.ts';

const shanghai = shippedPolicy('shanghai-2026');
const namesOf = (map: ReadonlyMap<string, unknown>) => [...map.keys()].join(' | ');

const ANNOUNCED_IN_PROJECTION =
  'announced in a policy that is only projected, "announced", allowed: expected; or an announcement laid over it';

export const FAULTS_BETWEEN_PARTS: readonly FaultyPolicy[] = [
  {
    wrong: 'a source that is not there',
    edit: [/source: project/, 'source: nobody'],
    faults: [
      ['source: nobody', `$.askWhom.source: unknown source, "nobody", allowed: ${namesOf(shanghai.sources)}`],
    ],
  },
  {
    wrong: 'a source that nothing uses',
    edit: [
      /^sources:$/m,
      '$&\n  rumour: { title: { zh: 传闻, en: A rumour }, publisher: nobody, confidence: unknown }',
    ],
    faults: [
      ['rumour:', '$.sources.rumour: source that nothing uses, "rumour", allowed: use it, or leave it out'],
    ],
  },
  {
    wrong: 'an activity that is not there, and so one that nothing uses',
    edit: [/- activity: school-enrolment/, '- activity: school-outing'],
    faults: [
      [
        'activity: school-outing',
        `$.routes.school.steps[0].activity: unknown activity, "school-outing", allowed: ${namesOf(shanghai.activities)}`,
      ],
      [
        'school-enrolment:',
        '$.activities["school-enrolment"]: activity that nothing uses, "school-enrolment", allowed: use it, or leave it out',
      ],
    ],
  },
  {
    wrong: 'a cutoff that is not there',
    edit: [/^ {4}cutoff: payment$/m, '    cutoff: lunch'],
    faults: [
      [
        'cutoff: lunch',
        `$.routes.school.cutoff: unknown cutoff, "lunch", allowed: ${namesOf(shanghai.cutoffs)}`,
      ],
    ],
  },
  {
    wrong: 'a step that renews a paper whose end nobody is asked for',
    edit: [/^ {4}renews: permitExpiresOn$/m, '    renews: cardExpiresOn'],
    faults: [
      [
        'renews: cardExpiresOn',
        `$.activities["renew-permit"].renews: unknown fact, "cardExpiresOn", allowed: ${shanghai.facts.map(({ id }) => id).join(' | ')}`,
      ],
    ],
  },
  {
    wrong: 'a step that renews what is no day',
    edit: [/^ {4}renews: permitExpiresOn$/m, '    renews: enrolling'],
    faults: [
      [
        'renews: enrolling',
        '$.activities["renew-permit"].renews: a fact of type choice, "enrolling", allowed: one of type date, month, date-or-month',
      ],
    ],
  },
  {
    wrong: 'a default of another type',
    edit: [/^ {4}default: true$/m, '    default: 3'],
    faults: [
      ['default: 3', '$.facts.addressUnchanged.default: not of the type of the fact, 3, allowed: boolean'],
    ],
  },
  {
    wrong: 'a default that is none of the choices',
    edit: [/^ {4}default: child-out-of-school$/m, '    default: neighbour'],
    faults: [
      [
        'default: neighbour',
        '$.facts.enrolling.default: not of the type of the fact, "neighbour", allowed: choice',
      ],
    ],
  },
  {
    wrong: 'choices of a fact that is no choice',
    edit: [/^ {2}addressUnchanged:$/m, '$&\n    choices: { a: { zh: 甲, en: a } }'],
    faults: [
      [
        'addressUnchanged:',
        '$.facts.addressUnchanged: choices and type do not fit, "boolean", allowed: choices for type choice, and only there',
      ],
    ],
  },
  {
    wrong: 'a cutoff before the window opens',
    edit: [/on: Fri 2025-11-07/, 'on: Fri 2025-12-26'],
    faults: [
      [
        'on: Thu 2025-12-25',
        '$.cutoffs.payment.on: a cutoff before the window opens, "2025-12-25", allowed: 2025-12-26 or later',
      ],
    ],
  },
  {
    wrong: 'an extension before the cutoff that it replaces',
    edit: [
      /^cutoffs:$/m,
      '$&\n  longer: { on: 2025-12-24, status: extended, binds: payment, replaces: payment, roll: none, source: project }',
    ],
    faults: [
      [
        'on: 2025-12-24',
        '$.cutoffs.longer.on: an extension before the cutoff that it replaces, "2025-12-24", allowed: 2025-12-25 or later',
      ],
    ],
  },
  {
    wrong: 'a cutoff that nothing uses',
    edit: [
      /^cutoffs:$/m,
      '$&\n  spare: { on: 2025-12-31, status: announced, binds: payment, roll: none, source: project }',
    ],
    faults: [
      ['spare:', '$.cutoffs.spare: cutoff that nothing uses, "spare", allowed: use it, or leave it out'],
    ],
  },
  {
    wrong: 'a question that nothing uses',
    edit: [/^facts:$/m, '$&\n  shoeSize: { type: integer, question: { zh: 鞋码, en: Shoe size } }'],
    faults: [
      ['shoeSize:', '$.facts.shoeSize: fact that nothing uses, "shoeSize", allowed: use it, or leave it out'],
    ],
  },
  {
    wrong: 'a projection of nothing, which is announced besides',
    edit: [/^status: announced$/m, 'status: projected'],
    faults: [
      [
        'status: projected',
        '$.status: projected from nothing, "projected", allowed: with basedOn: the policy it is projected from',
      ],
      [/(?<=^ {2}opensOn: .*)status:/m, `$.window.opensOn.status: ${ANNOUNCED_IN_PROJECTION}`],
      ['status: announced\n    binds', `$.cutoffs.payment.status: ${ANNOUNCED_IN_PROJECTION}`],
      ...['students', 'aged-19-to-59', 'aged-60-to-69', 'aged-70-and-over'].map((group): [RegExp, string] => [
        new RegExp(`(?<=^  ${group}:\\n(?: {4}.*\\n)*? {4})status:`, 'm'),
        `$.fees${/-/.test(group) ? `["${group}"]` : `.${group}`}.status: ${ANNOUNCED_IN_PROJECTION}`,
      ]),
    ],
  },
  {
    wrong: 'a route that nobody can take',
    edit: [
      /when: facts\.enrolling == "child-in-school"$/m,
      'when: facts.enrolling == "child-in-school" && facts.enrolling == "self"',
    ],
    faults: [
      [
        'when: facts.enrolling == "child-in-school" && facts.enrolling == "self"',
        '$.routes.school.when: a route that can never be chosen, "facts.enrolling == \\"child-in-school\\" && facts.enrolling == \\"self\\"", allowed: a condition that some answers meet',
      ],
    ],
  },
  {
    wrong: 'an outcome that no route goes on from',
    edit: [
      /^ {4}outcomes:$/m,
      '$&\n      lost: { title: { zh: 没了, en: lost }, means: { zh: 没了, en: lost }, source: project }',
    ],
    faults: [
      [
        'lost:',
        '$.activities["hr-approval"].outcomes.lost: an outcome that no route goes on from, "lost", allowed: a route with it, or leave it out',
      ],
    ],
  },
  {
    wrong: 'a step that comes twice',
    edit: [/- activity: school-enrolment/, '$&\n      - { activity: school-enrolment }'],
    faults: [
      [
        'activity: school-enrolment }',
        '$.routes.school.steps[1].activity: a step that comes twice, "school-enrolment", allowed: each once',
      ],
    ],
  },
  {
    wrong: 'a value that the readings of two questions change',
    edit: [
      /^ {12}registration-review:$/m,
      '            points-data-lag: { duration: { planning: { amount: 9 } } }\n$&',
    ],
    faults: [
      [
        'amount: 9',
        '$.readings["review-count"].others["one-more"].changes.activities["points-data-lag"].duration.planning.amount: a value that the readings of two questions change, "data-lag, review-count", allowed: readings of one question, or of different values',
      ],
    ],
  },
];
