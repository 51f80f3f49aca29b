// The commands backup and restore: the data and the key of their links go together. Part of main.

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { printCopied, type RestoreArguments } from './adapters/cli/backup-command.ts';
import type { ExitCode, Terminal } from './adapters/cli/terminal.ts';
import { systemClock } from './adapters/clock/system-clock.ts';
import { BackupRefused } from './adapters/database/backup/backup-refused.ts';
import { openForRestore } from './adapters/database/backup/restore-backup.ts';
import { writeBackup } from './adapters/database/backup/write-backup.ts';
import { parseDatabaseAddress } from './adapters/database/database-address.ts';
import { readSecretKey, writeSecretKey } from './adapters/files/secret-key.ts';
import type { Config } from './config.ts';

/** @throws BackupRefused, DatabaseUnavailable, SecretKeyUnavailable */
export async function backUp(config: Config, file: string, terminal: Terminal): Promise<ExitCode> {
  const { databaseUrl: url, policyDir } = config;
  const secretKey = config.secretKey ?? (await keyOfData(config));
  const madeAt = new Date(systemClock.now()).toISOString();
  const { tables } = await writeBackup({ url, baseFolder: process.cwd(), file, secretKey, madeAt });
  const advice = ['The key of the links is in it: keep it as secret as the data themselves.'];
  if (existsSync(policyDir)) {
    advice.push(`Your own policy files are not in it: copy ${resolve(policyDir)} as well.`);
  }
  return printCopied(`Backup ${file}`, tables, { advice, terminal });
}

async function keyOfData({ databaseUrl }: Config): Promise<string> {
  const path = keyFileOf(databaseUrl);
  const key = path === null ? null : await readSecretKey(path);
  if (key !== null) return key;
  throw new BackupRefused(
    `The key of the links is missing: ${path === null ? 'SECRET_KEY is not set' : `there is no ${path}, and SECRET_KEY is not set`}; without it no link would open a plan of this backup.`,
  );
}

/** Where the key is kept when SECRET_KEY is not set; null: nowhere. */
function keyFileOf(databaseUrl: string): string | null {
  const address = parseDatabaseAddress(databaseUrl, process.cwd());
  return address.engine === 'sqlite' ? join(dirname(address.path), 'secret.key') : null;
}

/** @throws BackupRefused, DatabaseUnavailable, SecretKeyUnavailable; everything is as it was then */
export async function restore(
  config: Config,
  { file, keyFile }: RestoreArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const backup = await openForRestore(file);
  try {
    const { secretKey, madeAt, tables } = backup.notes;
    const written = await placeKey(config, secretKey, keyFile);
    try {
      await backup.restoreInto(config.databaseUrl, process.cwd());
    } catch (error) {
      if (written !== null) await rm(written, { force: true });
      throw error;
    }
    const advice = [adviceOnKey(config, written), 'A server that is running must be started anew to use it.'];
    return await printCopied(`Restored ${file} of ${madeAt}`, tables, { advice, terminal });
  } finally {
    backup.close();
  }
}

/**
 * Sees to it that the links that were given out open the restored plans. No key is ever written over: another
 * database may rest on it.
 *
 * @returns the file into which the key was written; null: it was there already
 */
async function placeKey(config: Config, key: string, keyFile: string | null): Promise<string | null> {
  if (config.secretKey !== null) {
    if (config.secretKey === key) return null;
    throw new BackupRefused(
      'SECRET_KEY is not the key of this backup: no link that was given out would open a plan; set it to the key of the server the backup was made of, or leave it empty.',
    );
  }
  const path = keyFile ?? keyFileOf(config.databaseUrl);
  if (path === null) {
    throw new BackupRefused(
      'SECRET_KEY is not set, and this database keeps no folder for a key: set it to the key of the server the backup was made of, or say with --key-to FILE where the key of the backup shall go.',
    );
  }
  const there = await readSecretKey(path);
  if (there === key) return null;
  if (there === null) {
    await writeSecretKey(path, key);
    return path;
  }
  throw new BackupRefused(
    `The file ${path} holds another key than the backup: if no other data rest on it, move it away (mv ${path} ${path}.old) and restore again.`,
  );
}

function adviceOnKey({ databaseUrl }: Config, written: string | null): string {
  if (written === null) return 'The key of its links is in place.';
  const isFound = written === keyFileOf(databaseUrl);
  return `The key of its links is in ${written}${isFound ? '' : '; set SECRET_KEY to what stands there'}.`;
}
