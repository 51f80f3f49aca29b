// A family for each verdict, each looked at on the day on which it is so; see test/scenarios for how the days were
// counted. Some have a notice of their own, whose name holds what calendar programs stumble over.

/** Joined emoji, a flag, and every character that the format escapes. */
export const OWN_NOTICE = '街道公告 👨‍👩‍👧, 第3号; "补充" C:\\通知 🇨🇳: 延长, 见附件';

interface FamilyCase {
  readonly verdict: string;
  readonly asOf: string;
  readonly case: object;
}

const IN_SHANGHAI = { policy: 'shanghai-2027' };
const TO_THE_END_OF_THE_YEAR = { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged' };
const renewed = (on: string) => ({ 'renew-permit': { startedOn: on, finishedOn: on } });

export const FAMILIES: readonly FamilyCase[] = [
  {
    verdict: 'on-track',
    asOf: '2026-11-22',
    case: {
      ...IN_SHANGHAI,
      facts: TO_THE_END_OF_THE_YEAR,
      overrides: { cutoff: { on: '2026-12-25', at: '17:30', source: OWN_NOTICE } },
    },
  },
  {
    verdict: 'tight',
    asOf: '2026-12-08',
    case: { ...IN_SHANGHAI, facts: TO_THE_END_OF_THE_YEAR, actuals: renewed('2026-12-08') },
  },
  {
    verdict: 'at-risk',
    asOf: '2016-11-14',
    case: {
      policy: 'shanghai-2017',
      facts: { permitExpiresOn: '2016-12-20' },
      overrides: { cutoff: { on: '2016-12-25', source: OWN_NOTICE } },
    },
  },
  {
    verdict: 'too-late',
    asOf: '2026-12-16',
    case: {
      ...IN_SHANGHAI,
      facts: TO_THE_END_OF_THE_YEAR,
      overrides: { cutoff: { on: '2026-12-25', source: OWN_NOTICE } },
    },
  },
  {
    verdict: 'done',
    asOf: '2026-12-23',
    case: {
      ...IN_SHANGHAI,
      facts: { permitExpiresOn: '2027-06-30', insuredLastYear: true },
      actuals: {
        payment: { startedOn: '2026-12-18', finishedOn: '2026-12-18' },
        'payment-check': { startedOn: '2026-12-18', finishedOn: '2026-12-22' },
      },
    },
  },
  {
    verdict: 'not-eligible',
    asOf: '2026-11-22',
    case: { ...IN_SHANGHAI, facts: { enrolling: 'self', permitExpiresOn: '2026-12-31' } },
  },
];
