// Runs every scenario beside this file: a story, a case, and what the plan must say. The keys are those of the
// plan JSON; routes and activities are named by their ids. Days may carry their weekday, which is checked too.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { makePlan } from '../../src/app/make-plan.ts';
import { weekdayOf } from '../../src/domain/day.ts';
import { renderPlanJson } from '../../src/emitters/plan-json/plan-json.ts';
import { parseDocumentText } from '../../src/input/document.ts';
import { day } from '../support/sample-plan.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const Scenario = z.strictObject({
  story: z.string(),
  /** How the days were counted, for whoever checks them. */
  counting: z.string().optional(),
  case: z.looseObject({ policy: z.string(), asOf: z.string() }),
  expect: z.record(z.string(), z.unknown()),
});

const book = await readPolicyFolders([SHIPPED_POLICIES]);

/** `Wed 2026-12-02` → `2026-12-02`, after a look at the weekday. */
function withoutWeekdays(value: unknown): unknown {
  if (typeof value === 'string') {
    const match = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{4}-\d{2}-\d{2})$/.exec(value);
    if (match?.[1] === undefined || match[2] === undefined) return value;
    expect(`${WEEKDAYS[weekdayOf(day(match[2])) - 1]} ${match[2]}`).toBe(value);
    return match[2];
  }
  if (Array.isArray(value)) return value.map(withoutWeekdays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutWeekdays(inner)]));
}

/** Lists of things with ids as objects by id, so that a scenario names only those it speaks of. */
function byIds(value: unknown): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((inner) => [Object(inner).id, byIds(inner)] as const);
    return entries.length > 0 && entries.every(([id]) => typeof id === 'string')
      ? Object.fromEntries(entries)
      : value.map(byIds);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, byIds(inner)]));
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('plans', () => {
  it('were found', () => {
    expect(files.length).toBeGreaterThan(8);
  });

  it.each(files)('%s', (file) => {
    const document = parseDocumentText(readFileSync(join(FOLDER, file), 'utf8'));
    if (!document.ok) throw new Error(JSON.stringify(document.problems));
    const scenario = Scenario.parse(document.value.value);

    const plan = makePlan(
      book,
      withoutWeekdays(scenario.case),
      () => day(scenario.case.asOf.slice(-10)),
      null,
    );

    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    expect(byIds(renderPlanJson(plan.value, 'en'))).toMatchObject(Object(withoutWeekdays(scenario.expect)));
  });
});
