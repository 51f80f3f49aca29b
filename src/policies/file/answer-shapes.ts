// The shape of what a policy file answers beside dates: cover, fees, who cannot, what to ask, what may happen,
// and where its sources disagree.

import { z } from 'zod';
import { Count } from '../../input/shapes.ts';
import { BareDayRuleShape, DayRules } from './activity-shape.ts';
import { DayCount, Expression, SourceId, Text, WrittenDay } from './value-shapes.ts';

const CoverFromShape = z
  .union([
    z.strictObject({ day: WrittenDay }),
    z.strictObject({ fact: z.string() }),
    z.strictObject({ payment: z.enum(['same-day', 'next-day', 'first-of-next-month']) }),
    z.strictObject({
      payment: z.literal('after-months'),
      months: DayCount,
      plus: z
        .strictObject({ fact: z.string() })
        .optional()
        .describe('Facts that count further months, or take some away; `atLeast` stays.'),
      minus: z.strictObject({ fact: z.string() }).optional(),
      atLeast: DayCount.optional(),
    }),
    z.literal('unknown'),
  ])
  .meta({ id: 'CoverFrom', description: 'The first covered day.' });

export const CoverageShape = z
  .strictObject({
    until: WrittenDay.describe('The last covered day.'),
    /** Of the rules whose condition holds, the first whose `paidUntil` is not past counts. */
    rules: z
      .array(
        z.strictObject({
          when: Expression.optional(),
          paidUntil: BareDayRuleShape.optional().describe(
            'The last day of payment that it speaks of, inclusive; left out: every later one.',
          ),
          coverFrom: CoverFromShape,
          text: Text,
          source: SourceId,
        }),
      )
      .min(1),
  })
  .meta({ id: 'Coverage', description: 'From when to when the insurance covers.' });

export const FeeShape = z
  .strictObject({
    title: Text.optional(),
    amount: Count,
    status: z.enum(['announced', 'expected']),
    policyYear: z.int().optional().describe('Left out: the policy year.'),
    when: Expression.optional(),
    source: SourceId,
  })
  .meta({ id: 'Fee', description: 'What a group pays for the policy year, in yuan.' });

export const EligibilityShape = z
  .strictObject({
    when: Expression,
    because: Text,
    instead: Text,
    source: SourceId,
  })
  .meta({ id: 'Eligibility', description: 'Who is not meant by any route, why, and what is open instead.' });

export const QuestionShape = z
  .strictObject({
    ask: Text,
    whom: Text,
    askFirst: z
      .boolean()
      .default(false)
      .describe('It costs nothing and could change the whole plan: told with what to do today.'),
    untilAnnounced: z
      .boolean()
      .default(false)
      .describe('Asked only as long as the year is projected: its notice answers it.'),
    when: Expression.optional(),
    by: DayRules.optional().describe('Left out: before the first step has to be taken.'),
    source: SourceId,
  })
  .meta({ id: 'Question', description: 'What is not known, and whom to ask.' });

export const RiskShape = z
  .strictObject({
    text: Text,
    when: Expression.optional(),
    from: DayRules.optional(),
    until: DayRules.optional(),
    source: SourceId,
  })
  .meta({ id: 'Risk', description: 'What may happen and is never planned on.' });

export const ObservationShape = z
  .strictObject({ text: Text, calendarDays: DayCount, source: SourceId })
  .meta({ id: 'Observation', description: 'How long the whole way once took somebody.' });

export const RelatedDateShape = z
  .strictObject({
    title: Text.describe('What it is about.'),
    days: Text.describe('Its days, as they were reported, and what has to be valid or done by then.'),
    reportedFor: z
      .int()
      .min(2000)
      .max(2100)
      .describe('The year that the days were reported for; nothing is said of any other.'),
    when: Expression.optional().describe('Whom it may concern; left out: everybody.'),
    source: SourceId,
  })
  .meta({
    id: 'RelatedDate',
    description:
      'Days of something else that goes by the same papers: told once a plan is done, never planned.',
  });

/** The parts of a policy that a reading may tell differently. */
const READABLE = ['window', 'cutoffs', 'activities', 'routes', 'coverage'] as const;

const OtherReadingShape = z.strictObject({
  title: Text,
  source: SourceId,
  changes: z
    .partialRecord(z.enum(READABLE), z.record(z.string(), z.unknown()))
    .refine((changes) => Object.keys(changes).length > 0, {
      error: `at least one of ${READABLE.join(', ')}`,
    }),
});

export const ReadingShape = z
  .strictObject({
    about: Text,
    usual: z.strictObject({ title: Text, source: SourceId }),
    others: z
      .record(z.string(), OtherReadingShape)
      .refine((others) => Object.keys(others).length > 0, { error: 'at least one other reading' }),
  })
  .meta({
    id: 'Reading',
    description: 'Where sources disagree: the usual reading, and what the others change.',
  });
