// Published calendars in SQL. What each method promises is in ports/calendar-store.ts.

import type { Kysely, Transaction } from 'kysely';
import type { CalendarEvent, CalendarStore, PublishedFeed } from '../../ports/calendar-store.ts';
import { holdPlan } from './hold-plan.ts';
import { inTransaction } from './in-transaction.ts';
import type { CalendarEventRow, Tables } from './tables.ts';

export class SqlCalendarStore implements CalendarStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async findFeed(planId: string): Promise<PublishedFeed | undefined> {
    return this.#db.selectFrom('calendarFeeds').selectAll().where('planId', '=', planId).executeTakeFirst();
  }

  async findEvents(planId: string): Promise<readonly CalendarEvent[]> {
    const rows = await this.#db
      .selectFrom('calendarEvents')
      .selectAll()
      .where('planId', '=', planId)
      .orderBy('position')
      .execute();
    return rows.map(({ planId: _, position: __, alarmsJson, ...event }) => ({
      ...event,
      alarms: JSON.parse(alarmsJson),
    }));
  }

  async publish(feed: PublishedFeed, events: readonly CalendarEvent[]): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      if (!(await holdPlan(transaction, feed.planId))) return false;
      if (!(await writeFeed(transaction, feed))) return false;
      await transaction.deleteFrom('calendarEvents').where('planId', '=', feed.planId).execute();
      const rows = events.map((event, position) => rowOf(feed.planId, event, position));
      if (rows.length > 0) await transaction.insertInto('calendarEvents').values(rows).execute();
      return true;
    });
  }
}

/** Whether the feed was the revision before `feed`, and is `feed` now. */
async function writeFeed(transaction: Transaction<Tables>, feed: PublishedFeed): Promise<boolean> {
  const { planId, ...changes } = feed;
  if (feed.revision > 1) {
    const { numUpdatedRows } = await transaction
      .updateTable('calendarFeeds')
      .set(changes)
      .where('planId', '=', planId)
      .where('revision', '=', feed.revision - 1)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('calendarFeeds')
    .values(feed)
    .onConflict((conflict) => conflict.column('planId').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function rowOf(planId: string, { alarms, ...event }: CalendarEvent, position: number): CalendarEventRow {
  return { ...event, planId, position, alarmsJson: JSON.stringify(alarms) };
}
