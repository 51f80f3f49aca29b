// The JSON of a network (contracts.md §2) → its description, with the defaults filled in.

import { z } from 'zod';
import { type Period, SAME_DAY } from '../domain/duration.ts';
import { triangleWeights } from '../domain/duration-weights.ts';
import type { ActivityDescription, NetworkDescription } from '../domain/network.ts';
import { checkStructure } from '../domain/network-check.ts';
import type { Fault, Result } from '../domain/problem.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../domain/working-calendar.ts';
import { faultsOfShape } from './shape-faults.ts';
import { Count, DayText, FinishRollName, PeriodShape, StartRuleName, UnitName } from './shapes.ts';

const Duration = z
  .strictObject({
    unit: UnitName,
    min: Count,
    mode: Count,
    max: Count,
    weights: z
      .array(z.tuple([Count, z.int().min(1, { error: 'a whole number, 1 or more' })]))
      .min(1)
      .optional(),
    statutory: PeriodShape.optional(),
  })
  .superRefine(({ min, mode, max, weights }, context) => {
    if (mode < min || mode > max) {
      context.addIssue({ code: 'custom', path: ['mode'], message: `min <= mode <= max (${min}…${max})` });
    }
    for (const [index, [amount]] of (weights ?? []).entries()) {
      if (amount >= min && amount <= max) continue;
      context.addIssue({
        code: 'custom',
        path: ['weights', index],
        message: `an amount from min to max (${min}…${max})`,
      });
    }
  });

const NetworkActivity = z.strictObject({
  id: z.string().min(1, { error: 'a name of at least one character' }),
  duration: Duration,
  startsOn: StartRuleName.default('any-day'),
  finishRolls: FinishRollName.default('none'),
  after: z
    .array(
      z.strictObject({
        activity: z.string(),
        minLag: PeriodShape.optional(),
        maxLag: PeriodShape.optional(),
      }),
    )
    .default([]),
  window: z.strictObject({ opensOn: DayText.optional(), closesOn: DayText.optional() }).optional(),
  finishNoLaterThan: DayText.optional(),
  startedOn: DayText.optional(),
  finishedOn: DayText.optional(),
});

const OwnCalendar = z
  .strictObject({
    weekend: z.array(z.int().min(1).max(7)),
    closures: z.array(DayText),
    makeUpWorkingDays: z.array(DayText),
    coversFrom: DayText,
    coversUntil: DayText,
  })
  .refine(({ coversFrom, coversUntil }) => coversFrom <= coversUntil, {
    path: ['coversFrom'],
    error: 'a day on or before coversUntil',
  });

const NetworkFile = z.strictObject({
  id: z.string(),
  asOf: DayText,
  cutoff: DayText,
  horizon: z.strictObject({ from: DayText, until: DayText }).optional(),
  calendar: z.union([z.string(), OwnCalendar]),
  activities: z.array(NetworkActivity).min(1, { error: 'at least one activity' }),
});

/** Finds a shipped calendar by its id. */
export type CalendarOf = (id: string) => WorkingCalendar | undefined;

/** The network that a parsed JSON value describes, or every fault of its shape. */
export function parseNetwork(value: unknown, calendarOf: CalendarOf): Result<NetworkDescription> {
  const parsed = NetworkFile.safeParse(value);
  if (!parsed.success) {
    return { ok: false, problems: [...faultsOfShape(parsed.error.issues, value), ...structureFaults(value)] };
  }
  const { calendar: named, horizon, activities, ...rest } = parsed.data;
  const calendar =
    typeof named === 'string'
      ? calendarOf(named)
      : buildWorkingCalendar({ id: 'own', afterCover: 'closed', ...named });
  if (calendar === undefined) return { ok: false, problems: [unknownCalendar(named)] };
  return {
    ok: true,
    value: { ...rest, horizon: horizon ?? null, calendar, activities: activities.map(describe) },
  };
}

function unknownCalendar(value: unknown): Fault {
  return { path: ['calendar'], what: 'unknown calendar', value, allowed: 'china, or a calendar written out' };
}

function describe(activity: z.output<typeof NetworkActivity>): ActivityDescription {
  const { duration, window, after } = activity;
  const observed = (amount: number): Period => ({ amount, unit: duration.unit });
  return {
    id: activity.id,
    durations: {
      min: observed(duration.min),
      mode: observed(duration.mode),
      max: observed(duration.max),
      statutory: duration.statutory ?? observed(duration.max),
    },
    outcomes: (duration.weights ?? triangleWeights(duration)).map(([amount, weight]) => ({
      period: observed(amount),
      weight,
    })),
    startsOn: activity.startsOn,
    finishRolls: activity.finishRolls,
    after: after.map(({ activity: predecessor, minLag, maxLag }) => ({
      predecessor,
      minLag: minLag ?? SAME_DAY,
      maxLag: maxLag ?? null,
    })),
    opensOn: window?.opensOn ?? null,
    closesOn: window?.closesOn ?? null,
    finishNoLaterThan: activity.finishNoLaterThan ?? null,
    startedOn: activity.startedOn ?? null,
    finishedOn: activity.finishedOn ?? null,
  };
}

/** Only what the structure needs: enough to tell of cycles and names in a network that has other faults. */
const Skeleton = z.object({
  activities: z.array(
    z.object({ id: z.string(), after: z.array(z.object({ activity: z.string() })).default([]) }),
  ),
});

/** The faults between activities of a network whose shape is wrong elsewhere, so that they are told at once. */
function structureFaults(value: unknown): Fault[] {
  const skeleton = Skeleton.safeParse(value);
  if (!skeleton.success) return [];
  return checkStructure(
    skeleton.data.activities.map(({ id, after }) => ({
      id,
      after: after.map(({ activity: predecessor }) => ({ predecessor })),
    })),
  );
}
