// The keys under which requests were sent, so that one sent twice stores one plan. They go with the plan.

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const idempotencyKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('idempotency_keys')
      .addColumn('key_hash', 'text', (column) => column.primaryKey())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('plan_id', 'text', (column) => column.notNull().references('plans.id').onDelete('cascade'))
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    // For removing a plan, and for sweeping.
    await db.schema.createIndex('idempotency_keys_plan').on('idempotency_keys').column('plan_id').execute();
    await db.schema
      .createIndex('idempotency_keys_expiry')
      .on('idempotency_keys')
      .column('expires_at')
      .execute();
  },
};
