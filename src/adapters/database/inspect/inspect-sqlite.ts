// Examines a database file; where there is none, the folder in which it will be made.

import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unavailableFile } from '../engines/sqlite-troubles.ts';
import type { Inspected } from './inspect-database.ts';

const BUSY_TIMEOUT_MILLISECONDS = 5_000;

/** @throws DatabaseUnavailable */
export async function inspectSqlite(path: string): Promise<Inspected> {
  const folder = nearestFolder(dirname(path));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const common = { place: path, freeOctets: freeOctetsOn(folder), clockAhead: null };
    if (!existsSync(path)) return { ...common, isThere: false, migrations: [], fault: null };
    return { ...common, isThere: true, ...examine(path) };
  } catch (cause) {
    throw unavailableFile(path, cause);
  }
}

function examine(path: string): Pick<Inspected, 'migrations' | 'fault'> {
  const connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MILLISECONDS });
  try {
    const tables = connection.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").all();
    const rows = tables.length === 0 ? [] : connection.prepare('select name from kysely_migration').all();
    writeNothingNew(connection);
    const [first] = connection.prepare('pragma quick_check(1)').all();
    return {
      migrations: rows.map(({ name }) => String(name)),
      fault: first?.quick_check === 'ok' ? null : String(first?.quick_check),
    };
  } finally {
    connection.close();
  }
}

/** A real write, to the disk, that changes nothing: a number in the head of the file is set to what it is. */
function writeNothingNew(connection: DatabaseSync): void {
  const version = Number(connection.prepare('pragma user_version').get()?.user_version);
  connection.exec(`pragma user_version = ${version}`);
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

function freeOctetsOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
