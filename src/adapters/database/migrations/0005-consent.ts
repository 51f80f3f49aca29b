// Whom an address belongs to, what it takes the place of, how often addresses were asked, and the link to one step.
//
// An address that has ended is not kept: where it stood stands its keyed hash, which only the program can make. Those
// that had ended before are erased when a server starts on these tables, for a migration does not know the key.

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const consent: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('subscriptions')
      // A column that is added to rows needs a default; until now only families gave addresses.
      .addColumn('audience', 'text', (column) => column.notNull().defaultTo('family'))
      .execute();
    await db.schema.alterTable('subscriptions').addColumn('reference', 'text').execute();
    await db.schema.alterTable('subscriptions').addColumn('replaces', 'text').execute();
    await db.schema
      .alterTable('plans')
      // 0: no such link was given out yet.
      .addColumn('step_generation', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('confirmation_asks')
      .addColumn('hash', 'text', (column) => column.notNull().primaryKey())
      .addColumn('asked_at_json', 'text', (column) => column.notNull())
      .addColumn('last_asked_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('confirmation_asks_last')
      .on('confirmation_asks')
      .column('last_asked_at')
      .execute();
  },
};
