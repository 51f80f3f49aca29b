// A policy as routes/policy-json.ts writes it, in both languages, conditions as their CEL text.

import { z } from 'zod';
import { said } from '../../../input/said.ts';
import { sourceShape } from './plan-shape.ts';
import { PolicyActivity } from './policy-activity-shape.ts';
import { PolicyRoute } from './policy-route-shape.ts';
import { Counted, DayRuleJson, WhenJson } from './rule-shapes.ts';
import { Both, DayJson, DayOrNull, SourceId } from './small-shapes.ts';

const FactJson = z.object({
  id: z.string(),
  type: z.enum(['date', 'choice', 'boolean', 'integer', 'month', 'date-or-month']),
  question: Both,
  help: Both.nullable(),
  choices: z.record(z.string(), Both).optional(),
  default: z.union([z.string(), z.boolean(), z.number(), z.null()]),
  required: z.boolean(),
  askWhen: WhenJson,
  askEarlyWhen: WhenJson,
});

const CutoffJson = z.object({
  id: z.string(),
  title: Both.nullable(),
  on: Counted,
  until: DayOrNull,
  at: z.string().nullable(),
  atSource: SourceId.nullable(),
  channel: z.enum(['online', 'counter', 'bank-debit']).nullable(),
  status: z.enum(['announced', 'expected', 'extended']),
  binds: z.string(),
  replaces: z.string().nullable(),
  source: SourceId,
});

const FromFact = z.object({ fact: z.string() });

const CoverFromJson = z.union([
  z.object({ day: DayJson }),
  FromFact,
  z.object({ payment: z.enum(['same-day', 'next-day', 'first-of-next-month']) }),
  z.object({
    payment: z.literal('after-months'),
    months: z.int(),
    plus: FromFact.optional(),
    minus: FromFact.optional(),
    atLeast: z.int().optional(),
  }),
  z.literal('unknown'),
]);

const CoverageRules = z.object({
  until: DayJson,
  rules: z.array(
    z.object({
      when: WhenJson,
      paidUntil: Counted.nullable(),
      coverFrom: CoverFromJson,
      text: Both,
      source: SourceId,
    }),
  ),
});

const Titled = z.object({ title: Both, source: SourceId });

const SUMMARY = {
  id: z.string(),
  title: Both,
  place: Both,
  policyYear: z.int(),
  status: z.enum(['announced', 'projected']),
  basedOn: z.string().nullable(),
  plannable: said(z.boolean(), {
    zh: 'false：只知道集中参保期和缴费标准，无法规划',
    en: 'False: only windows and fees are known, nothing can be planned',
  }),
  verifiedOn: DayJson,
  stale: z.boolean(),
  links: z.object({ self: z.url(), page: z.url() }),
};

export const PolicySummary = z.object(SUMMARY).meta({ id: 'PolicySummary' });

export const PolicyJson = z
  .object({
    ...SUMMARY,
    zone: z.string(),
    calendar: z.string(),
    facts: said(z.array(FactJson), { zh: '要问的事实', en: 'What a case is asked' }),
    opening: z
      .object({ on: DayJson, status: z.enum(['announced', 'expected']), source: SourceId })
      .nullable(),
    cutoffs: z.array(CutoffJson),
    activities: z.array(PolicyActivity),
    routes: z.array(PolicyRoute),
    readings: z.array(
      z.object({
        id: z.string(),
        about: Both,
        usual: Titled,
        others: z.array(Titled.extend({ id: z.string(), touches: z.array(z.string()) })),
      }),
    ),
    coverage: CoverageRules.nullable(),
    fees: z.array(
      z.object({
        group: z.string(),
        title: Both.nullable(),
        amount: z.number(),
        status: z.enum(['announced', 'expected']),
        policyYear: z.int(),
        when: WhenJson,
        source: SourceId,
      }),
    ),
    eligibility: z.array(
      z.object({ id: z.string(), when: WhenJson, because: Both, instead: Both, source: SourceId }),
    ),
    questions: z.array(
      z.object({
        id: z.string(),
        ask: Both,
        whom: Both,
        isAskedFirst: z.boolean(),
        when: WhenJson,
        by: z.array(DayRuleJson),
        source: SourceId,
      }),
    ),
    risks: z.array(
      z.object({
        id: z.string(),
        text: Both,
        when: WhenJson,
        from: z.array(DayRuleJson),
        until: z.array(DayRuleJson),
        source: SourceId,
      }),
    ),
    observations: z.array(z.object({ id: z.string(), text: Both, calendarDays: z.int(), source: SourceId })),
    relatedDates: said(
      z.array(
        z.object({
          id: z.string(),
          title: Both,
          days: Both,
          reportedFor: z.int(),
          when: WhenJson,
          source: SourceId,
        }),
      ),
      {
        zh: '用同样证件的别的事：报道的那一年的日子，不排进计划',
        en: 'What else goes by the same papers, on the days of the year it was reported for; never planned',
      },
    ),
    askWhom: z.object({ text: Both, source: SourceId }),
    sources: z.record(z.string(), sourceShape(Both)),
  })
  .meta({ id: 'Policy' });
