// What sending needs to know across processes: who holds what until when, how tight a mail is, when it has nothing
// to say any more, and the lanes on which mails leave.

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tighter than any float: what is unsent when this version starts goes out first, as it has waited longest. */
const URGENCY_OF_OLD_MAILS = -1_000;

export const sending: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('subscriptions').addColumn('holder', 'text').execute();
    await db.schema.alterTable('subscriptions').addColumn('lease_until', 'bigint').execute();
    await db.schema.alterTable('mails').addColumn('holder', 'text').execute();
    await db.schema.alterTable('mails').addColumn('stale_at', 'bigint').execute();
    await db.schema
      .alterTable('mails')
      .addColumn('urgency', 'integer', (column) => column.notNull().defaultTo(URGENCY_OF_OLD_MAILS))
      .execute();
    await db.schema
      .alterTable('mails')
      .addColumn('domain', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema
      .createIndex('mails_by_urgency')
      .on('mails')
      .columns(['state', 'urgency', 'next_try_at', 'position'])
      .execute();
    await db.schema.dropIndex('mails_to_claim').execute();
    await db.schema
      .createTable('mail_lanes')
      .addColumn('name', 'text', (column) => column.notNull().primaryKey())
      .addColumn('next_free_at', 'bigint', (column) => column.notNull())
      .addColumn('paused_until', 'bigint', (column) => column.notNull())
      .addColumn('strikes', 'integer', (column) => column.notNull())
      .addColumn('last_reply', 'text')
      .execute();
    // A lease of before has no holder who could renew it; its process has ended.
    await sql`update mails set lease_until = null`.execute(db);
    // The text of a mail holds an address and secret links: from now on it goes with the last try.
    await sql`update mails set message_json = '' where state <> 'unsent'`.execute(db);
  },
};
