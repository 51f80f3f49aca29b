// The real program in one process: shipped policies, SQLite in a folder of its own, mails as files, and a clock
// that the test moves. Nothing of ours is replaced.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { type ParsedMail, simpleParser } from 'mailparser';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { openFolderTransport } from '../../src/adapters/mail/folder-transport.ts';
import { createLastbus } from '../../src/app/create-lastbus.ts';
import type { Dependencies } from '../../src/app/dependencies.ts';
import { dispatchReminders } from '../../src/app/dispatch-reminders.ts';
import type { Lastbus } from '../../src/app/lastbus.ts';
import { secretLinks } from '../../src/app/secret-links.ts';
import type { DispatchCounts } from '../../src/app/sending/dispatch-counts.ts';
import type { Instant } from '../../src/ports/clock.ts';
import type { MailTransport } from '../../src/ports/mail-transport.ts';
import { AS_FAST_AS_THEY_GO } from './sending.ts';

export interface TestWorld {
  readonly lastbus: Lastbus;
  readonly dependencies: Dependencies;
  /** Sets the clock to a time in Shanghai, `2026-11-22T10:00`. */
  readonly setTime: (shanghai: string) => void;
  /** What the clock shows, in Shanghai: waits move it on. */
  readonly time: () => string;
  readonly dispatch: (signal?: AbortSignal) => Promise<DispatchCounts>;
  /** The mails written so far, oldest first. */
  readonly mails: () => Promise<readonly ParsedMail[]>;
  readonly close: () => Promise<void>;
}

const book = await readPolicyFolders([SHIPPED_POLICIES]);

export function shanghai(time: string): Instant {
  return DateTime.fromISO(time, { zone: 'Asia/Shanghai' }).toMillis() as Instant;
}

/** A world at 10:00 on Sunday 2026-11-22 in Shanghai; `transport` stands in for the folder of mails. */
export async function openTestWorld(
  transport?: MailTransport,
  changes: Partial<Dependencies> = {},
): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-test-'));
  const mailFolder = join(folder, 'mail');
  const database = await openDatabase('sqlite:./lastbus.sqlite', folder);
  const from = { name: '末班车', address: 'lastbus@example.org' };
  let now = shanghai('2026-11-22T10:00');
  const dependencies: Dependencies = {
    book,
    planStore: database.planStore,
    followStore: database.followStore,
    policyEditionStore: database.policyEditionStore,
    idempotencyStore: database.idempotencyStore,
    calendarStore: database.calendarStore,
    rosterStore: database.rosterStore,
    subscriptionStore: database.subscriptionStore,
    reminderLedger: database.reminderLedger,
    outbox: database.outbox,
    leases: database.leases,
    ...AS_FAST_AS_THEY_GO,
    mailLanes: database.mailLanes,
    mailTransport: transport ?? openFolderTransport({ folder: mailFolder, from, dkim: null }),
    clock: { now: () => now },
    pause: async (milliseconds) => {
      now = (now + milliseconds) as Instant;
    },
    links: secretLinks('a secret of thirty-two characters'),
    publicUrl: 'https://lastbus.example.org',
    reminderTime: '09:00',
    mailFolder,
    onMailWaiting: () => {},
    ...changes,
  };
  return {
    lastbus: createLastbus(dependencies),
    dependencies,
    setTime: (time) => {
      now = shanghai(time);
    },
    time: () => DateTime.fromMillis(now, { zone: 'Asia/Shanghai' }).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    dispatch: (signal) => dispatchReminders(dependencies, signal),
    mails: async () => {
      const names = await readdir(mailFolder).catch(() => []);
      const parsed = await Promise.all(
        names.map(async (name) => simpleParser(await readFile(join(mailFolder, name)))),
      );
      return parsed.toSorted((a, b) => (a.messageId ?? '').localeCompare(b.messageId ?? ''));
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The token in the link of a mail that leads to `place`, such as `reminders/confirm`. */
export function tokenIn(mail: ParsedMail | undefined, place: string): string {
  const match = new RegExp(`https://lastbus\\.example\\.org/${place}/([A-Za-z0-9_-]{22})`).exec(
    mail?.text ?? '',
  );
  if (match?.[1] === undefined) throw new Error(`no link to ${place} in the mail: ${mail?.text}`);
  return match[1];
}

export const ONLINE_CASE = {
  policy: 'shanghai-2027',
  facts: { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged', childOnPointsNotice: 'yes' },
};

/** Stores the online case and confirms `address` for its reminders. */
export async function subscribed(
  world: TestWorld,
  address = 'parent@example.com',
): Promise<{ edit: string; feed: string }> {
  const stored = await world.lastbus.storePlan(ONLINE_CASE, 'zh');
  if (!stored.ok || stored.value.tokens.edit === null) throw new Error('the case of a test is at fault');
  const { edit, feed } = stored.value.tokens;
  await world.lastbus.subscribe(edit, address, 'zh');
  await world.dispatch();
  const mails = await world.mails();
  const confirmation = mails.find(({ to }) => !Array.isArray(to) && to?.text === address);
  await world.lastbus.confirm(tokenIn(confirmation, 'reminders/confirm'));
  return { edit, feed };
}
