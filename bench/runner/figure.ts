// What a part of the bench hands back: figures beside the figure of a peer, or beside a limit, of the same run.

/** Of the same thing measured several times. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** How often it was measured; 0: a limit that somebody has set, not measured at all. */
  readonly runs: number;
}

export type Unit = 'ms' | 'MB' | 'per s';

export interface Figure {
  /** What was measured, with its size. */
  readonly what: string;
  readonly unit: Unit;
  readonly ours: Spread;
  /** The peer or the limit, in the same unit. Null: told for its own sake. */
  readonly beside: { readonly what: string; readonly figure: Spread } | null;
  /** Which of the two is divided by the other; told also where there is no goal. */
  readonly ratio: 'ours/beside' | 'beside/ours';
  readonly goal: { readonly is: 'at least' | 'at most'; readonly ratio: number } | null;
}

/** A sentence stands for what was looked at and has no figure: dates that agree, a peer that is not installed. */
export type Finding = Figure | string;

/** One part of the bench. It runs in a process of its own. */
export type Part = () => Promise<readonly Finding[]>;

/** A figure that is set and not measured. */
export function limit(value: number): Spread {
  return { median: value, min: value, max: value, runs: 0 };
}

/** Null where there is nothing to divide by. */
export function ratioOf({ ours, beside, ratio }: Figure): number | null {
  if (beside === null) return null;
  const [a, b] = [ours.median, beside.figure.median];
  return ratio === 'ours/beside' ? a / b : b / a;
}

/** Null where no goal was set. */
export function isReached(figure: Figure): boolean | null {
  const ratio = ratioOf(figure);
  if (figure.goal === null || ratio === null) return null;
  return figure.goal.is === 'at least' ? ratio >= figure.goal.ratio : ratio <= figure.goal.ratio;
}
