// Makes a backup: a copy of the data that is checked before it gets its name.

import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type DatabaseAddress, parseDatabaseAddress } from '../database-address.ts';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { type BackupNotes, faultIn, openBackup, writeNotes } from './backup-file.ts';
import { BackupRefused, troubleWithFile } from './backup-refused.ts';
import { copyPostgres } from './copy-postgres.ts';
import { copySqlite } from './copy-sqlite.ts';

export interface BackupOrder {
  /** DATABASE_URL. */
  readonly url: string;
  /** Where a relative path of it starts. */
  readonly baseFolder: string;
  /** The file to be written; nothing may have its name yet. */
  readonly file: string;
  /** What the links that were given out are made with. */
  readonly secretKey: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/**
 * Writes a backup that only its owner can read. Servers may go on writing: what they write meanwhile is in it whole
 * or not at all.
 *
 * @throws BackupRefused, DatabaseUnavailable; nothing is left of the file then
 */
export async function writeBackup(order: BackupOrder): Promise<BackupNotes> {
  const { file } = order;
  const refuse = (what: string) => new BackupRefused(`The backup ${file} cannot be written: ${what}.`);
  if (existsSync(file)) throw refuse('there is a file of that name; give another one, or remove it first');
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.unfinished`);
  makePrivate(unfinished, refuse);
  try {
    await copyData(parseDatabaseAddress(order.url, order.baseFolder), unfinished);
    const notes = finish(unfinished, order);
    giveName(unfinished, file);
    return notes;
  } catch (error) {
    if (error instanceof BackupRefused || error instanceof DatabaseUnavailable) throw error;
    throw refuse(
      isExisting(error)
        ? 'somebody else has just made a file of that name; give another one'
        : troubleWithFile(error),
    );
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true });
  }
}

/** Before SQLite does, which would let others read it. */
function makePrivate(path: string, refuse: (what: string) => BackupRefused): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    throw refuse(troubleWithFile(error));
  }
}

async function copyData(address: DatabaseAddress, target: string): Promise<void> {
  switch (address.engine) {
    case 'postgres':
      return copyPostgres(address.url, target);
    case 'sqlite':
      return copySqlite(address.path, target);
    case 'memory':
      throw new BackupRefused('A database in memory ends with its process: there is nothing to back up.');
  }
}

/** Checks the copy, makes it a backup, and reads that anew as a restore would, until it is safe on the disk. */
function finish(path: string, { url, secretKey, madeAt }: BackupOrder): BackupNotes {
  const connection = new DatabaseSync(path);
  let notes: BackupNotes;
  try {
    // A reader then needs no second file and no right to write.
    connection.exec('pragma journal_mode = delete');
    const fault = faultIn(connection);
    if (fault !== null) throw new BackupRefused(`The data are damaged (${fault}): no backup was made.`);
    notes = writeNotes(connection, {
      madeAt,
      secretKey,
      engine: url.startsWith('postgres') ? 'PostgreSQL' : 'SQLite',
    });
  } finally {
    connection.close();
  }
  openBackup(path).connection.close();
  syncToDisk(path);
  return notes;
}

/** A rename would take the place of a file that somebody wrote meanwhile; a second name is refused. */
function giveName(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    // The file systems of memory sticks know no second names.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(String(code)) || existsSync(file)) throw error;
    renameSync(unfinished, file);
  }
  syncToDisk(dirname(file));
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
