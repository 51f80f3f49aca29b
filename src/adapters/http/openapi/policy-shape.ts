// A policy as routes/policy-json.ts writes it, in both languages, conditions as their CEL text.

import { z } from 'zod';
import { said } from '../../../input/said.ts';
import { FinishRollName, StartRuleName, UnitName } from '../../../input/shapes.ts';
import { sourceShape } from './plan-shape.ts';
import { Both, DayJson, DayOrNull, Period, SourceId } from './small-shapes.ts';

const Cel = said(z.string(), { zh: 'CEL 条件', en: 'A condition in CEL' });
const WhenJson = said(Cel.nullable(), { zh: 'CEL 条件；null：总是', en: 'A condition in CEL; null: always' });

const Origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), fact: z.string() }),
  z.object({ kind: z.literal('cutoff'), cutoff: z.string() }),
  z.object({ kind: z.literal('day'), day: DayJson }),
  z.object({ kind: z.literal('opening') }),
]);

const COUNTED = {
  from: Origin,
  amount: z.int(),
  unit: z.enum([...UnitName.options, 'months']),
  sign: z.literal([1, -1]),
};

/** A fixed day as such, else what it counts from. */
const Counted = z.union([DayJson, z.object(COUNTED)]);

const DayRuleJson = z.object({ ...COUNTED, when: WhenJson, source: SourceId }).meta({ id: 'DayRule' });

const PeriodRule = z.union([Period, z.object({ fact: z.string(), unit: UnitName })]);

const DurationJson = z
  .object({
    when: WhenJson,
    observed: z.object({ min: Period, mode: Period, max: Period, source: SourceId }).nullable(),
    planning: z.object({ period: PeriodRule, source: SourceId }).nullable(),
    legalLimit: z.object({ period: Period, source: SourceId }).nullable(),
  })
  .meta({ id: 'Duration' });

const Told = z.object({ text: Both, when: WhenJson, source: SourceId });

const OutcomeJson = z.object({
  id: z.string(),
  title: Both,
  means: Both,
  instead: Both.nullable(),
  source: SourceId,
});

const PolicyActivity = z
  .object({
    id: z.string(),
    title: Both,
    actor: z.enum(['applicant', 'employer', 'office']),
    accompaniedBy: z.literal('employer').nullable(),
    renews: z.string().nullable(),
    source: SourceId,
    place: Both.nullable(),
    bring: z.array(Told),
    tips: z.array(Told),
    durations: z.array(DurationJson),
    startsOn: StartRuleName,
    channels: z.partialRecord(z.enum(['online', 'counter']), StartRuleName),
    finishRolls: FinishRollName,
    opensOn: z.array(DayRuleJson),
    closesOn: z.array(DayRuleJson),
    outcomes: z.array(OutcomeJson),
  })
  .meta({ id: 'PolicyActivity' });

const StepJson = z.object({
  activity: z.string(),
  when: WhenJson,
  durations: z.array(DurationJson).nullable(),
  after: z.array(
    z.object({
      activity: z.string(),
      minLag: Period,
      maxLag: Period.nullable(),
      source: SourceId.nullable(),
    }),
  ),
});

const PolicyRoute = z
  .object({
    id: z.string(),
    title: Both,
    source: SourceId,
    recommendable: z.boolean(),
    when: Cel,
    expectWhen: WhenJson,
    notEligibleBecause: Both,
    outcomes: z.record(z.string(), z.string()),
    cutoff: z.string(),
    activities: z.array(z.string()),
    steps: z.array(StepJson),
    followUp: z.array(StepJson),
  })
  .meta({ id: 'PolicyRoute' });

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
