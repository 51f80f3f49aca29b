// A route of a policy in JSON: for whom it is, and its steps.

import { z } from 'zod';
import { DurationJson } from './policy-activity-shape.ts';
import { Cel, WhenJson } from './rule-shapes.ts';
import { Both, Period, SourceId } from './small-shapes.ts';

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

export const PolicyRoute = z
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
