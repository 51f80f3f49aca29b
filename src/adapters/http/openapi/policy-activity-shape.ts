// An activity of a policy in JSON: who does it where, how long it takes and how it can end.

import { z } from 'zod';
import { FinishRollName, StartRuleName, UnitName } from '../../../input/shapes.ts';
import { DayRuleJson, WhenJson } from './rule-shapes.ts';
import { Both, Period, SourceId } from './small-shapes.ts';

const PeriodRule = z.union([Period, z.object({ fact: z.string(), unit: UnitName })]);

export const DurationJson = z
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

export const PolicyActivity = z
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
