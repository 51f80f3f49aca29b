// What a process needs to send: the real database, the real SMTP transport, real policies, and a clock that can be set.

import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockSetTo, pause } from '../../src/adapters/clock/system-clock.ts';
import { type Database, openDatabase } from '../../src/adapters/database/open-database.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { openSmtpTransport } from '../../src/adapters/mail/smtp-transport.ts';
import { thisProcess } from '../../src/adapters/process/this-process.ts';
import type { Dependencies } from '../../src/app/dependencies.ts';
import type { PolicyBook } from '../../src/app/policy-book.ts';
import { secretLinks } from '../../src/app/secret-links.ts';
import type { Instant } from '../../src/ports/clock.ts';

/** Short, so that a relay that hangs is given up within a second. */
const TIMEOUTS = { connect: 1_000, greeting: 1_000, idle: 1_000, delivery: 3_000 };

/** A folder with the one policy of the plans here and what it is based on: others would only take time to read. */
export async function onePolicyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-policies-'));
  await mkdir(join(folder, 'shanghai'));
  for (const file of ['calendars', 'shanghai/2026.yaml', 'shanghai/2027.yaml']) {
    await cp(join(SHIPPED_POLICIES, file), join(folder, file), { recursive: true });
  }
  return folder;
}

export async function readOnePolicy(folder: string): Promise<PolicyBook> {
  const book = await readPolicyFolders([folder]);
  if (book.broken.length > 0) throw new Error(`policies at fault: ${JSON.stringify(book.broken)}`);
  return book;
}

export interface SendingWorld {
  readonly dependencies: Dependencies;
  readonly database: Database;
  readonly close: () => Promise<void>;
}

export async function openSendingWorld(options: {
  readonly databaseUrl: string;
  readonly relayPort: number;
  readonly book: PolicyBook;
  readonly now: Instant;
}): Promise<SendingWorld> {
  const database = await openDatabase(options.databaseUrl, '.');
  const mailTransport = openSmtpTransport({
    url: `smtp://127.0.0.1:${options.relayPort}`,
    from: { name: '末班车', address: 'lastbus@example.org' },
    dkim: null,
    timeouts: TIMEOUTS,
  });
  return {
    database,
    dependencies: {
      book: options.book,
      ...database,
      thisProcess: thisProcess(),
      mailPace: { relayPerSecond: null, domainPerSecond: null },
      mailTransport,
      clock: clockSetTo(options.now),
      pause,
      links: secretLinks('a secret of thirty-two characters'),
      publicUrl: 'https://lastbus.example.org',
      reminderTime: '09:00',
      mailFolder: null,
      onMailWaiting: () => {},
    },
    async close() {
      await mailTransport.close();
      await database.close();
    },
  };
}
