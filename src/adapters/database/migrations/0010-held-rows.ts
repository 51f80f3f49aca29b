// The few rows that somebody holds this moment, for every round of the reminder clock asks for them, and renews them.

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const heldRows: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['subscriptions', 'mails']) {
      await db.schema
        .createIndex(`${table}_held`)
        .on(table)
        .column('holder')
        // Free rows stay out of it: nearly all are free, nearly always.
        .where('holder', 'is not', null)
        .execute();
    }
  },
};
