// Tables as an earlier version left them, for the tests of migrations.

import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { NodeSqliteDialect } from '../../../src/adapters/database/engines/node-sqlite.ts';
import { SQLITE_TABLES } from '../../../src/adapters/database/engines/open-sqlite.ts';
import { migrateUntil, migrationNames } from '../../../src/adapters/database/migrations.ts';

export interface TablesBefore {
  /** Past Kysely, so that a test sees what the tables really hold. */
  readonly connection: DatabaseSync;
  /** Runs the migration. */
  readonly migrate: () => Promise<void>;
}

/**
 * Tables in memory that end with the test, as all migrations before this one made them.
 *
 * @param data SQL that fills them
 */
export async function tablesBefore(migration: string, data: string): Promise<TablesBefore> {
  const names = migrationNames();
  const before = names[names.indexOf(migration) - 1];
  if (before === undefined) throw new Error(`nothing comes before ${migration}`);
  const connection = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(connection) });
  onTestFinished(() => db.destroy());
  await migrateUntil(db, SQLITE_TABLES, before);
  connection.exec(data);
  return { connection, migrate: () => migrateUntil(db, SQLITE_TABLES, migration) };
}
