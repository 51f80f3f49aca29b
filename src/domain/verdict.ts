// How a plan or a route stands, in one word.

/** contracts.md §3; the first that applies, from the left. */
export type Verdict = 'not-eligible' | 'done' | 'too-late' | 'at-risk' | 'tight' | 'on-track';

/** The worse, the later. */
export const VERDICTS_FROM_GOOD_TO_BAD: readonly Verdict[] = [
  'done',
  'on-track',
  'tight',
  'at-risk',
  'too-late',
  'not-eligible',
];
