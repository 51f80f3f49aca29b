// Opens what the commands share: the policies, the database, the way mails go. Part of main.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pause } from './adapters/clock/system-clock.ts';
import { type Database, openDatabase } from './adapters/database/open-database.ts';
import { stampOfFolders } from './adapters/files/folder-stamp.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from './adapters/files/policy-folder.ts';
import { readOrMakeSecretKey, SecretKeyUnavailable } from './adapters/files/secret-key.ts';
import { writeNewFile } from './adapters/files/write-new-file.ts';
import { openFolderTransport } from './adapters/mail/folder-transport.ts';
import { checkFolder, checkRelay, remembered } from './adapters/mail/mail-check.ts';
import { openSmtpTransport } from './adapters/mail/smtp-transport.ts';
import { thisProcess } from './adapters/process/this-process.ts';
import type { Dependencies } from './app/dependencies.ts';
import { eraseEndedAddresses } from './app/ended-address.ts';
import { type PoliciesInForce, type PolicyFiles, readPoliciesInForce } from './app/policies-in-force.ts';
import type { PolicyBook } from './app/policy-book.ts';
import type { PolicyShelf } from './app/policy-shelf.ts';
import { secretLinks } from './app/secret-links.ts';
import { type Config, ConfigInvalid } from './config.ts';
import type { Clock } from './ports/clock.ts';
import type { DataTally } from './ports/data-tally.ts';
import type { MailTransport } from './ports/mail-transport.ts';

export interface World {
  readonly dependencies: Dependencies;
  /** Where the book of the dependencies comes from. */
  readonly policies: PoliciesInForce;
  /** Whether the database answers; rejects when it does not. */
  readonly checkDatabase: () => Promise<void>;
  /** Whether mails can leave; rejects when they cannot. Cheap: a relay is asked at most every few minutes. */
  readonly checkMail: () => Promise<void>;
  readonly dataTally: DataTally;
  readonly close: () => Promise<void>;
}

type PolicyConfig = Pick<Config, 'policyDir' | 'isPolicyDirSet'>;

export function readBook(config: PolicyConfig): Promise<PolicyBook> {
  return policyShelf(config).read();
}

export function policyShelf(config: PolicyConfig): PolicyShelf {
  return {
    read: (drafts) => readPolicyFolders(policyFolders(config), drafts),
    readShippedWith: (others) => readPolicyFolders([SHIPPED_POLICIES, ...others]),
    ownFolder: resolve(config.policyDir),
    writeNew: writeNewFile,
  };
}

/** A folder that was named and is not there is a fault; the default one may be missing. */
function policyFolders({ policyDir, isPolicyDirSet }: PolicyConfig): string[] {
  const ownFolder = resolve(policyDir);
  return isPolicyDirSet || existsSync(ownFolder) ? [SHIPPED_POLICIES, ownFolder] : [SHIPPED_POLICIES];
}

function policyFiles(config: PolicyConfig): PolicyFiles {
  return {
    read: () => readPolicyFolders(policyFolders(config)),
    stamp: () => stampOfFolders(policyFolders(config)),
  };
}

/** @param publicUrl where the server is reached when the configuration does not say; null: by its port. */
export async function openWorld(config: Config, clock: Clock, publicUrl: string | null): Promise<World> {
  const policies = await readPoliciesInForce(policyFiles(config));
  const database = await openDatabase(config.databaseUrl, process.cwd());
  try {
    return await worldOn(database, { config, policies, clock, publicUrl });
  } catch (error) {
    // Connections that stay open would keep a process alive that has nothing to do.
    await database.close();
    throw error;
  }
}

interface WorldParts {
  readonly config: Config;
  readonly policies: PoliciesInForce;
  readonly clock: Clock;
  readonly publicUrl: string | null;
}

async function worldOn(
  database: Database,
  { config, policies, clock, publicUrl }: WorldParts,
): Promise<World> {
  const links = secretLinks(config.secretKey ?? (await secretKeyBeside(database.folder)));
  await eraseEndedAddresses({ links, subscriptionStore: database.subscriptionStore });
  const mailTransport = await openTransport(config);
  const { planStore, followStore, policyEditionStore } = database;
  const { idempotencyStore, calendarStore, rosterStore, subscriptionStore } = database;
  const { reminderLedger, outbox, leases, mailLanes } = database;
  return {
    dependencies: {
      get book() {
        return policies.book;
      },
      planStore,
      followStore,
      policyEditionStore,
      idempotencyStore,
      calendarStore,
      rosterStore,
      subscriptionStore,
      reminderLedger,
      outbox,
      leases,
      thisProcess: thisProcess(),
      mailLanes,
      mailPace: config.mailPace,
      mailTransport,
      clock,
      pause,
      links,
      publicUrl: config.publicUrl ?? publicUrl ?? `http://${config.host}:${config.port}`,
      reminderTime: config.reminderTime,
      mailFolder: mailTransport.leavesTheHouse ? null : config.mailDir,
      onMailWaiting: () => {},
    },
    policies,
    checkDatabase: () => database.check(),
    checkMail: mailCheckOf(config, clock),
    dataTally: database.dataTally,
    close: async () => {
      await mailTransport.close();
      await database.close();
    },
  };
}

async function secretKeyBeside(folder: string | null): Promise<string> {
  if (folder !== null) return readOrMakeSecretKey(join(folder, 'secret.key'));
  throw new SecretKeyUnavailable(
    'SECRET_KEY is needed: the database keeps no folder on this machine to put a key into.',
  );
}

const SENDER_NAME = '末班车 Lastbus';

/** The way mails go: over the relay, or into the folder. Connects to nothing yet. */
export async function openTransport({ smtpUrl, mailDir, mailFrom, dkim }: Config): Promise<MailTransport> {
  const from = { name: SENDER_NAME, address: mailFrom };
  const key =
    dkim === null
      ? null
      : {
          domainName: dkim.domain,
          keySelector: dkim.selector,
          privateKey: await readDkimKey(dkim.privateKeyFile),
        };
  return smtpUrl === null
    ? openFolderTransport({ folder: resolve(mailDir), from, dkim: key })
    : openSmtpTransport({ url: smtpUrl, from, dkim: key });
}

function mailCheckOf({ smtpUrl, mailDir }: Config, clock: Clock): () => Promise<void> {
  if (smtpUrl === null) return () => checkFolder(mailDir);
  return remembered(() => checkRelay(smtpUrl), clock);
}

async function readDkimKey(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigInvalid([
      `The DKIM key ${file} cannot be read (${code}); set DKIM_PRIVATE_KEY_FILE to one that can.`,
    ]);
  }
}
