// How much one policy may hold. Every plan is made on all routes and under all readings, and every condition is proved
// on the answers to its facts: what is large here is slow everywhere, and nobody could check it against its sources.

import type { Fault } from '../../domain/problem.ts';
import { type FileValue, isFileValue } from './merge.ts';

/** At most; three times the largest that is shipped, and more. */
const MOST: Readonly<Record<string, number>> = {
  sources: 300,
  facts: 60,
  cutoffs: 30,
  activities: 60,
  routes: 20,
  fees: 60,
  eligibility: 60,
};

/** Of all questions together. */
const MOST_READINGS = 40;

/** Each part that holds more than it may. */
export function faultsOfSize(file: FileValue): Fault[] {
  const tooMany = Object.entries(MOST).flatMap(([section, most]): Fault[] => {
    const count = countOf(file[section]);
    return count <= most ? [] : [{ path: [section], what: `${count} of them`, allowed: `${most} at most` }];
  });
  const questions = Object.values(isFileValue(file.readings) ? file.readings : {});
  const readings = questions.reduce(
    (sum: number, one) => sum + countOf(isFileValue(one) ? one.others : []),
    0,
  );
  const what = `${readings} other readings`;
  return readings <= MOST_READINGS
    ? tooMany
    : [...tooMany, { path: ['readings'], what, allowed: `${MOST_READINGS} at most` }];
}

function countOf(section: unknown): number {
  return typeof section === 'object' && section !== null ? Object.keys(section).length : 0;
}
