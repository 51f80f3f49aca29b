// What can be wrong with a database file, in words for whoever runs the server.

import { type DatabaseUnavailable, type Trouble, unavailable } from '../database-unavailable.ts';

const CHOOSE_ANOTHER_PATH = 'give another path in DATABASE_URL';

const FILE_TROUBLES: ReadonlyMap<unknown, Trouble> = new Map([
  ['ENOTDIR', { what: 'a part of its path is a file, not a folder', remedy: CHOOSE_ANOTHER_PATH }],
  ['EEXIST', { what: 'a part of its path is a file, not a folder', remedy: CHOOSE_ANOTHER_PATH }],
  ['EISDIR', { what: 'it is a folder', remedy: 'give the path of a file in DATABASE_URL' }],
  ['EACCES', { what: 'this account may not write there', remedy: `allow it, or ${CHOOSE_ANOTHER_PATH}` }],
  ['EPERM', { what: 'this account may not write there', remedy: `allow it, or ${CHOOSE_ANOTHER_PATH}` }],
  ['EROFS', { what: 'that file system is read-only', remedy: CHOOSE_ANOTHER_PATH }],
  ['ENOSPC', { what: 'the disk is full', remedy: 'make room and start again' }],
]);

/** By primary result code (https://www.sqlite.org/rescode.html). */
const SQLITE_TROUBLES: ReadonlyMap<number, Trouble> = new Map([
  [5, { what: 'another process holds it', remedy: 'let that process finish and start again' }],
  [8, { what: 'this account may not write it', remedy: `allow it, or ${CHOOSE_ANOTHER_PATH}` }],
  [11, { what: 'it is damaged', remedy: 'restore it from a backup' }],
  [13, { what: 'the disk is full', remedy: 'make room and start again' }],
  [26, { what: 'it is not an SQLite database', remedy: `move it away, or ${CHOOSE_ANOTHER_PATH}` }],
]);

/** What went wrong with the database file at `path`. */
export function unavailableFile(path: string, cause: unknown): DatabaseUnavailable {
  return unavailable(path, troubleOf(cause), { cause });
}

function troubleOf(cause: unknown): Trouble {
  if (!(cause instanceof Error)) return { what: String(cause), remedy: CHOOSE_ANOTHER_PATH };
  const fromFile = 'code' in cause ? FILE_TROUBLES.get(cause.code) : undefined;
  // The upper bits of an SQLite result code only refine the lower eight.
  const fromSqlite =
    'errcode' in cause && typeof cause.errcode === 'number'
      ? SQLITE_TROUBLES.get(cause.errcode & 0xff)
      : undefined;
  return fromFile ?? fromSqlite ?? { what: cause.message, remedy: CHOOSE_ANOTHER_PATH };
}
