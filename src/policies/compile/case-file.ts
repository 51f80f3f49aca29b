// The JSON (or YAML) of a case (contracts.md §3) → its parts, before they are held against a policy.

import { z } from 'zod';
import type { Result } from '../../domain/problem.ts';
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

const CaseFile = z.strictObject({
  policy: z.string(),
  asOf: DayText.nullish(),
  /** Values are checked against the policy's facts; null is the same as leaving it out. */
  facts: z.record(z.string(), z.unknown()).default({}),
  actuals: z.record(z.string(), Actual).default({}),
  overrides: z
    .strictObject({
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
    })
    .default({}),
});
export type CaseFile = z.output<typeof CaseFile>;

/** The parts of a case, or every fault of its shape. */
export function parseCaseFile(value: unknown): Result<CaseFile> {
  const parsed = CaseFile.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: faultsOfShape(parsed.error.issues, value) };
}
