// Rosters: their links, and which plan is whose. Who deletes their plan stays in the roster by HR's key alone.

import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();
const ofRoster = (column: ColumnDefinitionBuilder) =>
  column.notNull().references('rosters.id').onDelete('cascade');

export const rosters: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('rosters')
      .addColumn('id', 'text', key)
      .addColumn('policy_id', 'text', required)
      .addColumn('title', 'text', required)
      .addColumn('capacity', 'text', required)
      .addColumn('days_off', 'text', required)
      .addColumn('locale', 'text', required)
      .addColumn('edit_generation', 'integer', required)
      .addColumn('view_generation', 'integer', required)
      .addColumn('feed_generation', 'integer', required)
      .addColumn('created_at', 'bigint', required)
      .addColumn('changed_at', 'bigint', required)
      .execute();
    await db.schema
      .createTable('roster_links')
      .addColumn('hash', 'text', key)
      .addColumn('kind', 'text', required)
      .addColumn('roster_id', 'text', ofRoster)
      .execute();
    await db.schema.createIndex('roster_links_roster').on('roster_links').column('roster_id').execute();
    await db.schema
      .createTable('roster_people')
      .addColumn('roster_id', 'text', ofRoster)
      .addColumn('ref_key', 'text', required)
      .addColumn('ref', 'text', required)
      .addColumn('line', 'integer', required)
      .addColumn('uploaded_json', 'text', required)
      .addColumn('plan_id', 'text', (column) => column.references('plans.id').onDelete('set null'))
      .addPrimaryKeyConstraint('roster_people_key', ['roster_id', 'ref_key'])
      .execute();
    // One plan is in one roster at most.
    await db.schema
      .createIndex('roster_people_plan')
      .unique()
      .on('roster_people')
      .column('plan_id')
      .execute();
  },
};
