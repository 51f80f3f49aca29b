// Reads policy and calendar files from folders: the shipped ones, and the host's own, which win.

import { readFile, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrokenPolicyFile, PolicyBook } from '../../app/policy-book.ts';
import type { Draft } from '../../app/policy-shelf.ts';
import type { Result } from '../../domain/problem.ts';
import { type Document, parseDocumentText } from '../../input/document.ts';
import { faultLine } from '../../input/fault-text.ts';
import { type PublishedCalendar, parseCalendarFile } from '../../policies/calendars/calendar-file.ts';
import { assembleFiles } from '../../policies/file/assemble-files.ts';
import { MOST_FILES, TooManyFiles, yamlFilesBelow } from './yaml-files-below.ts';

/** The folder of the policies that come with the program. */
export const SHIPPED_POLICIES = fileURLToPath(new URL('../../policies/data', import.meta.url));

/** In bytes; the largest that is shipped has some 50 thousand. */
const LARGEST_FILE = 256 * 1024;

/** Of all files below one folder together. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Reads every `.yaml` and `.yml` below the folders; a later folder's policy replaces an earlier one of the same id.
 * Files in a folder named `calendars` are working calendars.
 *
 * A file that cannot be read, is too large or is at fault is left out and named in `broken` with its faults.
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
    const read: Read = { bytes: 0 };
    for (const file of await filesBelow(folder, inside, broken)) {
      const text = inside.find((draft) => draft.file === file)?.text ?? (await textOf(file, read, broken));
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

/** Under way: what the files of one folder have come to. */
interface Read {
  bytes: number;
}

async function textOf(file: string, read: Read, broken: BrokenPolicyFile[]): Promise<string | null> {
  const refuse = (what: string) => {
    broken.push({ file, faults: [faultLine(file, { line: 1, column: 1 }, { path: [], what })] });
    return null;
  };
  try {
    const found = await stat(file);
    // A pipe or a device would be read for ever.
    if (!found.isFile()) return refuse('not a file, allowed: a file with text in it');
    const { size } = found;
    if (size > LARGEST_FILE) return refuse(`the file has ${size} bytes, allowed: ${LARGEST_FILE} at most`);
    if (read.bytes + size > MOST_BYTES)
      return refuse(
        `with it the files below the folder have ${read.bytes + size} bytes, allowed: ${MOST_BYTES} at most`,
      );
    read.bytes += size;
    return await readFile(file, 'utf8');
  } catch (error) {
    broken.push({ file, faults: [unreadable(file, 'the file cannot be read', error)] });
    return null;
  }
}

async function filesBelow(
  folder: string,
  drafts: readonly Draft[],
  broken: BrokenPolicyFile[],
): Promise<string[]> {
  try {
    const drafted = drafts.map(({ file }) => file);
    return [...new Set([...(await yamlFilesBelow(folder)), ...drafted])].toSorted();
  } catch (error) {
    const fault =
      error instanceof TooManyFiles
        ? tooManyFiles(folder, error)
        : unreadable(folder, 'the folder cannot be read', error);
    broken.push({ file: folder, faults: [fault] });
    return [];
  }
}

function tooManyFiles(folder: string, { message }: TooManyFiles): string {
  const what = `${message}, none of them is read`;
  const allowed = `a folder of policies, ${MOST_FILES} of them at most`;
  return faultLine(folder, { line: 1, column: 1 }, { path: [], what, allowed });
}

function unreadable(file: string, what: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return faultLine(file, { line: 1, column: 1 }, { path: [], what: `${what} (${code})` });
}
