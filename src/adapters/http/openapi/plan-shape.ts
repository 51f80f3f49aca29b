// The plan as emitters/plan-json.ts writes it (contracts.md §3). Fields may be added, never renamed or dropped.

import { z } from 'zod';
import { said } from '../../../input/said.ts';
import { RouteJson } from './route-shape.ts';
import { ConfidenceName, DayJson, DayOrNull, LikelihoodJson, SourceId, VerdictName } from './small-shapes.ts';

const FeeJson = z.object({
  group: z.string(),
  title: z.string().nullable(),
  amount: z.number(),
  currency: z.literal('CNY'),
  policyYear: z.int(),
  status: z.enum(['announced', 'expected']),
  source: SourceId,
});

const ForkJson = z.object({
  activity: z.string(),
  title: z.string(),
  lookOn: DayOrNull,
  branches: z.array(
    z.object({
      outcome: z.string(),
      title: z.string(),
      means: z.string(),
      instead: z.string().nullable(),
      source: SourceId,
      route: z.string().nullable(),
      verdict: VerdictName,
      likelihood: LikelihoodJson.nullable(),
    }),
  ),
});

const CoverageJson = z.object({
  begins: DayJson,
  until: DayJson,
  rules: z.array(
    z.object({
      paidUntil: DayOrNull,
      coverFrom: DayOrNull,
      start: z.object({
        kind: z.enum(['day', 'after-payment', 'first-of-next-month', 'after-months', 'unknown']),
        months: z.int().optional(),
      }),
      text: z.string(),
      source: SourceId,
    }),
  ),
  ifPaidByCutoff: DayOrNull,
});

/** Titles are in one language in a plan, in both in a policy. */
export function sourceShape<Title extends z.ZodType>(title: Title) {
  return z.object({
    id: z.string(),
    title,
    publisher: z.string(),
    publishedOn: DayOrNull,
    address: z.string().nullable(),
    verifiedOn: DayJson,
    confidence: ConfidenceName,
    stale: said(z.boolean(), {
      zh: '一年多没有人核对过',
      en: 'Nobody has looked at it for more than a year',
    }),
  });
}

const POLICY = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['announced', 'projected']),
  verifiedOn: DayJson,
  policyYear: z.int(),
  place: z.string(),
  zone: z.string(),
});

const PLAN = {
  policy: POLICY,
  asOf: DayJson,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  assumed: said(z.array(z.string()), {
    zh: '没有填写、按政策默认值计的事实',
    en: 'The facts that nobody gave: their values are the policy’s defaults',
  }),
  cutoff: z.object({
    on: DayJson,
    at: z.string().nullable(),
    status: z.enum(['announced', 'expected', 'extended']),
    source: said(z.string(), {
      zh: '出处的编号；own 为真时是自己填写的文字',
      en: 'A source id; the user’s own words when own',
    }),
    atSource: SourceId.nullable(),
    own: z.boolean(),
  }),
  verdict: said(VerdictName, { zh: '推荐路线的结论', en: 'Of the recommended route' }),
  recommendedRoute: z.string().nullable(),
  routes: z.array(RouteJson),
  today: z.object({
    text: z.string(),
    askFirst: z.string().nullable(),
    activity: z.string().nullable(),
    kind: z.enum(['do', 'await', 'prepare', 'ask', 'nothing']),
  }),
  eligibility: z.object({ because: z.string(), instead: z.string(), source: SourceId }).nullable(),
  fork: ForkJson.nullable(),
  questions: z.array(
    z.object({
      id: z.string(),
      ask: z.string(),
      whom: z.string(),
      askFirst: z.boolean(),
      by: DayOrNull,
      source: SourceId,
    }),
  ),
  risks: z.array(
    z.object({ id: z.string(), text: z.string(), from: DayOrNull, until: DayOrNull, source: SourceId }),
  ),
  opens: z.object({ on: DayJson, status: z.enum(['announced', 'expected']), source: SourceId }).nullable(),
  coverage: CoverageJson.nullable(),
  ifMissed: z.object({ coverFrom: DayOrNull, text: z.string(), source: SourceId }).nullable(),
  fee: FeeJson.nullable(),
  fees: z.array(FeeJson),
  sources: z.record(z.string(), sourceShape(z.string())),
};

export const PlanJson = z.object(PLAN).meta({ id: 'Plan' });

export const LinksJson = z
  .object({
    self: z.url(),
    page: z.url(),
    view: said(z.url(), {
      zh: '只能看的链接：用它修改会得到403',
      en: 'Shows and cannot change: a change through it is answered with 403',
    }),
    viewPage: z.url(),
    calendarFile: z.url(),
    calendarFeed: z.url(),
    webcal: z.url(),
    reminders: said(z.url().nullable(), {
      zh: '只能看的人得到 null',
      en: 'Null for somebody with a link that only shows',
    }),
    step: said(z.url().nullable(), {
      zh: '给单位人事的链接：只能看和标记单位那一步；还没有给出时是 null',
      en: 'For HR: shows and marks the employer’s step alone; null until it is given out',
    }),
  })
  .meta({ id: 'Links' });

export const StoredPlanJson = z
  .object({ ...PLAN, version: z.int().min(1), links: LinksJson })
  .meta({ id: 'StoredPlan' });
