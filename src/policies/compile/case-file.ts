// The JSON (or YAML) of a case (contracts.md §3) → its parts, before they are held against a policy.

import { z } from 'zod';
import type { Result } from '../../domain/problem.ts';
import { said } from '../../input/said.ts';
import { faultsOfShape } from '../../input/shape-faults.ts';
import { DayText } from '../../input/shapes.ts';

const Actual = z.strictObject({
  startedOn: DayText.nullish(),
  finishedOn: DayText.nullish(),
  outcome: z.string().nullish(),
  attempts: z
    .array(
      z.strictObject({
        startedOn: DayText,
        finishedOn: DayText,
        outcome: z.enum(['refused', 'failed']),
        reason: z.string().max(500).nullish(),
      }),
    )
    .max(50)
    .default([]),
});

const Overrides = z.strictObject({
  cutoff: z
    .strictObject({
      on: DayText,
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time of day, HH:MM' })
        .nullish(),
      source: z.string().min(1).max(500),
    })
    .optional(),
});

export const CaseFile = z.strictObject({
  policy: said(z.string(), {
    zh: '政策的编号，如 shanghai-2027',
    en: 'The id of a policy, such as shanghai-2027',
  }),
  asOf: said(DayText.nullish(), {
    zh: '从哪一天看；不填：今天。保存的计划总是从今天看',
    en: 'The day to look from; left out: today. A stored plan is always looked at as of today',
  }),
  /** Values are checked against the policy's facts; null is the same as leaving it out. */
  facts: said(z.record(z.string(), z.unknown()).default({}), {
    zh: '事实，按政策的 facts：编号 → 值',
    en: 'By id, what the policy asks in its facts',
  }),
  actuals: said(z.record(z.string(), Actual).default({}), {
    zh: '已经办的：步骤编号 → 哪天开始、哪天办完、结果',
    en: 'By activity, what has happened: when it was started and finished, how it ended, attempts that failed',
  }),
  overrides: said(Overrides.default({}), {
    zh: '自己另填的截止日，处处注明是自己填的',
    en: 'A cutoff of one’s own, shown everywhere as such',
  }),
});
export type CaseFile = z.output<typeof CaseFile>;

/** The parts of a case, or every fault of its shape. */
export function parseCaseFile(value: unknown): Result<CaseFile> {
  const parsed = CaseFile.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: faultsOfShape(parsed.error.issues, value) };
}
