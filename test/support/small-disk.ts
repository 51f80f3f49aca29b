// A disk of a few megabytes that a test can fill, free and make read-only: a file system in memory. Mounting one
// takes rights that not every machine gives; without them the tests that need it are skipped, and say so.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves no more than so many octets. */
  readonly fill: (leave?: number) => void;
  /** Makes room again. */
  readonly free: () => void;
  readonly makeReadOnly: () => void;
}

/** Whether this account may mount a file system. When it may not, says so in a line that cannot be overlooked. */
export function canMountDisks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lastbus-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    process.stderr.write(
      '\n!!! SKIPPED: the tests on a full disk. This account may not mount a file system.\n\n',
    );
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Unmounted when the test that is running ends, whoever still has files open there. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'lastbus-disk-'));
  const options = (further: string) => `size=${megabytes}m,mode=0777${further}`;
  execFileSync('mount', ['-t', 'tmpfs', '-o', options(''), 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: (leave = 0) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
    },
    free: () => rmSync(filler),
    makeReadOnly: () => execFileSync('mount', ['-o', `remount,ro,${options('')}`, folder]),
  };
}
