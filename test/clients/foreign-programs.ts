// The programs of others that these tests ask: where they are, and what is said where they are not. From Debian:
// python3-icalendar python3-vobject python3-gi gir1.2-ical-3.0 vdirsyncer khal.

import { spawnSync } from 'node:child_process';

/** Debian's own Python comes first: only that one has Debian's modules. */
export const PYTHON = ['/usr/bin/python3', 'python3'].find((path) => canRun(path, ['--version'])) ?? null;

export function canRun(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Whether Python can run these statements. */
export function canImport(statements: string): boolean {
  return PYTHON !== null && canRun(PYTHON, ['-B', '-c', statements]);
}

/** Says loudly what is not tested. */
export function tellSkipped(missing: readonly string[], what: string): void {
  if (missing.length === 0) return;
  process.stderr.write(`\n!!! NOT INSTALLED: ${missing.join(', ')}. SKIPPED: ${what}.\n\n`);
}
