// What subscribers of a plan's calendar have: the feed as it was last published, and the history of its entries.

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const calendars: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('calendar_feeds')
      .addColumn('plan_id', 'text', (column) =>
        column.primaryKey().references('plans.id').onDelete('cascade'),
      )
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('basis', 'text', (column) => column.notNull())
      .addColumn('day', 'integer', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('etag', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('calendar_events')
      .addColumn('plan_id', 'text', (column) => column.notNull().references('plans.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('day', 'integer', (column) => column.notNull())
      .addColumn('summary', 'text', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('url', 'text')
      .addColumn('alarms_json', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('cancelled_on', 'integer')
      .addPrimaryKeyConstraint('calendar_events_key', ['plan_id', 'name'])
      .execute();
  },
};
