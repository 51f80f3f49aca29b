// What can be wrong with a database file, in words for whoever runs the server.

import { DatabaseUnavailable, type Trouble, unavailable } from '../database-unavailable.ts';

const CHOOSE_ANOTHER_PATH = 'give another path in DATABASE_URL';

const FILE_TROUBLES: ReadonlyMap<unknown, Trouble> = new Map([
  ['ENOTDIR', { what: 'a part of its path is a file, not a folder', remedy: CHOOSE_ANOTHER_PATH }],
  ['EEXIST', { what: 'a part of its path is a file, not a folder', remedy: CHOOSE_ANOTHER_PATH }],
  ['EISDIR', { what: 'it is a folder', remedy: 'give the path of a file in DATABASE_URL' }],
  ['EACCES', { what: 'this account may not write there', remedy: `allow it, or ${CHOOSE_ANOTHER_PATH}` }],
  ['EPERM', { what: 'this account may not write there', remedy: `allow it, or ${CHOOSE_ANOTHER_PATH}` }],
  ['EROFS', { what: 'that file system is read-only', remedy: CHOOSE_ANOTHER_PATH }],
  ['ENOSPC', { what: 'the disk is full', remedy: 'make room' }],
]);

/** By primary result code (https://www.sqlite.org/rescode.html). */
const SQLITE_TROUBLES: ReadonlyMap<number, Trouble> = new Map([
  [5, { what: 'another process holds it', remedy: 'let that process finish' }],
  [8, { what: 'this account may not write it', remedy: `allow it, or ${CHOOSE_ANOTHER_PATH}` }],
  [10, { what: 'its disk cannot be read or written', remedy: 'see whether it is full or at fault' }],
  [11, { what: 'it is damaged', remedy: 'restore it from a backup' }],
  [13, { what: 'the disk is full', remedy: 'make room' }],
  [14, { what: 'its files cannot be opened', remedy: 'see whether its folder is there and may be written' }],
  [26, { what: 'it is not an SQLite database', remedy: `move it away, or ${CHOOSE_ANOTHER_PATH}` }],
]);

const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;

/** What went wrong with the database file at `path`; an error that says so already is kept. */
export function unavailableFile(path: string, cause: unknown): DatabaseUnavailable {
  if (cause instanceof DatabaseUnavailable) return cause;
  const trouble = troubleOf(cause) ?? {
    what: cause instanceof Error ? cause.message : String(cause),
    remedy: CHOOSE_ANOTHER_PATH,
  };
  return unavailable(path, trouble, { cause });
}

/** DatabaseUnavailable when a query failed because of the file, and not because of what it says; else the error itself. */
export function toldTrouble(path: string, error: unknown): unknown {
  return troubleOf(error) === undefined ? error : unavailableFile(path, error);
}

/** Whether another process holds the lock that was needed. */
export function isHeldByOthers(error: unknown): boolean {
  return resultCodeOf(error) === SQLITE_BUSY;
}

/** Whether the pages of the file contradict each other. */
export function isDamage(error: unknown): boolean {
  return resultCodeOf(error) === SQLITE_CORRUPT;
}

function troubleOf(cause: unknown): Trouble | undefined {
  const fromFile = cause instanceof Error && 'code' in cause ? FILE_TROUBLES.get(cause.code) : undefined;
  return fromFile ?? SQLITE_TROUBLES.get(resultCodeOf(cause) ?? 0);
}

/** The upper bits of an SQLite result code only refine the lower eight. */
function resultCodeOf(error: unknown): number | null {
  const isOfSqlite = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return isOfSqlite ? Number(error.errcode) & 0xff : null;
}
