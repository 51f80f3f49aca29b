// The shape of a policy file: which keys there are and what they take. Strict: an unknown key is a fault. What
// the keys mean together is checked in policy-file.ts.

import { z } from 'zod';
import { CONFIDENCES } from '../../domain/provenance.ts';
import { Count, DayText, FinishRollName, PeriodShape, StartRuleName, UnitName } from '../../input/shapes.ts';
import type { DayRuleOrigin } from '../policy.ts';

/** A text in both languages. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const SourceId = z.string();
const Expression = z.string().min(1);
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time of day, HH:MM' });

const SourceShape = z.strictObject({
  title: Text,
  publisher: z.string(),
  publishedOn: DayText.optional(),
  address: z.string().optional(),
  confidence: z.enum(CONFIDENCES),
});

const FactShape = z.strictObject({
  type: z.enum(['date', 'choice', 'boolean', 'integer', 'month', 'date-or-month']),
  question: Text,
  help: Text.optional(),
  choices: z.record(z.string(), Text).optional(),
  default: z.union([z.string(), z.boolean(), z.int()]).optional(),
  required: z.boolean().default(false),
  askWhen: Expression.optional(),
});

const CutoffShape = z.strictObject({
  on: DayText,
  at: z.strictObject({ time: TimeOfDay, source: SourceId }).optional(),
  status: z.enum(['announced', 'expected', 'extended']),
  binds: z.enum(['payment', 'registration']),
  /** A published end date never moves to the next working day; written out so that nobody assumes it does. */
  roll: z.literal('none'),
  source: SourceId,
});

/** A day counted from a fact, a cutoff or a fixed day: exactly one of the three. */
const DayRuleShape = z
  .strictObject({
    fact: z.string().optional(),
    cutoff: z.string().optional(),
    day: DayText.optional(),
    plus: Count.optional(),
    minus: Count.optional(),
    unit: UnitName.default('calendar-days'),
    when: Expression.optional(),
    source: SourceId,
  })
  .transform(({ fact, cutoff, day, plus, minus, ...rest }, context) => {
    const origins: DayRuleOrigin[] = [];
    if (fact !== undefined) origins.push({ kind: 'fact', fact });
    if (cutoff !== undefined) origins.push({ kind: 'cutoff', cutoff });
    if (day !== undefined) origins.push({ kind: 'day', day });
    const [from, ...others] = origins;
    if (from === undefined || others.length > 0 || (plus !== undefined && minus !== undefined)) {
      context.addIssue({ code: 'custom', message: 'one of fact, cutoff, day; with plus or minus, not both' });
      return z.NEVER;
    }
    return {
      ...rest,
      from,
      amount: plus ?? minus ?? 0,
      sign: minus === undefined ? (1 as const) : (-1 as const),
    };
  });

const DayRules = z.union([DayRuleShape.transform((rule) => [rule]), z.array(DayRuleShape).min(1)]);

const PeriodRuleShape = z.union([
  z.strictObject({ amount: Count, unit: UnitName, source: SourceId }),
  z.strictObject({ fact: z.string(), unit: UnitName, source: SourceId }),
]);

const DurationShape = z
  .strictObject({
    observed: z
      .strictObject({ min: PeriodShape, mode: PeriodShape, max: PeriodShape, source: SourceId })
      .refine(
        ({ min, mode, max }) =>
          min.unit === mode.unit &&
          mode.unit === max.unit &&
          min.amount <= mode.amount &&
          mode.amount <= max.amount,
        { error: 'min <= mode <= max, all in one unit' },
      )
      .optional(),
    planning: PeriodRuleShape.optional(),
    legalLimit: z.strictObject({ amount: Count, unit: UnitName, source: SourceId }).optional(),
  })
  .refine(({ observed, planning, legalLimit }) => observed ?? planning ?? legalLimit, {
    error: 'at least one of observed, planning, legalLimit',
  });

const ActivityShape = z.strictObject({
  title: Text,
  actor: z.enum(['applicant', 'employer', 'office']),
  place: Text.optional(),
  bring: z.array(Text).default([]),
  tips: z.array(Text.extend({ when: Expression.optional() })).default([]),
  duration: DurationShape,
  startsOn: StartRuleName.default('any-day'),
  channels: z
    .strictObject({ online: StartRuleName.optional(), counter: StartRuleName.optional() })
    .optional(),
  finishRolls: FinishRollName.default('none'),
  window: z.strictObject({ opensOn: DayRules.optional(), closesOn: DayRules.optional() }).optional(),
});

const StepShape = z.strictObject({
  activity: z.string(),
  when: Expression.optional(),
  duration: DurationShape.optional(),
  /** Left out: after the step before. */
  after: z
    .array(
      z.strictObject({
        activity: z.string(),
        minLag: PeriodShape.optional(),
        maxLag: PeriodShape.optional(),
        source: SourceId.optional(),
      }),
    )
    .optional(),
});

const RouteShape = z.strictObject({
  title: Text,
  when: Expression,
  notEligibleBecause: Text,
  cutoff: z.string(),
  steps: z.array(StepShape).min(1),
  followUp: z.array(StepShape).default([]),
});

/** A whole policy file. */
export const PolicyFile = z.strictObject({
  policy: z.string().regex(/^[a-z0-9-]+$/, { error: 'lower-case letters, digits and hyphens' }),
  place: Text,
  policyYear: z.int(),
  title: Text,
  zone: z.string(),
  calendar: z.string(),
  status: z.enum(['announced', 'projected']),
  verifiedOn: DayText,
  askWhom: z.strictObject({ text: Text, source: SourceId }),
  sources: z.record(z.string(), SourceShape),
  facts: z.record(z.string(), FactShape),
  cutoffs: z.record(z.string(), CutoffShape),
  activities: z.record(z.string(), ActivityShape),
  routes: z.record(z.string(), RouteShape),
  ifMissed: z
    .strictObject({ waitingMonths: z.int().min(0).nullable(), text: Text, source: SourceId })
    .optional(),
  fees: z
    .array(
      z.strictObject({
        group: z.string(),
        amount: z.int().min(0),
        status: z.enum(['announced', 'expected']),
        when: Expression,
        source: SourceId,
      }),
    )
    .default([]),
});
export type PolicyFile = z.output<typeof PolicyFile>;
