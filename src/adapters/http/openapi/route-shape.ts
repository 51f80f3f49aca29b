// One route of a plan, with its activities and what stands in its way.

import { z } from 'zod';
import { said } from '../../../input/said.ts';
import { UnitName } from '../../../input/shapes.ts';
import {
  byScenario,
  Chance,
  ConfidenceName,
  DayJson,
  DayOrNull,
  Period,
  SourceId,
  VerdictName,
} from './small-shapes.ts';

const ScenarioName = z.enum(['min', 'mode', 'max', 'statutory']);

const NotedDay = z.object({
  day: DayJson,
  notice: said(z.string().nullable(), {
    zh: '依据的放假通知；null：通知还没公布，是假定',
    en: 'The holiday notice; null: assumed, for it is not published yet',
  }),
});

const ReasonJson = z.object({
  text: z.string(),
  rule: z.string(),
  source: SourceId.nullable(),
  counting: said(
    z
      .object({
        from: DayJson,
        until: DayJson,
        weekendDays: z.array(DayJson),
        closures: z.array(NotedDay),
        makeUpDays: z.array(NotedDay),
      })
      .optional(),
    { zh: '逐日怎样数的，供核对', en: 'How the days were counted, for whoever wants to check' },
  ),
});

const ActivityJson = z
  .object({
    id: z.string(),
    title: z.string(),
    actor: z.enum(['applicant', 'employer', 'office']),
    state: z.enum(['open', 'running', 'done']),
    place: z.string().nullable(),
    bring: z.array(z.string()),
    tips: z.array(z.string()),
    source: SourceId,
    outcomes: z.array(z.object({ id: z.string(), title: z.string() })),
    earliestStartOn: DayOrNull,
    earliestFinishOn: DayOrNull,
    latestStartOn: DayOrNull,
    latestFinishOn: DayOrNull,
    mustFinishBy: DayOrNull,
    latestStartByChannel: z.partialRecord(z.enum(['online', 'counter']), DayJson),
    provisional: said(z.record(z.string(), z.array(DayJson).length(2)), {
      zh: '还没公布的放假通知可能移动的日期，各在哪两天之间',
      en: 'The dates that a holiday notice still to come may move, each with its first and last possible day',
    }),
    opensOn: DayOrNull,
    closesOn: DayOrNull,
    totalFloatDays: z.int().nullable(),
    totalFloatWorkingDays: z.int().nullable(),
    driving: z.boolean(),
    overdue: z.boolean(),
    duration: Period,
    reasons: z.array(ReasonJson),
    confidence: ConfidenceName,
  })
  .meta({ id: 'Activity' });

const PROBLEM_FACTS = z.object({
  latenessDays: byScenario(z.int().nullable()).optional(),
  latenessAtLeastDays: z.int().nullable().optional(),
  release: z
    .object({ activity: z.string(), earliestStartOn: DayJson, neededStartOn: byScenario(DayOrNull) })
    .nullable()
    .optional(),
  coversUntil: DayJson.optional(),
  leftAt: byScenario(z.string().nullable()).optional(),
});

const PlanProblemJson = z.object({
  code: z.enum(['actuals-do-not-fit', 'too-late', 'late-if-slow', 'calendar-not-covered']),
  message: z.string(),
  facts: PROBLEM_FACTS,
  remedies: z.array(
    z.object({
      action: z.enum(['hurry', 'extension', 'earlier-window']),
      activity: z.string().nullable(),
      who: z.enum(['applicant', 'employer', 'office', 'authority']),
      days: z.int(),
      unit: UnitName,
      onTimeBefore: z.number(),
      onTimeAfter: z.number(),
      text: z.string(),
    }),
  ),
});

const ReadingJson = z.object({
  id: z.string(),
  about: z.string(),
  title: z.string(),
  source: SourceId,
  feasible: z.boolean(),
  lastStart: DayOrNull,
  ifMissed: z.object({ coverFrom: DayOrNull, text: z.string(), source: SourceId }).nullable(),
});

const BASIS = said(
  z.object({ n: z.int().nullable(), sources: z.array(SourceId), confidence: ConfidenceName }),
  { zh: '依据', en: 'What it rests on' },
);

export const RouteJson = z
  .object({
    id: z.string(),
    title: z.string(),
    verdict: VerdictName,
    notEligibleBecause: z.string().nullable(),
    likelihood: said(
      z
        .union([
          z.object({ onTime: Chance, basis: BASIS }),
          z.object({ atLeast: Chance, atMost: Chance, basis: BASIS }),
        ])
        .nullable(),
      { zh: '可能性与它的依据；路线不开放时为 null', en: 'Null where the route is not open' },
    ),
    scenario: ScenarioName,
    recommendable: z.boolean(),
    confidence: ConfidenceName,
    ifOutcomes: z.array(z.object({ activity: z.string(), outcome: z.string(), title: z.string() })),
    usualLastStart: said(DayOrNull, {
      zh: '按通常的解读，最晚哪天动手',
      en: 'The last start under the usual reading',
    }),
    safeLastStart: said(DayOrNull, {
      zh: '无论怎样解读都来得及的最晚一天',
      en: 'The last start that is safe under every reading',
    }),
    safe: z.boolean(),
    readings: z.array(ReadingJson),
    startBy: z.object({ certain: DayOrNull, p90: DayOrNull, p50: DayOrNull }),
    chanceByStart: said(
      z
        .object({
          activity: z.string(),
          days: z.array(
            z.union([
              z.object({ startOn: DayJson, onTime: Chance }),
              z.object({ startOn: DayJson, atLeast: Chance, atMost: Chance }),
            ]),
          ),
        })
        .nullable(),
      {
        zh: '自己要办的第一步，每晚一天动手，可能性怎样下降',
        en: 'How the chance falls with each day on which the family’s first open step is started',
      },
    ),
    finishedBy: z.object({ p50: DayOrNull, p90: DayOrNull }),
    completion: byScenario(DayOrNull),
    completionRange: byScenario(z.array(DayJson).length(2).nullable()),
    activities: z.array(ActivityJson),
    problems: z.array(PlanProblemJson),
  })
  .meta({ id: 'Route' });
