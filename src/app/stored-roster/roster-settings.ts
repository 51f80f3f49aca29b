// What HR says of a roster beside its people.

import type { Fault, Result } from '../../domain/problem.ts';
import type { HrCapacity } from '../../domain/roster/hr-capacity.ts';
import { parseCapacity } from '../../input/capacity-text.ts';
import type { StoredRoster } from '../../ports/roster-store.ts';

/** As it is typed; empty: nothing is said. */
export interface RosterSettings {
  /** How HR calls the roster. */
  readonly title: string;
  /** How much HR can do in a day: `visits=5/day`. */
  readonly capacity: string;
  readonly daysOff: string;
}

const LONGEST = { title: 60, capacity: 1_000, daysOff: 1_000 } as const;

/** The settings without blanks around them, or every fault in them, by name. */
export function parseRosterSettings(settings: RosterSettings): Result<RosterSettings> {
  const { title, capacity, daysOff } = settings;
  const faults = (Object.keys(LONGEST) as (keyof RosterSettings)[]).flatMap((name) =>
    faultsOfText(name, settings[name]),
  );
  const parsed = parseCapacity(capacity, daysOff);
  if (!parsed.ok && faults.length === 0) faults.push(...parsed.problems);
  if (faults.length > 0) return { ok: false, problems: faults };
  return { ok: true, value: { title: title.trim(), capacity: capacity.trim(), daysOff: daysOff.trim() } };
}

function faultsOfText(name: keyof RosterSettings, text: string): Fault[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (text.length <= LONGEST[name] && !/[\u0000-\u001f\u007f]/.test(text)) return [];
  const allowed = `at most ${LONGEST[name]} characters on one line`;
  return [{ path: [name], what: 'not an allowed text', value: text, allowed }];
}

/** Null: nobody said. What is stored was checked when it came. */
export function capacityOf({
  capacity,
  daysOff,
}: Pick<StoredRoster, 'capacity' | 'daysOff'>): HrCapacity | null {
  const parsed = parseCapacity(capacity, daysOff);
  return parsed.ok ? parsed.value : null;
}
