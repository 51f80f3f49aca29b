// Reads policy and calendar files from folders: the shipped ones, and the host's own, which win.

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrokenPolicyFile, PolicyBook } from '../../app/policy-book.ts';
import type { Draft } from '../../app/policy-shelf.ts';
import type { Result } from '../../domain/problem.ts';
import { type Document, parseDocumentText } from '../../input/document.ts';
import { faultLine } from '../../input/fault-text.ts';
import { type PublishedCalendar, parseCalendarFile } from '../../policies/calendars/calendar-file.ts';
import { assembleFiles } from '../../policies/file/assemble-files.ts';

/** The folder of the policies that come with the program. */
export const SHIPPED_POLICIES = fileURLToPath(new URL('../../policies/data', import.meta.url));

/** In bytes; the largest that is shipped has some 80 thousand. */
const LARGEST_FILE = 1024 * 1024;

/**
 * Reads every `.yaml` and `.yml` below the folders; a later folder's policy replaces an earlier one of the same id.
 * Files in a folder named `calendars` are working calendars.
 *
 * A file that cannot be read or is at fault is left out and named in `broken` with its faults.
 *
 * @param drafts read as if they stood where they are named; those outside of the folders come last.
 */
export async function readPolicyFolders(
  folders: readonly string[],
  drafts: readonly Draft[] = [],
): Promise<PolicyBook> {
  const broken: BrokenPolicyFile[] = [];
  const texts: Draft[] = [];
  const isBelow = (folder: string) => (draft: Draft) => draft.file.startsWith(`${folder}${sep}`);
  for (const folder of folders) {
    const inside = drafts.filter(isBelow(folder));
    for (const file of await yamlFilesBelow(folder, inside, broken)) {
      const text = inside.find((draft) => draft.file === file)?.text ?? (await textOf(file, broken));
      if (text !== null) texts.push({ file, text });
    }
  }
  texts.push(...drafts.filter((draft) => !folders.some((folder) => isBelow(folder)(draft))));
  return bookOf(texts, broken);
}

function bookOf(texts: readonly Draft[], broken: BrokenPolicyFile[]): PolicyBook {
  const calendars = new Map<string, PublishedCalendar>();
  const unread = broken.map(({ file }) => file);
  for (const draft of texts.filter(isCalendar)) {
    const calendar = parse(draft, parseCalendarFile, broken);
    if (calendar !== null) calendars.set(calendar.workingCalendar.id, calendar);
  }
  const documents = texts
    .filter((draft) => !isCalendar(draft))
    .flatMap((draft) => {
      const document = parse(draft, (parsed) => ({ ok: true, value: parsed }), broken);
      return document === null ? [] : [{ file: draft.file, document }];
    });
  const { policies, texts: together, refused } = assembleFiles(documents, new Set(calendars.keys()));
  for (const { file, document, faults } of refused) {
    broken.push({
      file,
      faults: faults.map((fault) => faultLine(file, document.placeOf(fault.path), fault)),
    });
  }
  const files = [...unread, ...texts.map(({ file }) => file)];
  const inOrder = broken.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file));
  return { policies, texts: together, calendars, files, broken: inOrder };
}

type Parser<T> = (document: Document) => Result<T>;

function parse<T>({ file, text }: Draft, parser: Parser<T>, broken: BrokenPolicyFile[]): T | null {
  const document = parseDocumentText(text);
  if (!document.ok) {
    broken.push({ file, faults: document.problems.map((fault) => faultLine(file, fault.place, fault)) });
    return null;
  }
  const parsed = parser(document.value);
  if (parsed.ok) return parsed.value;
  const { placeOf } = document.value;
  broken.push({ file, faults: parsed.problems.map((fault) => faultLine(file, placeOf(fault.path), fault)) });
  return null;
}

function isCalendar({ file }: Draft): boolean {
  return basename(join(file, '..')) === 'calendars';
}

async function textOf(file: string, broken: BrokenPolicyFile[]): Promise<string | null> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) {
      const what = `the file has ${size} bytes, allowed: ${LARGEST_FILE} at most`;
      broken.push({ file, faults: [faultLine(file, { line: 1, column: 1 }, { path: [], what })] });
      return null;
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    broken.push({ file, faults: [unreadable(file, 'the file cannot be read', error)] });
    return null;
  }
}

async function yamlFilesBelow(
  folder: string,
  drafts: readonly Draft[],
  broken: BrokenPolicyFile[],
): Promise<string[]> {
  const drafted = drafts.map(({ file }) => file);
  try {
    const entries = await readdir(folder, { recursive: true });
    const files = entries
      .filter((entry) => entry.endsWith('.yaml') || entry.endsWith('.yml'))
      .map((entry) => join(folder, entry));
    return [...new Set([...files, ...drafted])].toSorted();
  } catch (error) {
    broken.push({ file: folder, faults: [unreadable(folder, 'the folder cannot be read', error)] });
    return [];
  }
}

function unreadable(file: string, what: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return faultLine(file, { line: 1, column: 1 }, { path: [], what: `${what} (${code})` });
}
