// Takes a backup back into an empty database, of either engine: everything or nothing.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { Kysely, sql, type Transaction } from 'kysely';
import type { RestoreTraits } from '../engines/engine.ts';
import { NodeSqliteDialect } from '../engines/node-sqlite.ts';
import { SQLITE_TABLES } from '../engines/open-sqlite.ts';
import { migrateToLatest } from '../migrations.ts';
import { openEngine } from '../open-database.ts';
import { type BackupNotes, openBackup } from './backup-file.ts';
import { BackupRefused, troubleWithFile } from './backup-refused.ts';
import { refuseLater } from './copy-sqlite.ts';
import { type TableOfFile, tablesInOrder } from './tables-in-order.ts';

/** Far below what one statement may carry: 32,766 values in SQLite, 65,535 in PostgreSQL. */
const VALUES_PER_STATEMENT = 10_000;

/** What processes note for each other from their first start on, of no family: the backup's takes its place. */
const NOTES_OF_PROCESSES: ReadonlySet<string> = new Set([
  'mail_lanes',
  'confirmation_asks',
  'policy_editions',
  'policies_in_force',
]);

/** A backup that was found whole, brought to the tables of this version. */
export interface OpenedBackup {
  readonly notes: BackupNotes;
  /**
   * Writes all of it into the database at `url`, in one transaction.
   *
   * @throws BackupRefused when the database is not empty; DatabaseUnavailable; nothing is written then
   */
  restoreInto(url: string, baseFolder: string): Promise<void>;
  /** Removes what was laid down to read it. */
  close(): void;
}

/**
 * Opens a backup and checks it whole. The file itself is only read: a copy of it is brought up to date.
 *
 * @throws BackupRefused when there is none, or it cannot be used
 */
export async function openForRestore(file: string): Promise<OpenedBackup> {
  const folder = mkdtempSync(join(tmpdir(), 'lastbus-restore-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, 'backup.sqlite');
  try {
    copyFileSync(file, copy);
    const { connection, notes } = openBackup(copy, file);
    refuseLater(migrationsIn(connection), file);
    connection.close();
    await bringUpToDate(copy);
    return {
      notes,
      restoreInto: (url, baseFolder) => restore(copy, url, baseFolder),
      close,
    };
  } catch (error) {
    close();
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`The file ${file} cannot be restored: ${troubleWithFile(error)}.`);
  }
}

function migrationsIn(connection: DatabaseSync): string[] {
  const rows = connection.prepare('select name from kysely_migration order by name').all();
  return rows.map(({ name }) => String(name));
}

async function bringUpToDate(copy: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(new DatabaseSync(copy)) });
  try {
    await migrateToLatest(db, SQLITE_TABLES);
  } finally {
    await db.destroy();
  }
}

async function restore(copy: string, url: string, baseFolder: string): Promise<void> {
  const { db, place, restoring } = await openEngine(url, baseFolder);
  const source = new DatabaseSync(copy, { readOnly: true });
  try {
    const tables = tablesInOrder(source);
    // The names of the file are those of SQL already.
    await (db.withoutPlugins() as Kysely<unknown>).transaction().execute(async (transaction) => {
      await restoring.holdTables(
        transaction,
        tables.map(({ name }) => name),
      );
      await refuseUnlessEmpty(transaction, tables, place);
      for (const { name } of tables.toReversed()) {
        if (NOTES_OF_PROCESSES.has(name)) await sql`delete from ${sql.table(name)}`.execute(transaction);
      }
      for (const table of tables) await restoreTable(transaction, { source, table, restoring });
    });
  } finally {
    source.close();
    await db.destroy();
  }
}

async function refuseUnlessEmpty(
  transaction: Transaction<unknown>,
  tables: readonly TableOfFile[],
  place: string,
): Promise<void> {
  for (const { name } of tables) {
    if (NOTES_OF_PROCESSES.has(name)) continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(transaction);
    if (rows.length === 0) continue;
    throw new BackupRefused(
      `The database ${place} is not empty (there are rows in ${name}): nothing was restored; name a new one in DATABASE_URL, or move this one away.`,
    );
  }
}

interface TableToRestore {
  readonly source: DatabaseSync;
  readonly table: TableOfFile;
  readonly restoring: RestoreTraits;
}

async function restoreTable(
  transaction: Transaction<unknown>,
  { source, table: { name, columns }, restoring }: TableToRestore,
): Promise<void> {
  const most = Math.floor(VALUES_PER_STATEMENT / columns.length);
  const into = sql`${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})`;
  const given = sql.raw(restoring.givenNumbers);
  let batch: Record<string, SQLOutputValue>[] = [];
  const write = async () => {
    if (batch.length === 0) return;
    const rows = batch.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${into} ${given} values ${sql.join(rows)}`.execute(transaction);
    batch = [];
  };
  for (const row of source.prepare(`select * from "${name}" order by rowid`).iterate()) {
    batch.push(row);
    if (batch.length === most) await write();
  }
  await write();
  await restoring.continueNumbering(transaction, name);
}
