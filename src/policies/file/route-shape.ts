// The shape of the routes in a policy file: which steps, in which order, for whom.

import { z } from 'zod';
import { Durations } from './activity-shape.ts';
import { Expression, PeriodShape, SourceId, Text } from './value-shapes.ts';

const StepShape = z
  .strictObject({
    activity: z.string(),
    when: Expression.optional(),
    duration: Durations.optional(),
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
  })
  .meta({
    id: 'Step',
    description:
      'An activity as part of a route; it comes after the step before unless `after` says otherwise.',
  });

export const RouteShape = z
  .strictObject({
    title: Text,
    source: SourceId.describe('Who says that there is this way.'),
    recommended: z
      .enum(['when-best', 'never'])
      .default('when-best')
      .describe('`never`: shown with what is known of it, and chosen for nobody.'),
    when: Expression.describe('Whom it is for.'),
    expectWhen: Expression.optional().describe(
      'Who is expected to come by it as long as no outcome has been seen; left out: all of them.',
    ),
    notEligibleBecause: Text,
    outcomes: z
      .record(z.string(), z.string())
      .default({})
      .describe('By activity: the outcome that this route goes on from.'),
    cutoff: z.string(),
    steps: z.array(StepShape).min(1),
    followUp: z.array(StepShape).default([]),
  })
  .meta({ id: 'Route', description: 'A way to enrol: for whom, by which steps, until which cutoff.' });
