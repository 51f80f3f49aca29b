// The places of the matrix: SQLite in a folder of its own, or a PostgreSQL database of its own.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import { connectTo, createDatabase } from '../support/postgres.ts';
import { keepProcesses } from './child-processes.ts';
import type { MatrixWorld } from './kill-matrix.ts';
import { onePolicyFolder, readOnePolicy } from './sending-world.ts';
import { openSink } from './sink.ts';

export type EngineName = 'SQLite' | 'PostgreSQL';

/** How many processes wait for orders. */
const AHEAD = 3;

export interface OpenMatrix extends MatrixWorld {
  readonly policyFolder: string;
  readonly close: () => Promise<void>;
}

export async function openMatrix(engine: EngineName): Promise<OpenMatrix> {
  const policyFolder = await onePolicyFolder();
  const place = engine === 'SQLite' ? await sqlitePlace() : await postgresPlace();
  await (await openDatabase(place.databaseUrl, '.')).close();
  const sink = await openSink();
  const processes = keepProcesses(policyFolder, AHEAD);
  return {
    policyFolder,
    book: await readOnePolicy(policyFolder),
    databaseUrl: place.databaseUrl,
    readRows: place.readRows,
    sink,
    processes,
    async close() {
      processes.end();
      await sink.close();
      await place.close();
      await rm(policyFolder, { recursive: true });
    },
  };
}

type Place = Pick<MatrixWorld, 'databaseUrl' | 'readRows'> & { close: () => Promise<void> };

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-kills-'));
  const file = join(folder, 'lastbus.sqlite');
  return {
    databaseUrl: `sqlite:${file}`,
    readRows: async (table) => {
      const connection = new DatabaseSync(file, { timeout: 5_000 });
      try {
        return connection.prepare(`select * from ${table}`).all();
      } finally {
        connection.close();
      }
    },
    close: () => rm(folder, { recursive: true }),
  };
}

async function postgresPlace(): Promise<Place> {
  const { url, drop } = await createDatabase();
  const pool = connectTo(url);
  return {
    databaseUrl: url,
    readRows: async (table) => (await pool.query(`select * from ${table}`)).rows,
    close: async () => {
      await pool.end();
      await drop();
    },
  };
}
