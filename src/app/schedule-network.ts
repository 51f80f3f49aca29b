// A network in JSON → its schedule in JSON (contracts.md §2).

import { buildNetwork } from '../domain/network.ts';
import { checkDaysCovered } from '../domain/network-check.ts';
import type { Result } from '../domain/problem.ts';
import { computeSchedule } from '../domain/schedule.ts';
import { renderScheduleJson } from '../emitters/schedule-json.ts';
import { type CalendarOf, parseNetwork } from '../input/network-file.ts';

/** The answer to one network, or every fault of it. */
export function scheduleNetwork(value: unknown, calendarOf: CalendarOf): Result<object> {
  const description = parseNetwork(value, calendarOf);
  if (!description.ok) return description;
  const uncovered = checkDaysCovered(description.value);
  const network = buildNetwork(description.value);
  if (!network.ok) return { ok: false, problems: [...network.problems, ...uncovered] };
  if (uncovered.length > 0) return { ok: false, problems: uncovered };
  return { ok: true, value: renderScheduleJson(network.value, computeSchedule(network.value)) };
}
