// The shape of the steps in a policy file: how long they take, on which days they can start, what to bring.

import { z } from 'zod';
import { FinishRollName, StartRuleName, UnitName } from '../../input/shapes.ts';
import type { DayRuleOrigin } from '../parts/day-rule.ts';
import { DayCount, Expression, PeriodShape, SourceId, Text, ToldText, WrittenDay } from './value-shapes.ts';

/** Days, or whole months, which only a day rule can count. */
const CountedUnit = z.enum([...UnitName.options, 'months']);

const countedFrom = {
  fact: z.string().optional(),
  cutoff: z.string().optional(),
  day: WrittenDay.optional(),
  window: z.literal('opensOn').optional(),
  plus: DayCount.optional(),
  minus: DayCount.optional(),
  unit: CountedUnit.default('calendar-days'),
};

const ONE_ORIGIN = 'one of fact, cutoff, day, window; with plus or minus, not both';

interface CountedFrom {
  readonly fact?: string | undefined;
  readonly cutoff?: string | undefined;
  readonly day?: z.output<typeof WrittenDay> | undefined;
  readonly window?: 'opensOn' | undefined;
  readonly plus?: number | undefined;
  readonly minus?: number | undefined;
  readonly unit: z.output<typeof CountedUnit>;
}

/** What a day is counted from, and how far; refuses none or several origins. */
function counting<T extends CountedFrom>(
  { fact, cutoff, day, window, plus, minus, unit, ...rest }: T,
  context: z.RefinementCtx,
) {
  const origins: DayRuleOrigin[] = [];
  if (fact !== undefined) origins.push({ kind: 'fact', fact });
  if (cutoff !== undefined) origins.push({ kind: 'cutoff', cutoff });
  if (day !== undefined) origins.push({ kind: 'day', day });
  if (window !== undefined) origins.push({ kind: 'opening' });
  const [from, ...others] = origins;
  if (from === undefined || others.length > 0 || (plus !== undefined && minus !== undefined)) {
    context.addIssue({ code: 'custom', message: ONE_ORIGIN });
    return z.NEVER;
  }
  const sign = minus === undefined ? (1 as const) : (-1 as const);
  return { ...rest, from, amount: plus ?? minus ?? 0, unit, sign };
}

/** A day counted from a fact, a cutoff, a fixed day or the opening of the window: exactly one of the four. */
const DayRuleShape = z
  .strictObject({ ...countedFrom, when: Expression.optional(), source: SourceId })
  .transform(counting)
  .meta({
    id: 'DayRule',
    description:
      'A day counted from one of fact, cutoff, day, window: so many days or months after it (plus) or before it (minus).',
  });

/** The same where its source stands beside it. */
export const BareDayRuleShape = z.strictObject(countedFrom).transform(counting).meta({
  id: 'BareDayRule',
  description: 'A day counted from one of fact, cutoff, day, window; its source stands beside it.',
});

export const DayRules = z
  .union([DayRuleShape.transform((rule) => [rule]), z.array(DayRuleShape).min(1)])
  .meta({
    id: 'DayRules',
    description: 'One rule, or several with conditions, of which the first that holds counts.',
  });

const PeriodRuleShape = z
  .union([
    z.strictObject({ amount: DayCount, unit: UnitName, source: SourceId }),
    z.strictObject({ fact: z.string(), unit: UnitName, source: SourceId }),
  ])
  .meta({
    id: 'PlanningValue',
    description: 'What the plan reckons with: an amount, or the fact that holds it.',
  });

const ObservedShape = z
  .strictObject({ min: PeriodShape, mode: PeriodShape, max: PeriodShape, source: SourceId })
  .refine(
    ({ min, mode, max }) =>
      min.unit === mode.unit &&
      mode.unit === max.unit &&
      min.amount <= mode.amount &&
      mode.amount <= max.amount,
    { error: 'min <= mode <= max, all in one unit' },
  );

const DurationShape = z
  .strictObject({
    when: Expression.optional().describe(
      'Without one: always. Of several the first whose condition holds counts.',
    ),
    observed: ObservedShape.optional(),
    planning: PeriodRuleShape.optional(),
    legalLimit: z.strictObject({ amount: DayCount, unit: UnitName, source: SourceId }).optional(),
  })
  .refine(({ observed, planning, legalLimit }) => observed ?? planning ?? legalLimit, {
    error: 'at least one of observed, planning, legalLimit',
  });

/** One duration, or several with conditions, of which the last has none. */
export const Durations = z
  .union([
    DurationShape.transform((duration) => [duration]),
    z
      .array(DurationShape)
      .min(1)
      .refine(
        (durations) =>
          durations.every(({ when }, index) => (when === undefined) === (index === durations.length - 1)),
        {
          error: 'a condition on each but the last',
        },
      ),
  ])
  .meta({
    id: 'Durations',
    description: 'One duration, or several with conditions, of which the last has none.',
  });

export const ActivityShape = z
  .strictObject({
    title: Text,
    actor: z.enum(['applicant', 'employer', 'office']),
    accompaniedBy: z
      .literal('employer')
      .optional()
      .describe('Who has to come along, and gives a working day to it.'),
    renews: z.string().optional().describe('The fact that holds the last day of the paper that it renews.'),
    source: SourceId.describe('Who says where it is done, what to bring and what to mind.'),
    place: Text.optional(),
    bring: z.array(ToldText).default([]),
    tips: z.array(ToldText).default([]),
    duration: Durations,
    startsOn: StartRuleName.default('any-day'),
    channels: z
      .strictObject({ online: StartRuleName.optional(), counter: StartRuleName.optional() })
      .optional(),
    finishRolls: FinishRollName.default('none'),
    window: z.strictObject({ opensOn: DayRules.optional(), closesOn: DayRules.optional() }).optional(),
    /** What it can end with, where that decides the way on. */
    outcomes: z
      .record(
        z.string(),
        z.strictObject({
          title: Text.describe('As people see it: the words on the screen.'),
          means: Text,
          instead: Text.optional().describe('What to do when the way on is too late.'),
          source: SourceId,
        }),
      )
      .refine((outcomes) => Object.keys(outcomes).length > 1, { error: 'two outcomes or more' })
      .optional(),
  })
  .meta({ id: 'Activity', description: 'A step: who does it, where, with what, and how long it takes.' });
