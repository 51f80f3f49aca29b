// Subscriptions to a roster beside those to a plan, and who was red in a digest mail.
//
// A column loses its NOT NULL by one statement in PostgreSQL. In SQLite the table is made anew; dropping the old one would
// delete, by their cascading keys, all mails and reminders, so these move to new tables with it.

import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { NumberedKey } from './0001-first-light.ts';

export interface DigestTraits {
  readonly numberedKey: NumberedKey;
  /** Whether a column can be allowed to be null where it stands. */
  readonly altersColumns: boolean;
}

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const requiredUnique = (column: ColumnDefinitionBuilder) => column.notNull().unique();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();
const belongsTo = (parent: string) => (column: ColumnDefinitionBuilder) =>
  column.references(parent).onDelete('cascade');
const hangsOn = (parent: string) => (column: ColumnDefinitionBuilder) => belongsTo(parent)(column.notNull());

/** Of a plan or of a roster, never of both. */
const OF_ONE = sql<boolean>`(plan_id is null) <> (roster_id is null)`;

export function digests({ numberedKey, altersColumns }: DigestTraits): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      if (altersColumns) await alterSubscriptions(db);
      else await makeTablesAnew(db, numberedKey);
      await db.schema
        .createIndex('subscriptions_once_a_roster')
        .unique()
        .on('subscriptions')
        .columns(['roster_id', 'address'])
        .execute();
      await createRedTable(db);
    },
  };
}

async function alterSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('subscriptions')
    .alterColumn('plan_id', (column) => column.dropNotNull())
    .execute();
  await db.schema
    .alterTable('subscriptions')
    .addColumn('roster_id', 'text', belongsTo('rosters.id'))
    .execute();
  await db.schema.alterTable('subscriptions').addCheckConstraint('subscriptions_of_one', OF_ONE).execute();
}

/** Who was red in a mail; who leaves the roster leaves no trace here. */
async function createRedTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('roster_red')
    .addColumn('mail_id', 'text', hangsOn('mails.id'))
    .addColumn('roster_id', 'text', required)
    .addColumn('ref_key', 'text', required)
    .addPrimaryKeyConstraint('roster_red_key', ['mail_id', 'ref_key'])
    .addForeignKeyConstraint(
      'roster_red_person',
      ['roster_id', 'ref_key'],
      'roster_people',
      ['roster_id', 'ref_key'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('roster_red_person')
    .on('roster_red')
    .columns(['roster_id', 'ref_key'])
    .execute();
}

const COLUMNS = {
  subscriptions: `id, plan_id, address, state, locale, created_at, confirm_hash, unsubscribe_hash, holder, lease_until,
    audience, reference, replaces`,
  mails: `position, id, kind, subscription_id, message_json, state, attempts, next_try_at, lease_until, last_reply,
    created_at, sent_at, holder, stale_at, urgency, domain`,
  reminders: `id, subscription_id, activity, kind, day, send_at, stale_at, float_working_days, state, reason, mail_id,
    since_version`,
} as const;

type Moved = keyof typeof COLUMNS;

async function makeTablesAnew(db: Kysely<unknown>, numberedKey: NumberedKey): Promise<void> {
  await createSubscriptions(db);
  await createMails(db, numberedKey);
  await createReminders(db, numberedKey);
  for (const table of ['subscriptions', 'mails', 'reminders'] as const) await copyRows(db, table);
  for (const table of ['reminders', 'mails', 'subscriptions'] as const)
    await db.schema.dropTable(table).execute();
  // Keys that lead to a table follow it to its new name.
  for (const table of ['subscriptions', 'mails', 'reminders'] as const)
    await db.schema.alterTable(`new_${table}`).renameTo(table).execute();
  await createIndexes(db);
}

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('new_subscriptions')
    .addColumn('id', 'text', key)
    .addColumn('plan_id', 'text', belongsTo('plans.id'))
    .addColumn('address', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('locale', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('confirm_hash', 'text', requiredUnique)
    .addColumn('unsubscribe_hash', 'text', requiredUnique)
    .addColumn('holder', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('audience', 'text', (column) => column.notNull().defaultTo('family'))
    .addColumn('reference', 'text')
    .addColumn('replaces', 'text')
    .addColumn('roster_id', 'text', belongsTo('rosters.id'))
    .addUniqueConstraint('subscriptions_once', ['plan_id', 'address'])
    .addCheckConstraint('subscriptions_of_one', OF_ONE)
    .execute();
}

async function createMails(db: Kysely<unknown>, numberedKey: NumberedKey): Promise<void> {
  await db.schema
    .createTable('new_mails')
    .addColumn('position', 'integer', numberedKey)
    .addColumn('id', 'text', requiredUnique)
    .addColumn('kind', 'text', required)
    .addColumn('subscription_id', 'text', hangsOn('new_subscriptions.id'))
    .addColumn('message_json', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('attempts', 'integer', required)
    .addColumn('next_try_at', 'bigint', required)
    .addColumn('lease_until', 'bigint')
    .addColumn('last_reply', 'text')
    .addColumn('created_at', 'bigint', required)
    .addColumn('sent_at', 'bigint')
    .addColumn('holder', 'text')
    .addColumn('stale_at', 'bigint')
    .addColumn('urgency', 'integer', (column) => column.notNull().defaultTo(-1_000))
    .addColumn('domain', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
}

async function createReminders(db: Kysely<unknown>, numberedKey: NumberedKey): Promise<void> {
  await db.schema
    .createTable('new_reminders')
    .addColumn('id', 'integer', numberedKey)
    .addColumn('subscription_id', 'text', hangsOn('new_subscriptions.id'))
    .addColumn('activity', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('day', 'integer', required)
    .addColumn('send_at', 'bigint', required)
    .addColumn('stale_at', 'bigint', required)
    .addColumn('float_working_days', 'integer', required)
    .addColumn('state', 'text', required)
    .addColumn('reason', 'text')
    .addColumn('mail_id', 'text', (column) => column.references('new_mails.id').onDelete('set null'))
    .addColumn('since_version', 'integer')
    .addUniqueConstraint('reminders_once', ['subscription_id', 'activity', 'kind', 'day'])
    .execute();
}

/** Numbers that were given out and are gone are not given out again. */
async function copyRows(db: Kysely<unknown>, table: Moved): Promise<void> {
  const columns = sql.raw(COLUMNS[table]);
  const fresh = `new_${table}`;
  await sql`insert into ${sql.table(fresh)} (${columns}) select ${columns} from ${sql.table(table)}`.execute(
    db,
  );
  await sql`delete from sqlite_sequence where name = ${fresh}`.execute(db);
  await sql`insert into sqlite_sequence (name, seq) select ${fresh}, seq from sqlite_sequence where name = ${table}`.execute(
    db,
  );
}

/** As the migrations before this one made them. */
async function createIndexes(db: Kysely<unknown>): Promise<void> {
  const indexes: readonly (readonly [string, Moved, readonly string[]])[] = [
    ['mails_by_urgency', 'mails', ['state', 'urgency', 'next_try_at', 'position']],
    ['mails_of_subscription', 'mails', ['subscription_id', 'state']],
    ['reminders_due', 'reminders', ['state', 'send_at']],
    ['reminders_of_subscription', 'reminders', ['subscription_id', 'state']],
    ['reminders_mail', 'reminders', ['mail_id']],
  ];
  for (const [name, table, columns] of indexes)
    await db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute();
  for (const table of ['subscriptions', 'mails'] as const)
    await db.schema
      .createIndex(`${table}_held`)
      .on(table)
      .column('holder')
      .where('holder', 'is not', null)
      .execute();
}
