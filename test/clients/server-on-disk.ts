// The real server as a host runs it: its data in a folder, and restarts at the same address, with what the host has
// announced in between. Its clock stands where the test puts it.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { createHttpServer } from '../../src/adapters/http/create-http-server.ts';
import { openFolderTransport } from '../../src/adapters/mail/folder-transport.ts';
import { createLastbus } from '../../src/app/create-lastbus.ts';
import { secretLinks } from '../../src/app/secret-links.ts';
import type { Instant } from '../../src/ports/clock.ts';
import { AS_FAST_AS_THEY_GO } from '../support/sending.ts';

export interface ServerOnDisk {
  readonly url: string;
  /** Sets the clock to an instant as ISO 8601. */
  readonly goTo: (now: string) => void;
  /** Ends and starts again, and reads the policies anew. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param ownPolicies the host's own folder of policies, read behind the shipped ones. */
export async function startServerOnDisk(
  folder: string,
  ownPolicies: string,
  startsAt: string,
): Promise<ServerOnDisk> {
  // The socket outlives a restart, so that a port that was free stays ours.
  const socket = createServer();
  socket.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const address = socket.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  let present = startsAt;

  async function start() {
    const database = await openDatabase('sqlite:lastbus.sqlite', folder);
    const mailFolder = join(folder, 'mail');
    const mailTransport = openFolderTransport({
      folder: mailFolder,
      from: { name: 'Lastbus', address: 'lastbus@example.org' },
      dkim: null,
    });
    const lastbus = createLastbus({
      book: await readPolicyFolders([SHIPPED_POLICIES, ownPolicies]),
      ...database,
      ...AS_FAST_AS_THEY_GO,
      mailTransport,
      clock: { now: () => Date.parse(present) as Instant },
      links: secretLinks('a key for tests only'),
      publicUrl: url,
      reminderTime: '09:00',
      mailFolder,
      onMailWaiting: () => {},
    });
    const app: RequestListener = createHttpServer(lastbus, {
      publicUrl: url,
      logger: pino({ level: 'silent' }),
      readinessChecks: [],
      trustedProxies: 0,
    });
    socket.on('request', app);
    return async () => {
      socket.off('request', app);
      await database.close();
      await mailTransport.close();
    };
  }

  let stop = await start();
  return {
    url,
    goTo: (now) => {
      present = now;
    },
    restart: async () => {
      await stop();
      stop = await start();
    },
    close: async () => {
      socket.closeAllConnections();
      socket.close();
      await stop();
    },
  };
}
