// A valid default plan to change one fact at a time: the online route of Shanghai 2027 for a permit to Thursday
// 2026-12-31, looked at on Sunday 2026-11-22. Days counted by hand; see test/scenarios for the computed ones.

import { type Day, parseDay } from '../../src/domain/day.ts';
import type { Fee, Plan } from '../../src/domain/plan.ts';
import type { PlannedActivity } from '../../src/domain/planned-activity.ts';
import type { PlannedRoute } from '../../src/domain/planned-route.ts';
import { buildWorkingCalendar } from '../../src/domain/working-calendar.ts';

/** A day written out; throws on a slip in a test. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

export function samplePlannedActivity(changes: Partial<PlannedActivity> = {}): PlannedActivity {
  return {
    id: 'renew-permit',
    title: { zh: '居住证签注', en: 'Renew the residence permit' },
    accompaniedBy: null,
    renews: null,
    actor: 'applicant',
    state: 'open',
    place: { zh: '社区事务受理服务中心，或“随申办”', en: 'community service centre, or the Suishenban app' },
    bring: [
      { zh: '身份证原件', en: 'identity card (original)' },
      { zh: '居住证', en: 'residence permit' },
    ],
    tips: [{ zh: '还剩30天时系统不受理，白跑一趟', en: 'With 30 days left the system refuses' }],
    source: 'eastday-2016',
    toldBy: ['eastday-2016'],
    outcomes: [],
    opensOn: null,
    closesOn: null,
    earliestStartOn: day('2026-12-02'),
    earliestFinishOn: day('2026-12-02'),
    latestStartOn: day('2026-12-09'),
    latestFinishOn: day('2026-12-09'),
    mustFinishBy: day('2026-12-09'),
    totalFloatDays: 7,
    totalFloatWorkingDays: 5,
    isDriving: true,
    isOverdue: false,
    latestStartByChannel: new Map(),
    provisional: {},
    duration: { amount: 0, unit: 'calendar-days' },
    reasons: [
      {
        rule: 'window-opens',
        on: day('2026-12-02'),
        source: 'eastday-2016',
        from: {
          fact: 'permitExpiresOn',
          on: day('2026-12-31'),
          amount: 29,
          unit: 'calendar-days',
          sign: -1,
        },
      },
      {
        rule: 'leaves-time-for',
        activity: 'hr-approval',
        latestStartOn: day('2026-12-14'),
        on: day('2026-12-09'),
      },
    ],
    confidence: 'reported',
    ...changes,
  };
}

const hrApproval = samplePlannedActivity({
  id: 'hr-approval',
  title: { zh: '单位人事审核', en: 'HR approves online' },
  actor: 'employer',
  place: { zh: '单位经办人账号', en: "the employer's account" },
  bring: [],
  tips: [],
  earliestStartOn: day('2026-12-07'),
  earliestFinishOn: day('2026-12-08'),
  latestStartOn: day('2026-12-14'),
  latestFinishOn: day('2026-12-15'),
  mustFinishBy: day('2026-12-15'),
  duration: { amount: 1, unit: 'working-days' },
  reasons: [
    {
      rule: 'waits-for',
      activity: 'renew-permit',
      finishOn: day('2026-12-02'),
      minLag: { amount: 3, unit: 'working-days' },
      on: day('2026-12-07'),
    },
    {
      rule: 'takes',
      period: { amount: 1, unit: 'working-days' },
      finishRolls: 'none',
      basis: 'planning-value',
      source: 'eastday-2016',
      legalLimit: null,
      counting: null,
    },
  ],
});

const review = samplePlannedActivity({
  id: 'points-review',
  title: { zh: '积分审核', en: 'The points are confirmed' },
  actor: 'office',
  place: null,
  bring: [],
  tips: [],
  earliestStartOn: day('2026-12-08'),
  earliestFinishOn: day('2026-12-11'),
  latestStartOn: day('2026-12-15'),
  latestFinishOn: day('2026-12-18'),
  mustFinishBy: day('2026-12-20'),
  reasons: [],
});

const registration = samplePlannedActivity({
  id: 'registration',
  title: { zh: '参保登记', en: 'Register the child' },
  place: { zh: '“一网通办”或社区事务受理服务中心', en: 'online, or the community service centre' },
  bring: [{ zh: '积分通知书（须列明子女）', en: 'points notice that names the child' }],
  tips: [],
  earliestStartOn: day('2026-12-11'),
  earliestFinishOn: day('2026-12-11'),
  latestStartOn: day('2026-12-20'),
  latestFinishOn: day('2026-12-20'),
  mustFinishBy: day('2026-12-20'),
  totalFloatDays: 9,
  latestStartByChannel: new Map([
    ['online', day('2026-12-20')],
    ['counter', day('2026-12-18')],
  ]),
  reasons: [],
});

const payment = samplePlannedActivity({
  id: 'payment',
  title: { zh: '缴费', en: 'Pay' },
  place: { zh: '随申办、支付宝、微信或银行', en: 'Suishenban, Alipay, WeChat or a bank' },
  bring: [],
  tips: [],
  earliestStartOn: day('2026-12-18'),
  earliestFinishOn: day('2026-12-18'),
  latestStartOn: day('2026-12-25'),
  latestFinishOn: day('2026-12-25'),
  mustFinishBy: day('2026-12-25'),
  reasons: [{ rule: 'cutoff', on: day('2026-12-25'), source: 'pattern' }],
});

export function sampleRoute(changes: Partial<PlannedRoute> = {}): PlannedRoute {
  return {
    id: 'points-online',
    title: { zh: '积分网签', en: 'Points confirmed online' },
    verdict: 'on-track',
    notEligibleBecause: null,
    likelihood: { onTime: 1 },
    likelihoodBasis: { sources: ['eastday-2016'], confidence: 'reported' },
    startBy: { certain: day('2026-12-09'), p90: day('2026-12-09'), p50: day('2026-12-09') },
    chanceByStart: null,
    finishedBy: { p50: day('2026-12-18'), p90: day('2026-12-18') },
    scenario: 'statutory',
    usualLastStart: day('2026-12-09'),
    safeLastStart: day('2026-12-02'),
    isSafe: true,
    readings: [],
    ifOutcomes: [],
    confidence: 'reported',
    isRecommendable: true,
    completion: {
      min: day('2026-12-17'),
      mode: day('2026-12-18'),
      max: day('2026-12-24'),
      statutory: day('2026-12-18'),
    },
    completionRange: { min: null, mode: null, max: null, statutory: null },
    activities: [samplePlannedActivity(), hrApproval, review, registration, payment],
    problems: [],
    ...changes,
  };
}

const SAMPLE_FEE: Fee = {
  group: 'students',
  title: null,
  amount: 400,
  currency: 'CNY',
  policyYear: 2027,
  status: 'expected',
  source: 'pattern',
};

/** Ordinary weeks; from Tuesday 29 December on a notice is still to come. */
const SAMPLE_CALENDAR = buildWorkingCalendar({
  id: 'sample',
  weekend: [6, 7],
  closures: [],
  makeUpWorkingDays: [],
  coversFrom: day('2026-11-01'),
  coversUntil: day('2027-03-31'),
  afterCover: 'unpublished',
  uncertain: { finalUntil: day('2026-12-28'), most: null },
});

