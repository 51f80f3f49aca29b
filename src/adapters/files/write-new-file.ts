// Writes a file that must not be there yet, so that a reader finds it whole or not at all.

import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Draft } from '../../app/policy-shelf.ts';

/**
 * Makes the folders above it too. False: there is a file of that name, which stays as it is.
 *
 * The text goes into a file beside it that is then given its name: a rename would take the place of what another
 * process has written meanwhile, a second name is refused.
 */
export async function writeNewFile({ file, text }: Draft): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text, { flag: 'wx' });
    await link(unfinished, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}
