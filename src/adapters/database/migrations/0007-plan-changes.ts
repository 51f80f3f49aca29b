// A plan keeps what it said at each version, and with which policy; policies keep what they said, so that the clause
// that changed can be told when the file is long another one.
//
// What was stored before has none of it: nobody wrote it down.

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const planChanges: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('plans').addColumn('policy_fingerprint', 'text').execute();
    await db.schema
      .createIndex('plans_of_policy')
      .on('plans')
      .columns(['policy_id', 'policy_fingerprint'])
      .execute();
    for (const column of ['policy_fingerprint', 'said_json', 'said_before_json', 'causes_json']) {
      await db.schema.alterTable('plan_revisions').addColumn(column, 'text').execute();
    }
    await db.schema.alterTable('reminders').addColumn('since_version', 'integer').execute();
    await db.schema
      .createTable('policy_editions')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .addColumn('policy_id', 'text', (column) => column.notNull())
      .addColumn('policy_json', 'text', (column) => column.notNull())
      .addColumn('calendar_json', 'text', (column) => column.notNull())
      .addColumn('kept_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('policies_in_force')
      .addColumn('policy_id', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('plan_leases')
      .addColumn('plan_id', 'text', (column) =>
        column.primaryKey().references('plans.id').onDelete('cascade'),
      )
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .execute();
  },
};
