// Servers on one PostgreSQL behind a proxy, each in turn told to stop and started anew while people go on using
// them: how many of their requests failed.

import { type RealServer, startRealServer } from '../../bench/runner/real-server.ts';
import { createDatabase } from '../support/postgres.ts';
import { type LoadAccount, startLoad } from './steady-load.ts';

/** A proxy before the servers. */
export interface Front {
  readonly url: string;
  /** Resolves when it gives requests to every server, also to one that was away. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface RollingOptions {
  readonly openFront: (servers: readonly string[]) => Promise<Front>;
  readonly servers: number;
  /** How often each server is started anew. */
  readonly rounds: number;
  readonly families: number;
}

export interface RollingAccount extends LoadAccount {
  readonly restarts: number;
  readonly seconds: number;
}

export async function rollingRestart(options: RollingOptions): Promise<RollingAccount> {
  const { url: databaseUrl, drop } = await createDatabase();
  const start = (port = '0') =>
    startRealServer([process.execPath, 'src/main.ts', 'serve'], {
      PORT: port,
      DATABASE_URL: databaseUrl,
      SECRET_KEY: 'a key that both servers have in common',
      TRUST_PROXY: '1',
    });
  const servers: RealServer[] = [];
  try {
    for (let count = 0; count < options.servers; count += 1) servers.push(await start());
    const front = await options.openFront(servers.map(({ url }) => url));
    const startedAt = performance.now();
    const load = await startLoad(front.url, options.families);
    let restarts = 0;
    for (let round = 0; round < options.rounds; round += 1) {
      for (const [index, server] of servers.entries()) {
        await front.settled();
        await server.stop();
        servers[index] = await start(new URL(server.url).port);
        restarts += 1;
      }
    }
    await front.settled();
    const account = await load.end();
    const seconds = (performance.now() - startedAt) / 1_000;
    await front.close();
    return { ...account, restarts, seconds };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await drop();
  }
}
