// What the state of the database means for the next start and the next write.

import { type Finding, fine, toMend, warning } from './finding.ts';

const MEGABYTE = 1_000_000;
const LITTLE_ROOM = 200 * MEGABYTE;
const NO_ROOM = 20 * MEGABYTE;

export interface ExaminedDatabase {
  /** The database as messages name it, without a password. */
  readonly place: string;
  /** False: the first start will make it. */
  readonly isThere: boolean;
  /** False: it is empty. */
  readonly hasTables: boolean;
  /** Those that the next start will run; all of them where there are no tables yet. */
  readonly pendingMigrations: readonly string[];
  /** Migrations of a later version of the program; with one of them no start succeeds. */
  readonly unknownMigrations: readonly string[];
  /** What is wrong with its pages; null: nothing, or that is the server's business. */
  readonly fault: string | null;
  /** Octets that are free on its disk; null: on another machine. */
  readonly freeOctets: number | null;
  /** Whether others than its owner may read the file. */
  readonly isReadableByOthers: boolean;
}

export function examineDatabase(database: ExaminedDatabase): Finding[] {
  return [tables(database), ...pages(database), ...room(database), ...secrecy(database)];
}

function tables(database: ExaminedDatabase): Finding {
  const { place, isThere, hasTables, pendingMigrations, unknownMigrations } = database;
  const [unknown] = unknownMigrations;
  if (unknown !== undefined) {
    return toMend(
      'database',
      `${place} was written by a later version of the program (${unknown})`,
      'update Lastbus, or restore a backup into a new database',
    );
  }
  if (!isThere) return fine('database', `${place} is not there yet: the first start makes it`);
  if (!hasTables)
    return fine('database', `${place} opens, can be written, and is empty: the first start makes its tables`);
  const count = pendingMigrations.length;
  if (count === 0)
    return fine('database', `${place} opens, can be written, and has the tables of this version`);
  return fine(
    'database',
    `${place} opens and can be written; the next start brings its tables up to date (${count} ${count === 1 ? 'step' : 'steps'}): make a backup first`,
  );
}

function pages({ place, fault }: ExaminedDatabase): Finding[] {
  if (fault === null) return [];
  return [
    toMend(
      'database',
      `${place} is damaged: ${fault}`,
      'stop the server, move it away, and restore a backup',
    ),
  ];
}

function room({ freeOctets }: ExaminedDatabase): Finding[] {
  if (freeOctets === null || freeOctets >= LITTLE_ROOM) return [];
  const what = `${Math.floor(freeOctets / MEGABYTE)} MB are free on its disk`;
  return [
    freeOctets < NO_ROOM ? toMend('database', what, 'make room') : warning('database', what, 'make room'),
  ];
}

function secrecy({ place, isReadableByOthers }: ExaminedDatabase): Finding[] {
  if (!isReadableByOthers) return [];
  return [
    warning('database', `${place} can be read by other accounts: it holds addresses`, `chmod 600 ${place}`),
  ];
}
