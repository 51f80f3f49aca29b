// The shipped policy of Shanghai 2026 with small edits, in a folder that goes with the test.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import type { Policy } from '../../src/policies/policy.ts';

const shipped = readFileSync(join(SHIPPED_POLICIES, 'shanghai/2026.yaml'), 'utf8');

export const book = await readPolicyFolders([SHIPPED_POLICIES]);

/** A shipped policy; throws where there is none of that id. */
export function shippedPolicy(id: string): Policy {
  const policy = book.policies.get(id);
  if (policy === undefined) throw new Error(`the policy of a test is not there: ${id}`);
  return policy;
}

/** The text of the shipped policy with the first match of each pattern replaced; throws where one is not there. */
export function edited(...edits: readonly (readonly [found: RegExp, replacement: string])[]): string {
  return edits.reduce((text, [found, replacement]) => {
    if (!found.test(text)) throw new Error(`the edit of a test finds nothing: ${found}`);
    return text.replace(found, replacement);
  }, shipped);
}

/** A folder with the files given by path, removed after the test. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lastbus-policies-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The faults of a policy file with this text, its folder left out of the lines. */
export async function faultsOf(text: string): Promise<string[]> {
  const folder = await folderOf({ 'policy.yaml': text });
  const { broken } = await readPolicyFolders([SHIPPED_POLICIES, folder]);
  return broken.flatMap(({ faults }) => faults.map((fault) => fault.replace(`${folder}/`, '')));
}

/** Line and column of the first place where `part` stands in `text`, as in messages: `12:5`. */
export function placeOf(text: string, part: string | RegExp): string {
  const index = typeof part === 'string' ? text.indexOf(part) : text.search(part);
  if (index < 0) throw new Error(`the part of a test is not there: ${part}`);
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
