// A database of many plans, made in seconds: the first one goes through the store; the others are its rows once more,
// each with an identity, links and a case of its own. Through the store each would be a transaction on the disk.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import { hashOfOwnToken, secretLinks } from '../../src/app/secret-links.ts';
import type { Instant } from '../../src/ports/clock.ts';
import { aPlan } from '../../test/adapters/database/contract-world.ts';
import { rosterCases } from '../roster/cases.ts';

export interface ManyPlans {
  /** For DATABASE_URL. */
  readonly databaseUrl: string;
  /** For SECRET_KEY: what the links were made with. */
  readonly secretKey: string;
  /** Path of the feed of each plan. */
  readonly feeds: readonly string[];
}

const SECRET_KEY = 'a key that is used for the bench only';
const FILE = 'many-plans.sqlite';
const LINK_KINDS = ['edit', 'view', 'feed'] as const;
/** So many cases, of the kind that `plans` measures; they come round again and again. */
const CASES = 500;

export async function makeManyPlans(folder: string, count: number): Promise<ManyPlans> {
  const links = secretLinks(SECRET_KEY);
  const cases = rosterCases(CASES).map(({ asOf: _, ...rest }) => rest);
  const caseOf = (index: number) => cases[index % cases.length] ?? { policy: 'shanghai-2027', facts: {} };
  const linksOf = (index: number) =>
    LINK_KINDS.map((kind) => ({ kind, hash: hashOfOwnToken(links.tokenOf(kind, idOf(index), 1)) }));
  const now = Date.now() as Instant;

  const database = await openDatabase(`sqlite:${FILE}`, folder);
  const first = aPlan({
    id: idOf(0),
    caseJson: JSON.stringify(caseOf(0)),
    policyId: caseOf(0).policy,
    policyFingerprint: null,
    createdAt: now,
    changedAt: now,
  });
  await database.planStore.create(first, linksOf(0));
  await database.close();

  const connection = new DatabaseSync(join(folder, FILE));
  connection.exec('begin');
  const copyPlan = copierOf(connection, 'plans');
  const copyRevision = copierOf(connection, 'plan_revisions');
  const copyLink = copierOf(connection, 'plan_links');
  for (let index = 1; index < count; index++) {
    const { policy } = caseOf(index);
    const caseJson = JSON.stringify(caseOf(index));
    copyPlan({ id: idOf(index), case_json: caseJson, policy_id: policy });
    copyRevision({ plan_id: idOf(index), case_json: caseJson });
    for (const { kind, hash } of linksOf(index)) copyLink({ plan_id: idOf(index), kind, hash });
  }
  connection.exec('commit');
  connection.close();
  return {
    databaseUrl: `sqlite:${join(folder, FILE)}`,
    secretKey: SECRET_KEY,
    feeds: Array.from(
      { length: count },
      (_, index) => `/calendars/${links.tokenOf('feed', idOf(index), 1)}.ics`,
    ),
  };
}

/** Scattered as real ones are, and the same in every run. */
function idOf(index: number): string {
  return createHash('sha256').update(`plan ${index}`).digest('hex').slice(0, 32);
}

/** Inserts the table's first row once more, with some columns of its own. */
function copierOf(connection: DatabaseSync, table: string): (own: Record<string, SQLInputValue>) => void {
  const row = connection.prepare(`select * from ${table} limit 1`).get();
  if (row === undefined) throw new Error(`${table} is empty`);
  const columns = Object.keys(row);
  const insert = connection.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  return (own) => {
    insert.run(...columns.map((column) => own[column] ?? row[column] ?? null));
  };
}
