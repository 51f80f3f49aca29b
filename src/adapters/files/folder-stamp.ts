// Whether the policy files may have changed, without reading them. By looking and not by watching: a watcher sees
// nothing on network folders and in many containers, and misses a folder that is put in the place of another one.

import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { yamlFilesBelow } from './yaml-files-below.ts';

/** A short text that changes with the name, size, time or identity of any YAML file below the folders. */
export async function stampOfFolders(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = await yamlFilesBelow(folder).catch((error) => [`${folder}: ${codeOf(error)}`]);
    for (const file of files) {
      const told = await stat(file).then(
        ({ size, mtimeMs, ino }) => [size, mtimeMs, ino],
        (error) => [codeOf(error)],
      );
      hash.update(JSON.stringify([file, ...told]));
    }
  }
  return hash.digest('base64url');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
