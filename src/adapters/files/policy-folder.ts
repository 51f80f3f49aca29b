// Reads policy and calendar files from folders: the shipped ones, and the host's own, which win.

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrokenPolicyFile, PolicyBook } from '../../app/policy-book.ts';
import type { Result } from '../../domain/problem.ts';
import { type Document, parseDocumentText, type SyntaxFault } from '../../input/document.ts';
import { faultLine } from '../../input/fault-text.ts';
import { type PublishedCalendar, parseCalendarFile } from '../../policies/calendars/calendar-file.ts';
import { parsePolicyFile } from '../../policies/file/policy-file.ts';
import type { Policy } from '../../policies/policy.ts';

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
  const files: { file: string; text: string }[] = [];
  for (const folder of folders) {
    for (const file of await yamlFilesBelow(folder, broken)) {
      try {
        files.push({ file, text: await readFile(file, 'utf8') });
      } catch (error) {
        broken.push({ file, faults: [`the file cannot be read: ${String(error)}`] });
      }
    }
  }
  for (const { file, text } of files.filter((one) => isCalendar(one.file))) {
    const calendar = parse(file, text, parseCalendarFile, broken);
    if (calendar !== null) calendars.set(calendar.workingCalendar.id, calendar);
  }
  // Calendars first: a policy whose calendar is not there must not replace one that works.
  const parser: Parser<Policy> = (document) => withCalendar(parsePolicyFile(document), calendars);
  for (const { file, text } of files.filter((one) => !isCalendar(one.file))) {
    const policy = parse(file, text, parser, broken);
    if (policy !== null) policies.set(policy.id, policy);
  }
  return { policies, calendars, broken };
}

function withCalendar(parsed: Result<Policy>, calendars: ReadonlyMap<string, unknown>): Result<Policy> {
  if (!parsed.ok || calendars.has(parsed.value.calendar)) return parsed;
  const { calendar: value } = parsed.value;
  const allowed = [...calendars.keys()].join(' | ');
  return { ok: false, problems: [{ path: ['calendar'], what: 'unknown calendar', value, allowed }] };
}

type Parser<T> = (document: Document) => Result<T>;

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
