// The key that secret links are made with, in a file beside the data: made once, read ever after.

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/** The key file cannot be made or read. */
export class SecretKeyUnavailable extends Error {}

/**
 * The key in `path`; where there is no such file, a new one is made that only its owner can read. Losing the
 * file turns every link given out into an unknown one.
 */
export async function readOrMakeSecretKey(path: string): Promise<string> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // wx: of several processes that start at once one makes the file, the others read it.
    await writeFile(path, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, {
      flag: 'wx',
      mode: OWNER_ONLY,
    });
  } catch (error) {
    if (!isExisting(error)) throw unavailable(path, error);
  }
  const key = await readSecretKey(path);
  if (key === null) throw unavailable(path, 'it was removed this moment');
  return key;
}

/** The key in `path`; null: there is no such file. */
export async function readSecretKey(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw unavailable(path, error);
  }
}

/** Writes a key that was made elsewhere; a file that is there stays as it is and is `unavailable`. */
export async function writeSecretKey(path: string, key: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, `${key}\n`, { flag: 'wx', mode: OWNER_ONLY });
  } catch (error) {
    throw unavailable(path, error);
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function unavailable(path: string, cause: unknown): SecretKeyUnavailable {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new SecretKeyUnavailable(
    `The key file ${path} cannot be made or read (${code}); make its folder writable, or set SECRET_KEY.`,
    { cause },
  );
}
