// Where a backup is made of and where it is taken back to, on either engine, each a test's own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openForRestore } from '../../../src/adapters/database/backup/restore-backup.ts';
import { createSchema, runSql } from '../../support/postgres.ts';

export const KEY = 'a key for tests, of more than 32 characters';

export interface Place {
  readonly url: string;
  /** All rows of all tables with data, by table. */
  readonly rows: () => Promise<Record<string, readonly unknown[]>>;
}

export function sqlitePlace(): Place {
  const path = join(temporaryFolder(), 'data/lastbus.sqlite');
  return {
    url: `sqlite:${path}`,
    rows: async () => {
      const raw = new DatabaseSync(path, { readOnly: true });
      try {
        const names = raw
          .prepare("select name from sqlite_schema where type = 'table'")
          .all()
          .map(({ name }) => String(name))
          .filter((name) => !/^(sqlite|kysely)_/.test(name));
        return Object.fromEntries(
          names.toSorted().map((name) => [
            name,
            raw
              .prepare(`select * from ${name} order by 1, 2`)
              .all()
              .map((row) => ({ ...row })),
          ]),
        );
      } finally {
        raw.close();
      }
    },
  };
}

export async function postgresPlace(databaseUrl: string): Promise<Place> {
  const url = await createSchema(databaseUrl);
  return {
    url,
    rows: async () => {
      const tables = await runSql(url, 'select tablename from pg_tables where schemaname = current_schema()');
      const names = tables
        .map(({ tablename }) => String(tablename))
        .filter((name) => !name.startsWith('kysely_'));
      const entries = await Promise.all(
        names
          .toSorted()
          .map(async (name) => [name, await runSql(url, `select * from ${name} order by 1, 2`)]),
      );
      return Object.fromEntries(entries);
    },
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lastbus-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function orderFor(url: string, file: string) {
  return { url, baseFolder: '/', file, secretKey: KEY, madeAt: '2026-12-07T01:00:00.000Z' };
}

/** Takes the backup back, as `lastbus restore` does. */
export async function restoreFrom(file: string, url: string): Promise<void> {
  const backup = await openForRestore(file);
  try {
    await backup.restoreInto(url, '/');
  } finally {
    backup.close();
  }
}
