// Why a backup was not made or not taken back: one sentence for whoever runs the server, with what to do.

export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

const FILE_TROUBLES: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of its path is a file, not a folder'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'this account may not use it'],
  ['EPERM', 'this account may not use it'],
  ['EROFS', 'that file system is read-only'],
  ['ENOSPC', 'the disk is full'],
]);

/** SQLite's result code for a full disk (https://www.sqlite.org/rescode.html#full). */
const SQLITE_FULL = 13;

/** What the system or SQLite says of a file, in words. */
export function troubleWithFile(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('errcode' in error && error.errcode === SQLITE_FULL) return 'the disk is full';
  return ('code' in error ? FILE_TROUBLES.get(error.code) : undefined) ?? error.message;
}
