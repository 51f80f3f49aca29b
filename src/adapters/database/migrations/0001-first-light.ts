// The first tables: plans with their links and revisions, subscriptions, reminders, and the outbox of mails.
// Everything hangs on its plan, so that deleting the plan deletes every trace of it.

import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Makes an integer column a primary key that numbers itself and never reuses a number; engines differ in it. */
export type NumberedKey = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

export function firstLight(numberedKey: NumberedKey): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await createPlanTables(db);
      await createSubscriptionTable(db);
      await createMailTable(db, numberedKey);
      await createReminderTable(db, numberedKey);
    },
  };
}

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const requiredUnique = (column: ColumnDefinitionBuilder) => column.notNull().unique();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();
const belongsTo = (parent: string) => (column: ColumnDefinitionBuilder) =>
  column.notNull().references(parent).onDelete('cascade');

async function createPlanTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plans')
    .addColumn('id', 'text', key)
    .addColumn('case_json', 'text', required)
    .addColumn('policy_id', 'text', required)
    .addColumn('locale', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('token_generation', 'integer', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('changed_at', 'bigint', required)
    .execute();
  await db.schema
    .createTable('plan_links')
    .addColumn('hash', 'text', key)
    .addColumn('kind', 'text', required)
    .addColumn('plan_id', 'text', belongsTo('plans.id'))
    .addColumn('token_generation', 'integer', required)
    .execute();
  await db.schema.createIndex('plan_links_plan').on('plan_links').column('plan_id').execute();
  await db.schema
    .createTable('plan_revisions')
    .addColumn('plan_id', 'text', belongsTo('plans.id'))
    .addColumn('version', 'integer', required)
    .addColumn('case_json', 'text', required)
    .addColumn('changed_at', 'bigint', required)
    .addPrimaryKeyConstraint('plan_revisions_key', ['plan_id', 'version'])
    .execute();
}

async function createSubscriptionTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'text', key)
    .addColumn('plan_id', 'text', belongsTo('plans.id'))
    .addColumn('address', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('locale', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('confirm_hash', 'text', requiredUnique)
    .addColumn('unsubscribe_hash', 'text', requiredUnique)
    .addUniqueConstraint('subscriptions_once', ['plan_id', 'address'])
    .execute();
}

async function createMailTable(db: Kysely<unknown>, numberedKey: NumberedKey): Promise<void> {
  await db.schema
    .createTable('mails')
    .addColumn('position', 'integer', numberedKey)
    .addColumn('id', 'text', requiredUnique)
    .addColumn('kind', 'text', required)
    .addColumn('subscription_id', 'text', belongsTo('subscriptions.id'))
    .addColumn('message_json', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('attempts', 'integer', required)
    .addColumn('next_try_at', 'bigint', required)
    .addColumn('lease_until', 'bigint')
    .addColumn('last_reply', 'text')
    .addColumn('created_at', 'bigint', required)
    .addColumn('sent_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('mails_to_claim')
    .on('mails')
    .columns(['state', 'next_try_at', 'position'])
    .execute();
  await createSubscriptionIndex(db, 'mails');
}

async function createReminderTable(db: Kysely<unknown>, numberedKey: NumberedKey): Promise<void> {
  await db.schema
    .createTable('reminders')
    .addColumn('id', 'integer', numberedKey)
    .addColumn('subscription_id', 'text', belongsTo('subscriptions.id'))
    .addColumn('activity', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('day', 'integer', required)
    .addColumn('send_at', 'bigint', required)
    .addColumn('stale_at', 'bigint', required)
    .addColumn('float_working_days', 'integer', required)
    .addColumn('state', 'text', required)
    .addColumn('reason', 'text')
    .addColumn('mail_id', 'text', (column) => column.references('mails.id').onDelete('set null'))
    .addUniqueConstraint('reminders_once', ['subscription_id', 'activity', 'kind', 'day'])
    .execute();
  await db.schema.createIndex('reminders_due').on('reminders').columns(['state', 'send_at']).execute();
  await createSubscriptionIndex(db, 'reminders');
  await db.schema.createIndex('reminders_mail').on('reminders').column('mail_id').execute();
}

/** With the state in it, for SQLite would else walk through all that is unsent to find that of one subscription. */
async function createSubscriptionIndex(db: Kysely<unknown>, table: 'mails' | 'reminders'): Promise<void> {
  await db.schema
    .createIndex(`${table}_of_subscription`)
    .on(table)
    .columns(['subscription_id', 'state'])
    .execute();
}
