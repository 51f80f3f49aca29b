// Reads policy and calendar files from folders: the shipped ones, and the host's own, which win.

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrokenPolicyFile, PolicyBook } from '../../app/policy-book.ts';
import type { Fault } from '../../domain/problem.ts';
import { type Document, parseDocumentText, type SyntaxFault } from '../../input/document.ts';
import { faultLine } from '../../input/fault-text.ts';
import { type PublishedCalendar, parseCalendarFile } from '../../policies/calendar-file.ts';
import type { Policy } from '../../policies/policy.ts';
import { parsePolicyFile } from '../../policies/policy-file.ts';

/** The folder of the policies that come with the program. */
export const SHIPPED_POLICIES = fileURLToPath(new URL('../../policies/data', import.meta.url));

/**
 * Reads every `.yaml` below the folders; a later folder's policy replaces an earlier one of the same id. Files
 * in a folder named `calendars` are working calendars.
 *
 * A file that cannot be read or is at fault is left out and named in `broken` with its faults.
 */
export async function readPolicyFolders(folders: readonly string[]): Promise<PolicyBook> {
  const policies = new Map<string, Policy>();
  const calendars = new Map<string, PublishedCalendar>();
  const broken: BrokenPolicyFile[] = [];
  for (const folder of folders) {
    for (const file of await yamlFilesBelow(folder, broken)) {
      const text = await readFile(file, 'utf8');
      if (isCalendar(file)) {
        const calendar = parse(file, text, parseCalendarFile, broken);
        if (calendar !== null) calendars.set(calendar.workingCalendar.id, calendar);
      } else {
        const policy = parse(file, text, parsePolicyFile, broken);
        if (policy !== null) policies.set(policy.id, policy);
      }
    }
  }
  for (const policy of policies.values()) {
    if (calendars.has(policy.calendar)) continue;
    policies.delete(policy.id);
    const faults = [
      `$.calendar: unknown calendar, "${policy.calendar}", allowed: ${[...calendars.keys()].join(' | ')}`,
    ];
    broken.push({ file: policy.id, faults });
  }
  return { policies, calendars, broken };
}

type Parser<T> = (document: Document) => { ok: true; value: T } | { ok: false; problems: readonly Fault[] };

function parse<T>(file: string, text: string, parser: Parser<T>, broken: BrokenPolicyFile[]): T | null {
  const document = parseDocumentText(text);
  if (!document.ok) {
    broken.push({ file, faults: document.problems.map((fault) => syntaxLine(file, fault)) });
    return null;
  }
  const parsed = parser(document.value);
  if (parsed.ok) return parsed.value;
  const { placeOf } = document.value;
  broken.push({ file, faults: parsed.problems.map((fault) => faultLine(file, placeOf(fault.path), fault)) });
  return null;
}

function syntaxLine(file: string, fault: SyntaxFault): string {
  return faultLine(file, fault.place, fault);
}

function isCalendar(file: string): boolean {
  return basename(join(file, '..')) === 'calendars';
}

async function yamlFilesBelow(folder: string, broken: BrokenPolicyFile[]): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries
      .filter((entry) => entry.endsWith('.yaml') || entry.endsWith('.yml'))
      .map((entry) => join(folder, entry))
      .toSorted();
  } catch (error) {
    broken.push({ file: folder, faults: [`the folder cannot be read: ${String(error)}`] });
    return [];
  }
}
