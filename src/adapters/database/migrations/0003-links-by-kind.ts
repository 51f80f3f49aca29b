// Links are renewed one kind at a time: each kind has its own generation, and a revoked link has no row.
//
// Before, one number counted for all kinds of a plan, and a link opened it while the two were equal. Links that
// were revoked in that way are removed here, so that dropping the number opens none of them again.

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const GENERATIONS = ['edit_generation', 'view_generation', 'feed_generation'];

export const linksByKind: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of GENERATIONS) {
      // A column that is added to rows needs a default; 1 is also what a new plan begins with.
      await db.schema
        .alterTable('plans')
        .addColumn(column, 'integer', (added) => added.notNull().defaultTo(1))
        .execute();
      await sql`update plans set ${sql.ref(column)} = token_generation`.execute(db);
    }
    await sql`
      delete from plan_links where not exists (
        select 1 from plans
        where plans.id = plan_links.plan_id and plans.token_generation = plan_links.token_generation
      )`.execute(db);
    await db.schema.alterTable('plan_links').dropColumn('token_generation').execute();
    await db.schema.alterTable('plans').dropColumn('token_generation').execute();
  },
};
