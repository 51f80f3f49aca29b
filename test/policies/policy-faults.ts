// Every way in which a policy file is refused: one edit of the shipped file, and what is told of it.

import { shippedPolicy } from './edited-policy.ts';

const shanghai = shippedPolicy('shanghai-2027');
const namesOf = (map: ReadonlyMap<string, unknown>) => [...map.keys()].join(' | ');

interface FaultyPolicy {
  /** The beginning of the test's name: what is wrong with the file. */
  readonly wrong: string;
  readonly edit: readonly [found: RegExp, replacement: string];
  /** The part of the edited text at which the fault stands, and the fault itself. */
  readonly faults: readonly (readonly [at: string, fault: string])[];
}

export const FAULTY_POLICIES: readonly FaultyPolicy[] = [
  {
    wrong: 'a key that comes twice',
    edit: [/^zone: .*$/m, 'title: twice\n$&'],
    faults: [['title: twice', '$: duplicate key, "title", allowed: each key once']],
  },
  {
    wrong: 'an unknown key at the top',
    edit: [/^zone: .*$/m, '$&\ncolour: red'],
    faults: [['colour:', '$.colour: unknown key, "colour", allowed: no other keys than those documented']],
  },
  {
    wrong: 'an unknown key inside',
    edit: [/^ {4}actor: employer$/m, '$&\n    colour: red'],
    faults: [
      [
        'colour:',
        '$.activities["hr-approval"].colour: unknown key, "colour", allowed: no other keys than those documented',
      ],
    ],
  },
  {
    wrong: 'a text where a number belongs',
    edit: [/^policyYear: .*$/m, 'policyYear: soon'],
    faults: [['policyYear:', '$.policyYear: wrong type, "soon", allowed: number']],
  },
  {
    wrong: 'a text in one language only',
    edit: [/^place: .*$/m, 'place: { zh: 上海 }'],
    faults: [['place:', '$.place.en: missing, allowed: string']],
  },
  {
    wrong: 'a key left out',
    edit: [/^zone: .*\n/m, ''],
    faults: [['', '$.zone: missing, allowed: string']],
  },
  {
    wrong: 'a status that is none',
    edit: [/^status: .*$/m, 'status: rumoured'],
    faults: [['status:', '$.status: not an allowed value, "rumoured", allowed: announced | projected']],
  },
  {
    wrong: 'a day that is none',
    edit: [/^verifiedOn: .*$/m, 'verifiedOn: 2026-02-30'],
    faults: [
      [
        'verifiedOn:',
        '$.verifiedOn: not an allowed value, "2026-02-30", allowed: a day, YYYY-MM-DD, for example 2026-12-25',
      ],
    ],
  },
  {
    wrong: 'a time zone that is none',
    edit: [/^zone: .*$/m, 'zone: Asia/Atlantis'],
    faults: [
      ['zone:', '$.zone: unknown time zone, "Asia/Atlantis", allowed: an IANA name such as Asia/Shanghai'],
    ],
  },
  {
    wrong: 'an amount below 0 and a unit that is none, both at once',
    edit: [/amount: 3, unit: working-days/, 'amount: -3, unit: weeks'],
    faults: [
      [
        'amount: -3',
        '$.activities["points-data-lag"].duration.planning.amount: not an allowed value, -3, allowed: a whole number, 0 or more',
      ],
      [
        'unit: weeks',
        '$.activities["points-data-lag"].duration.planning.unit: not an allowed value, "weeks", allowed: calendar-days | working-days',
      ],
    ],
  },
  {
    wrong: 'a duration of nothing',
    edit: [/duration: \{ planning: \{ amount: 3, .*$/m, 'duration: {}'],
    faults: [
      [
        'duration: {}',
        '$.activities["points-data-lag"].duration: not an allowed value, {}, allowed: at least one of observed, planning, legalLimit',
      ],
    ],
  },
  {
    wrong: 'a confidence that is none',
    edit: [/confidence: derived/, 'confidence: sure'],
    faults: [
      [
        'confidence: sure',
        '$.sources["pattern-2016-2025"].confidence: not an allowed value, "sure", allowed: confirmed | reported | derived | unknown',
      ],
    ],
  },
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
    wrong: 'a cutoff that does not say that it never rolls',
    edit: [/^ {4}roll: none\n/m, ''],
    faults: [['payment:\n', '$.cutoffs.payment.roll: not an allowed value, allowed: none']],
  },
  {
    wrong: 'a cutoff that rolls',
    edit: [/^ {4}roll: none$/m, '    roll: forward'],
    faults: [['roll: forward', '$.cutoffs.payment.roll: not an allowed value, "forward", allowed: none']],
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
    wrong: 'a day rule that counts forward and back',
    edit: [/minus: 29,/, 'minus: 29, plus: 1,'],
    faults: [
      [
        'opensOn:',
        '$.activities["renew-permit"].window.opensOn: not an allowed value, {"fact":"permitExpiresOn","minus":29,"plus":1,"unit":"calendar-days","source":"e…, allowed: one of fact, cutoff, day; with plus or minus, not both',
      ],
    ],
  },
];
