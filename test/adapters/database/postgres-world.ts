// A database for the contracts on PostgreSQL: each in a schema of its own.

import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/database/open-database.ts';
import { connectTo, createSchema } from '../../support/postgres.ts';
import { type ContractWorld, isOfFamilies } from './contract-world.ts';

export async function openPostgresWorld(databaseUrl: string): Promise<ContractWorld> {
  const url = await createSchema(databaseUrl);
  const database = await openUntilEnd(url);
  const raw = connectTo(url);
  onTestFinished(() => raw.end());
  return {
    ...database,
    async listTables() {
      const { rows } = await raw.query('select tablename from pg_tables where schemaname = current_schema()');
      return rows.map(({ tablename }) => String(tablename)).filter(isOfFamilies);
    },
    async readRows(table) {
      return (await raw.query(`select * from ${table} order by 1, 2`)).rows;
    },
  };
}

/** Opens a database that is closed when the test that is running ends. */
export async function openUntilEnd(url: string): Promise<Database> {
  const database = await openDatabase(url, '.');
  onTestFinished(() => database.close());
  return database;
}
