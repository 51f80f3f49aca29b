// Which migrations there are, and how they run. Each stands in a file of its own and is never changed after
// a release: a later change is a later migration.

import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { firstLight, type NumberedKey } from './migrations/0001-first-light.ts';

/**
 * Brings the tables up to date, all or nothing; harmless when they are. Throws when the database was written by
 * a later version of the program.
 */
export async function migrateToLatest<T>(db: Kysely<T>, numberedKey: NumberedKey): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ '0001-first-light': firstLight(numberedKey) }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
