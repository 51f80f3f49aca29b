// The shape of a policy file: which keys there are and what they take. Strict: an unknown key is a fault. What
// the keys mean together is checked in policy-rules.ts.

import { z } from 'zod';
import { CONFIDENCES } from '../../domain/provenance.ts';
import { ActivityShape, BareDayRuleShape } from './activity-shape.ts';
import {
  CoverageShape,
  EligibilityShape,
  FeeShape,
  ObservationShape,
  QuestionShape,
  ReadingShape,
  RelatedDateShape,
  RiskShape,
} from './answer-shapes.ts';
import { RouteShape } from './route-shape.ts';
import { Expression, SourceId, Text, TimeOfDay, WrittenDay } from './value-shapes.ts';

const SourceShape = z
  .strictObject({
    title: Text,
    publisher: z.string(),
    publishedOn: WrittenDay.optional(),
    address: z.string().optional(),
    confidence: z.enum(CONFIDENCES),
    verifiedOn: WrittenDay.optional().describe('The day a person last looked; left out: that of the policy.'),
  })
  .meta({ id: 'Source', description: 'A document, and how sure it is.' });

const FactShape = z
  .strictObject({
    type: z.enum(['date', 'choice', 'boolean', 'integer', 'month', 'date-or-month']),
    question: Text,
    help: Text.optional(),
    choices: z.record(z.string(), Text).optional(),
    default: z.union([z.string(), z.boolean(), z.int()]).optional(),
    afterDone: z
      .union([z.string(), z.boolean(), z.int()])
      .optional()
      .describe('The answer that is known when the plan of the year before is done.'),
    required: z.boolean().default(false),
    askWhen: Expression.optional(),
    askEarlyWhen: Expression.optional().describe(
      'For whom it is asked before the first answer, as a required question is; left out: nobody.',
    ),
  })
  .meta({ id: 'Fact', description: 'A question to the family.' });

const OpeningShape = z.strictObject({
  on: WrittenDay,
  status: z.enum(['announced', 'expected']),
  source: SourceId,
});

const CutoffShape = z
  .strictObject({
    title: Text.optional(),
    on: z
      .union([WrittenDay, BareDayRuleShape])
      .describe('A day, or one counted from a fact: 90 days after the birth.'),
    until: WrittenDay.optional().describe(
      'Where only a range is known: its last day; `on` is then its first.',
    ),
    at: z.strictObject({ time: TimeOfDay, source: SourceId }).optional(),
    channel: z
      .enum(['online', 'counter', 'bank-debit'])
      .optional()
      .describe('The way of doing it that it is about; left out: every way.'),
    status: z.enum(['announced', 'expected', 'extended']),
    binds: z
      .string()
      .describe('The activity that must be finished by then; what comes after it is not bound.'),
    replaces: z.string().optional().describe('The cutoff that this one takes the place of: an extension.'),
    roll: z
      .literal('none')
      .describe(
        'A published end date never moves to the next working day; written out so that nobody assumes it does.',
      ),
    source: SourceId,
  })
  .meta({ id: 'Cutoff', description: 'The last day of something, as an authority imposes it.' });

/** A whole policy file. */
export const PolicyFile = z.strictObject({
  policy: z.string().regex(/^[a-z0-9-]+$/, { error: 'lower-case letters, digits and hyphens' }),
  basedOn: z.string().optional().describe('The policy that this file only tells the differences to.'),
  place: Text,
  policyYear: z.int().min(2000).max(2100),
  title: Text,
  zone: z.string(),
  calendar: z.string(),
  status: z.enum(['announced', 'projected']),
  verifiedOn: WrittenDay,
  askWhom: z.strictObject({ text: Text, source: SourceId }),
  sources: z.record(z.string(), SourceShape),
  facts: z.record(z.string(), FactShape).default({}),
  window: z
    .strictObject({ opensOn: OpeningShape.optional() })
    .default({})
    .describe('When the window opens; when it closes is in the cutoffs.'),
  cutoffs: z.record(z.string(), CutoffShape).default({}),
  activities: z.record(z.string(), ActivityShape).default({}),
  routes: z
    .record(z.string(), RouteShape)
    .default({})
    .describe('None: only windows and fees are known, nothing can be planned.'),
  readings: z.record(z.string(), ReadingShape).default({}),
  coverage: CoverageShape.optional(),
  fees: z.record(z.string(), FeeShape).default({}),
  eligibility: z.record(z.string(), EligibilityShape).default({}),
  questions: z.record(z.string(), QuestionShape).default({}),
  risks: z.record(z.string(), RiskShape).default({}),
  observations: z.record(z.string(), ObservationShape).default({}),
  relatedDates: z.record(z.string(), RelatedDateShape).default({}),
});
export type PolicyFile = z.output<typeof PolicyFile>;
