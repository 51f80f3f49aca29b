// Examines a database without making or migrating it: does it open, can it be written, which tables has it.

import { existsSync, statSync } from 'node:fs';
import type { ExaminedDatabase } from '../../../app/doctor/examine-database.ts';
import { type DatabaseAddress, parseDatabaseAddress } from '../database-address.ts';
import { migrationNames } from '../migrations.ts';
import { inspectPostgres } from './inspect-postgres.ts';
import { inspectSqlite } from './inspect-sqlite.ts';

export interface DatabaseState extends ExaminedDatabase {
  /** Its clock minus ours, in milliseconds; null: it has none of its own. */
  readonly clockAhead: number | null;
}

/** What an engine tells. */
export interface Inspected
  extends Omit<
    DatabaseState,
    'hasTables' | 'pendingMigrations' | 'unknownMigrations' | 'isReadableByOthers'
  > {
  readonly migrations: readonly string[];
}

/** @throws DatabaseUnavailable when it cannot be opened, or not be written */
export async function inspectDatabase(url: string, baseFolder: string): Promise<DatabaseState> {
  const address = parseDatabaseAddress(url, baseFolder);
  const { migrations, ...inspected } = await inspect(address);
  const known = migrationNames();
  return {
    ...inspected,
    hasTables: migrations.length > 0,
    pendingMigrations: known.filter((name) => !migrations.includes(name)),
    unknownMigrations: migrations.filter((name) => !known.includes(name)),
    isReadableByOthers: address.engine === 'sqlite' && isReadableByOthers(address.path),
  };
}

function inspect(address: DatabaseAddress): Promise<Inspected> {
  switch (address.engine) {
    case 'postgres':
      return inspectPostgres(address.url);
    case 'sqlite':
      return inspectSqlite(address.path);
    case 'memory':
      return Promise.resolve({
        place: 'in memory',
        isThere: false,
        migrations: [],
        fault: null,
        freeOctets: null,
        clockAhead: null,
      });
  }
}

function isReadableByOthers(path: string): boolean {
  return existsSync(path) && (statSync(path).mode & 0o077) !== 0;
}
