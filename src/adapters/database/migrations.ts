// Which migrations there are, and how they run. Each stands in a file of its own and is never changed after
// a release: a later change is a later migration.

import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { firstLight } from './migrations/0001-first-light.ts';
import { calendars } from './migrations/0002-calendars.ts';
import { linksByKind } from './migrations/0003-links-by-kind.ts';
import { sending } from './migrations/0004-sending.ts';
import { consent } from './migrations/0005-consent.ts';
import { planChanges } from './migrations/0007-plan-changes.ts';
import { idempotencyKeys } from './migrations/0009-idempotency-keys.ts';
import { heldRows } from './migrations/0010-held-rows.ts';
import { rosters } from './migrations/0011-rosters.ts';
import { type DigestTraits, digests } from './migrations/0012-digests.ts';

/** In what the engines differ when tables are made. */
export interface MigrationTraits extends DigestTraits {
  /** The schema with the tables; null: the engine has none. */
  readonly schema: string | null;
}

/** Those of this version, in the order in which they run. */
function migrationsFor(traits: DigestTraits): Record<string, Migration> {
  return {
    '0001-first-light': firstLight(traits.numberedKey),
    '0002-calendars': calendars,
    '0003-links-by-kind': linksByKind,
    '0004-sending': sending,
    '0007-plan-changes': planChanges,
    '0005-consent': consent,
    '0009-idempotency-keys': idempotencyKeys,
    '0011-rosters': rosters,
    '0012-digests': digests(traits),
    '0010-held-rows': heldRows,
  };
}

/** The names of those of this version, in the order in which they run. */
export function migrationNames(): readonly string[] {
  return Object.keys(migrationsFor({ numberedKey: (column) => column, altersColumns: true })).toSorted();
}

/**
 * Brings the tables up to date, all or nothing; harmless when they are, and when several processes do it at once:
 * one does it, the others wait. Throws when the database was written by a later version of the program.
 */
export async function migrateToLatest<T>(db: Kysely<T>, traits: MigrationTraits): Promise<void> {
  const { error } = await migratorOf(db, traits).migrateToLatest();
  if (error !== undefined) throw laterVersion(error) ?? error;
}

/** As Kysely says it when a migration was run that this version does not have. */
function laterVersion(error: unknown): Error | undefined {
  const name =
    error instanceof Error && /previously executed migration (\S+) is missing/.exec(error.message)?.[1];
  return name ? new Error(`a later version of the program wrote it (${name})`, { cause: error }) : undefined;
}

/** Makes the tables as they were after one of the migrations, in a database that has none yet. */
export async function migrateUntil<T>(db: Kysely<T>, traits: MigrationTraits, name: string): Promise<void> {
  const { error } = await migratorOf(db, traits).migrateTo(name);
  if (error !== undefined) throw error;
}

function migratorOf<T>(db: Kysely<T>, traits: MigrationTraits): Migrator {
  const { schema } = traits;
  return new Migrator({
    db,
    // Without it, the notes of another program that keeps its tables in a schema beside ours pass for our own.
    ...(schema !== null && { migrationTableSchema: schema }),
    provider: { getMigrations: async () => migrationsFor(traits) },
  });
}
