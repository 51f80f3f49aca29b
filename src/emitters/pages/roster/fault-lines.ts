// What is wrong in HR's file, place by place.

import type { RosterPageWords } from '../words/roster-page-words.ts';

/** A fault in words; lines and columns from 1. */
export interface FaultLine {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Whoever has so many mends the rule, not each cell. */
const MOST_FAULTS = 500;

export function faultsView(faults: readonly FaultLine[], { upload }: RosterPageWords) {
  if (faults.length === 0) return null;
  return {
    lines: faults
      .slice(0, MOST_FAULTS)
      .map(({ line, column, text }) => ({ place: upload.place(line, column), text })),
    more: faults.length > MOST_FAULTS ? upload.moreFaults(faults.length - MOST_FAULTS) : null,
  };
}
