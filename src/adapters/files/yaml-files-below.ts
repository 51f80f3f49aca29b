// The names of the policy files below a folder. Whoever names a whole disk by a slip is told so, and it is not walked.

import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** As many as two decades of some cities would fill. */
export const MOST_FILES = 200;

/** Files of other kinds and folders among them. */
const MOST_ENTRIES = 5000;

/** The folder holds more than policies. */
export class TooManyFiles extends Error {}

/** The paths of all `.yaml` and `.yml` below the folder, in order. @throws TooManyFiles, and what the disk says */
export async function yamlFilesBelow(folder: string, mostEntries = MOST_ENTRIES): Promise<string[]> {
  const files: string[] = [];
  let entries = 0;
  for await (const { name, parentPath } of await opendir(folder, { recursive: true })) {
    entries += 1;
    if (entries > mostEntries) throw new TooManyFiles(`more than ${mostEntries} files and folders`);
    if (/\.ya?ml$/.test(name)) files.push(join(parentPath, name));
    if (files.length > MOST_FILES) throw new TooManyFiles(`more than ${MOST_FILES} policy files`);
  }
  return files.toSorted();
}
