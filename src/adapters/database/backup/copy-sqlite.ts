// A consistent copy of an SQLite database while others read and write it.

import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isDamage, isHeldByOthers, unavailableFile } from '../engines/sqlite-troubles.ts';
import { migrationNames } from '../migrations.ts';
import { BackupRefused } from './backup-refused.ts';

const BUSY_TIMEOUT_MILLISECONDS = 5_000;

/**
 * Copies the database at `source` into the empty file `target`.
 *
 * `vacuum into` reads one snapshot: a server goes on writing meanwhile, and nothing begins anew when it does, as
 * SQLite's page by page backup would with every write of another process. The copy holds rows only: no page of
 * something that was deleted.
 *
 * @throws DatabaseUnavailable when the source cannot be read; what the target's disk says, as it says it
 */
export function copySqlite(source: string, target: string): void {
  if (!existsSync(source)) {
    throw new BackupRefused(
      `There is no database ${source}: nothing to back up; check DATABASE_URL, or start the server once.`,
    );
  }
  const connection = openReading(source);
  try {
    const names = namesOfMigrations(connection, source);
    refuseLater(names, source);
    connection.prepare('vacuum into ?').run(target);
  } catch (cause) {
    throw isOfSource(cause) ? unavailableFile(source, cause) : cause;
  } finally {
    connection.close();
  }
}

/** Neither made nor migrated: a server of another version may be using it. */
function openReading(path: string): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MILLISECONDS });
    connection.prepare('select count(*) from sqlite_schema').get();
    return connection;
  } catch (cause) {
    connection?.close();
    throw unavailableFile(path, cause);
  }
}

function namesOfMigrations(connection: DatabaseSync, path: string): string[] {
  try {
    const rows = connection.prepare('select name from kysely_migration order by name').all();
    return rows.map(({ name }) => String(name));
  } catch (cause) {
    if (cause instanceof Error && /no such table/.test(cause.message)) {
      throw new BackupRefused(`The database ${path} holds no data of Lastbus; check DATABASE_URL.`);
    }
    throw unavailableFile(path, cause);
  }
}

/** @throws BackupRefused when the tables are of a version that this program does not know */
export function refuseLater(names: readonly string[], place: string): void {
  const known = new Set(migrationNames());
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined && names.length > 0) return;
  throw new BackupRefused(
    names.length === 0
      ? `The database ${place} holds no data of Lastbus; check DATABASE_URL.`
      : `The database ${place} is of a later version of the program (${unknown}); update Lastbus first.`,
  );
}

/** A new file can be neither held by others nor damaged. */
function isOfSource(error: unknown): boolean {
  return isHeldByOthers(error) || isDamage(error);
}
