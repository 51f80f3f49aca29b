// What HR has to do on which day: the planned days where its hands are counted, else the last day of each step.

import type { Day } from '../day.ts';
import type { Localized } from '../localized.ts';
import type { Roster, RosterEntry } from './roster.ts';

export type HrTask =
  | { readonly kind: 'approvals' | 'visits' }
  | { readonly kind: 'last-day'; readonly activity: string; readonly title: Localized };

export interface HrDay {
  readonly on: Day;
  readonly task: HrTask;
  /** Whom it is for, by HR's own keys; the most urgent first. */
  readonly refs: readonly string[];
}

/** In order; tasks of one day as their most urgent people come. */
export function hrDaysOf(roster: Roster): HrDay[] {
  return roster.waves === null ? lastDays(roster) : plannedDays(roster);
}

function plannedDays(roster: Roster): HrDay[] {
  const days = collector();
  for (const [index, wave] of roster.waves?.waves ?? []) {
    const entry = roster.entries[index];
    if (entry === undefined || wave === null) continue;
    if (wave.approval !== null) days.add(wave.approval.on, { kind: 'approvals' }, entry);
    if (wave.visit !== null) days.add(wave.visit.on, { kind: 'visits' }, entry);
  }
  return days.inOrder();
}

/** Only of ways that are still open: of the others every last day is past. */
function lastDays(roster: Roster): HrDay[] {
  const days = collector();
  for (const entry of roster.entries) {
    const { verdict, approval, visit } = entry.answer;
    if (verdict === 'too-late') continue;
    for (const step of [approval, visit]) {
      if (step === null || step.until === null) continue;
      const { activity, title } = step;
      days.add(step.until, { kind: 'last-day', activity, title }, entry);
    }
  }
  return days.inOrder();
}

function collector() {
  const byName = new Map<string, { on: Day; task: HrTask; refs: string[] }>();
  return {
    add: (on: Day, task: HrTask, { ref }: RosterEntry) => {
      const key = `${on} ${nameOfTask(task)}`;
      const known = byName.get(key) ?? { on, task, refs: [] };
      known.refs.push(ref);
      byName.set(key, known);
    },
    inOrder: (): HrDay[] => [...byName.values()].toSorted((a, b) => a.on - b.on),
  };
}

/** What tells it from the other tasks of its day. */
export function nameOfTask(task: HrTask): string {
  return task.kind === 'last-day' ? task.activity : task.kind;
}
