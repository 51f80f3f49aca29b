// A PostgreSQL server for tests: which one, and a database or schema of a test's own, dropped when it ends.

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { onTestFinished } from 'vitest';

const SERVER_URL = process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres';

/** Whether the server answers. When it does not, says so in a line that cannot be overlooked. */
export async function hasPostgres(): Promise<boolean> {
  try {
    await onServer('select 1');
    return true;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : String(error);
    process.stderr.write(
      `\n!!! SKIPPED: the tests on PostgreSQL. No server answers (${why}); set TEST_DATABASE_URL to one whose user may create databases.\n\n`,
    );
    return false;
  }
}

/** A connection of a test's own, which takes one query after the other and gives whole numbers as such. */
export function connectTo(url: string): pg.Pool {
  const getTypeParser = (oid: number) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid);
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  });
  pool.on('error', () => {});
  return pool;
}

/** Runs statements in the database of the address, on a connection of their own. */
export async function runSql(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const pool = connectTo(url);
  try {
    return (await pool.query(text)).rows;
  } finally {
    await pool.end();
  }
}

function onServer(text: string): Promise<readonly Record<string, unknown>[]> {
  return runSql(SERVER_URL, text);
}

/** Makes an empty database; whoever asks drops it. */
export async function createDatabase(
  encoding = 'UTF8',
): Promise<{ url: string; drop: () => Promise<unknown> }> {
  const name = `lastbus_test_${randomUUID().replaceAll('-', '')}`;
  // template0 and C go with every encoding, whatever the server was set up with.
  await onServer(
    `create database ${name} template template0 encoding '${encoding}' lc_collate 'C' lc_ctype 'C'`,
  );
  // What a test writes need not outlive a power cut.
  await onServer(`alter database ${name} set synchronous_commit = off`);
  return {
    url: withDatabase(SERVER_URL, name),
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  };
}

/** The address of an empty schema in the database, dropped when the test that is running ends. */
export async function createSchema(databaseUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runSql(databaseUrl, `create schema ${name}`);
  onTestFinished(async () => {
    await runSql(databaseUrl, `drop schema ${name} cascade`);
  });
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${name}`);
  return url.href;
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
