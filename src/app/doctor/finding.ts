// What an examination found: a sentence, how bad it is, what to do.

/** `mend`: something does not work until it is mended. `warning`: it works, and will not for somebody. */
export type Severity = 'fine' | 'warning' | 'mend';

/** The parts that are examined, in the order in which they are told. */
export const AREAS = ['configuration', 'database', 'mail', 'clock', 'policies', 'holidays'] as const;
export type Area = (typeof AREAS)[number];

export interface Finding {
  readonly area: Area;
  readonly severity: Severity;
  readonly what: string;
  /** What to do; null: nothing. */
  readonly remedy: string | null;
}

export function fine(area: Area, what: string): Finding {
  return { area, severity: 'fine', what, remedy: null };
}

export function warning(area: Area, what: string, remedy: string): Finding {
  return { area, severity: 'warning', what, remedy };
}

export function toMend(area: Area, what: string, remedy: string | null): Finding {
  return { area, severity: 'mend', what, remedy };
}

/** A problem that tells itself in a sentence, what to do included. */
export function toMendAs(area: Area, error: unknown): Finding {
  return toMend(area, error instanceof Error ? error.message : String(error), null);
}
