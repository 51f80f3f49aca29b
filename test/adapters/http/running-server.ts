// The real server on a free port: shipped policies, SQLite in memory, mails in a folder of their own, and a clock
// that stands at a chosen instant.

import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../../src/adapters/files/policy-folder.ts';
import { createHttpServer } from '../../../src/adapters/http/create-http-server.ts';
import type { TakeTurn } from '../../../src/adapters/http/overload.ts';
import { openFolderTransport } from '../../../src/adapters/mail/folder-transport.ts';
import { openMetrics } from '../../../src/adapters/metrics/prometheus.ts';
import { createLastbus } from '../../../src/app/create-lastbus.ts';
import { dispatchReminders } from '../../../src/app/dispatch-reminders.ts';
import { secretLinks } from '../../../src/app/secret-links.ts';
import type { Instant } from '../../../src/ports/clock.ts';
import type { MailTransport } from '../../../src/ports/mail-transport.ts';
import { AS_FAST_AS_THEY_GO } from '../../support/sending.ts';

export interface RunningServer {
  readonly url: string;
  /** The log so far, one line a request. */
  readonly log: () => readonly Record<string, unknown>[];
  /** Lets the dispatcher run once, and gives the mails that have been written so far. */
  readonly mails: () => Promise<readonly string[]>;
  readonly mailFolder: string;
  /** Sets the clock. */
  readonly goTo: (now: string) => void;
  /** Lets a mail server refuse the mails that wait for this address, with these words. */
  readonly refuse: (address: string, reply: string) => Promise<void>;
  /** Makes the database fail from now on. */
  readonly breakDatabase: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface ServerOptions {
  /** What links begin with, as behind a reverse proxy; left out: where the server listens. */
  readonly publicUrl?: string;
  readonly trustedProxies?: number;
  readonly rateLimitPerMinute?: number;
  readonly takeTurn?: TakeTurn;
  readonly isEnding?: () => boolean;
  /** Awaited by each renewal of links that has seen how they stand, before it writes. */
  readonly beforeRenewal?: () => Promise<void>;
}

/** Of the links of every server here. */
export const TEST_KEY = 'a key for tests only';

/**
 * @param now an instant as ISO 8601; the first day of the samples is Sunday 2026-11-22.
 */
export async function startServer(
  now = '2026-11-22T02:00:00Z',
  { publicUrl, trustedProxies = 0, beforeRenewal, ...limits }: ServerOptions = {},
): Promise<RunningServer> {
  const mailFolder = await mkdtemp(join(tmpdir(), 'lastbus-mail-'));
  const database = await openDatabase('sqlite::memory:', mailFolder);
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  let present = now;
  const clock = { now: () => Date.parse(present) as Instant };
  const mailTransport = openFolderTransport({
    folder: mailFolder,
    from: { name: 'Lastbus', address: 'lastbus@example.org' },
    dkim: null,
  });
  const dependencies = {
    book: await readPolicyFolders([SHIPPED_POLICIES]),
    ...database,
    ...AS_FAST_AS_THEY_GO,
    planStore: renewingAfter(database.planStore, beforeRenewal),
    rosterStore: renewingAfter(database.rosterStore, beforeRenewal),
    mailTransport,
    clock,
    links: secretLinks(TEST_KEY),
    publicUrl: publicUrl ?? url,
    reminderTime: '09:00',
    mailFolder,
    onMailWaiting: () => {},
  };
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const metrics = openMetrics(database.dataTally, clock);
  const app = createHttpServer(createLastbus(dependencies), {
    publicUrl: publicUrl ?? url,
    logger,
    readinessChecks: [{ name: 'database', check: () => database.check() }],
    requestAnswered: metrics.requestAnswered,
    readMetrics: metrics.read,
    trustedProxies,
    ...limits,
  });
  server.on('request', app);
  return {
    url,
    log: () => lines.map((line) => JSON.parse(line)),
    mails: async () => {
      await dispatchReminders(dependencies);
      const files = (await readdir(mailFolder)).filter((file) => file.endsWith('.eml'));
      return Promise.all(files.map((file) => readFile(join(mailFolder, file), 'utf8')));
    },
    mailFolder,
    goTo: (later) => {
      present = later;
    },
    refuse: async (address, reply) => {
      const refusing: MailTransport = {
        ...mailTransport,
        deliver: async (message) =>
          message.to === address ? { kind: 'refused', reply } : mailTransport.deliver(message),
      };
      await dispatchReminders({ ...dependencies, mailTransport: refusing });
    },
    breakDatabase: () => database.close(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await database.close();
      await mailTransport.close();
      await rm(mailFolder, { recursive: true });
    },
  };
}

/** The store as it is, but that every renewal of links waits first. */
function renewingAfter<Store extends object>(store: Store, wait: (() => Promise<void>) | undefined): Store {
  if (wait === undefined) return store;
  return new Proxy(store, {
    get: (_, name) => {
      const value: unknown = Reflect.get(store, name);
      if (typeof value !== 'function') return value;
      const bound = value.bind(store);
      return name === 'renewLinks' ? (...given: unknown[]) => wait().then(() => bound(...given)) : bound;
    },
  });
}

/** The JSON of an answer. */
export async function jsonOf(response: Response | Promise<Response>) {
  return JSON.parse(await (await response).text());
}