export function samplePlan(changes: Partial<Plan> = {}): Plan {
  const route = sampleRoute();
  return {
    policy: {
      id: 'shanghai-2027',
      title: { zh: '上海2027年度城乡居民医保', en: "Shanghai residents' medical insurance 2027" },
      status: 'projected',
      policyYear: 2027,
      place: { zh: '上海', en: 'Shanghai' },
      zone: 'Asia/Shanghai',
      verifiedOn: day('2026-11-22'),
    },
    asOf: day('2026-11-22'),
    facts: [
      {
        id: 'permitExpiresOn',
        question: { zh: '居住证有效期至', en: 'The residence permit is valid until' },
        value: day('2026-12-31'),
        isDay: true,
        shown: { zh: '2026年12月31日（周四）', en: 'Thu 31 Dec 2026' },
        isAssumed: false,
      },
    ],
    actuals: new Map(),
    cutoff: {
      on: day('2026-12-25'),
      at: '17:30',
      atSource: null,
      status: 'expected',
      source: 'pattern',
      isOwn: false,
      isReplaceable: true,
    },
    calendar: SAMPLE_CALENDAR,
    verdict: route.verdict,
    recommendedRoute: route.id,
    routes: [route],
    today: { kind: 'prepare', activity: samplePlannedActivity(), until: day('2026-12-02') },
    ifMissed: {
      coverFrom: null,
      text: { zh: '错过要等3个月', en: 'Who misses it waits three months' },
      source: 'pattern',
    },
    eligibility: null,
    fork: null,
    questions: [],
    risks: [],
    coverage: null,
    opening: null,
    fee: SAMPLE_FEE,
    fees: [SAMPLE_FEE],
    sources: new Map([
      [
        'pattern',
        {
          id: 'pattern',
          title: { zh: '按往年推测', en: 'By the pattern of earlier years' },
          publisher: 'Lastbus',
          publishedOn: null,
          address: null,
          confidence: 'derived',
          verifiedOn: day('2026-11-22'),
        },
      ],
      [
        'eastday-2016',
        {
          id: 'eastday-2016',
          title: { zh: '2017年居住证、积分续办衔接医保办理过程', en: 'The 2016 walk through the chain' },
          publisher: '东方网',
          publishedOn: day('2016-12-23'),
          address: null,
          confidence: 'reported',
          verifiedOn: day('2026-11-22'),
        },
      ],
    ]),
    ...changes,
  };
}
