// Ways in which a policy file is refused for its form: one edit of the shipped file, and what is told of it. Those in
// which its parts do not fit are in faults-between-parts.ts.

export interface FaultyPolicy {
  /** The beginning of the test's name: what is wrong with the file. */
  readonly wrong: string;
  readonly edit: readonly [found: RegExp, replacement: string];
  /** The part of the edited text at which the fault stands, and the fault itself. */
  readonly faults: readonly (readonly [at: string | RegExp, fault: string])[];
}

export const FAULTY_SHAPES: readonly FaultyPolicy[] = [
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
        '$.verifiedOn: not an allowed value, "2026-02-30", allowed: a day, YYYY-MM-DD, for example 2026-12-25, also with its weekday, Sun 2022-12-25 or 2022-12-25 周日',
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
        '$.activities["points-data-lag"].duration.planning.amount: not an allowed value, -3, allowed: a whole number, 0 to 3660',
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
    wrong: 'a related date of no year, with a key of its own',
    edit: [/^ {4}reportedFor: 2022$/m, '    reportedFor: lately\n    colour: red'],
    faults: [
      ['reportedFor: lately', '$.relatedDates.zhongkao.reportedFor: wrong type, "lately", allowed: number'],
      [
        'colour:',
        '$.relatedDates.zhongkao.colour: unknown key, "colour", allowed: no other keys than those documented',
      ],
    ],
  },
  {
    wrong: 'a related date that does not say of which year it is',
    edit: [/^ {4}reportedFor: 2022\n/m, ''],
    faults: [['zhongkao:', '$.relatedDates.zhongkao.reportedFor: missing, allowed: number']],
  },
  {
    wrong: 'a confidence that is none',
    edit: [/confidence: derived/, 'confidence: sure'],
    faults: [
      [
        'confidence: sure',
        '$.sources.project.confidence: not an allowed value, "sure", allowed: confirmed | reported | derived | unknown',
      ],
    ],
  },
  {
    wrong: 'a cutoff that does not say that it never rolls',
    edit: [/^ {4}roll: none\n/m, ''],
    faults: [['payment:\n', '$.cutoffs.payment.roll: missing, allowed: none']],
  },
  {
    wrong: 'a cutoff that rolls',
    edit: [/^ {4}roll: none$/m, '    roll: forward'],
    faults: [['roll: forward', '$.cutoffs.payment.roll: not an allowed value, "forward", allowed: none']],
  },
  {
    wrong: 'a day rule that counts forward and back',
    edit: [/minus: 29,/, 'minus: 29, plus: 1,'],
    faults: [
      [
        'opensOn: { fact: permitExpiresOn',
        '$.activities["renew-permit"].window.opensOn: not an allowed value, {"fact":"permitExpiresOn","minus":29,"plus":1,"unit":"calendar-days","source":"e…, allowed: one of fact, cutoff, day, window; with plus or minus, not both',
      ],
    ],
  },
  {
    wrong: 'a weekday that is not that of its day',
    edit: [/on: Thu 2025-12-25/, 'on: Sat 2022-12-25'],
    faults: [
      [
        'on: Sat 2022-12-25',
        '$.cutoffs.payment.on: not an allowed value, "Sat 2022-12-25", allowed: Sun 2022-12-25: it is a Sun (周日)',
      ],
    ],
  },
];
