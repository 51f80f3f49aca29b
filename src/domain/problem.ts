// Everything that can be wrong with an input or a plan, as data: a stable code and the facts of the case.
// The sentences are in emitters/wording; nothing here is text for people.

/** Where in the input a fault stands: keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** How recorded facts can contradict each other. */
export type Contradiction = 'no-start' | 'finish-before-start' | 'in-the-future' | 'before-predecessor';

/**
 * A fault of an input. `value` is what was given (undefined where something is missing), `allowed` the form
 * that would be taken, in words.
 */
export interface Fault {
  readonly path: Path;
  readonly what: string;
  readonly value?: unknown;
  readonly allowed?: string;
  /**
   * Its form is right, but it cannot have happened: how, and beside which other activity. Left out: the form is
   * wrong.
   */
  readonly contradiction?: { readonly kind: Contradiction; readonly predecessor: string | null };
  /** Its form is right, but it lies in no year of these, both inclusive. Left out: any year will do. */
  readonly years?: { readonly from: number; readonly until: number };
}

/** An expected failure as a value: every fault at once, or the answer. */
export type Result<T, P = Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly P[] };
