// lastbus policies diff A B [--lang zh|en]

import { parseArgs } from 'node:util';
import { parseDocumentText } from '../../../input/document.ts';
import type { FileValue } from '../../../policies/file/merge.ts';
import { readInput } from '../read-input.ts';
import { type ExitCode, UsageError } from '../terminal.ts';
import { changeLines } from './change-lines.ts';
import { LANGUAGE_OPTION, localeOf } from './language-option.ts';
import type { PolicyWork } from './policies-command.ts';
import { unknownPolicyLine } from './unknown-policy.ts';

/** What is different in B. Each of the two is the id of a policy, or a file as it would be read beside the others. */
export async function diffCommand(args: readonly string[], work: PolicyWork): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: LANGUAGE_OPTION,
  });
  const [a, b, ...more] = positionals;
  if (a === undefined || b === undefined || more.length > 0)
    throw new UsageError('policies diff: two policies are needed, each by its id or its file');
  const locale = localeOf(values.lang);
  const [before, after] = [await findPolicy(a, work), await findPolicy(b, work)];
  for (const side of [before, after])
    if (!('value' in side)) for (const line of side.lines) work.terminal.complain(line);
  if (!('value' in before) || !('value' in after)) return 2;
  await work.terminal.print(`${a} → ${b}\n`);
  for (const line of changeLines(before.value, after.value, locale, work.todayIn(after.zone)))
    await work.terminal.print(`${line}\n`);
  return 0;
}

type Side = { readonly value: FileValue; readonly zone: string } | { readonly lines: readonly string[] };

async function findPolicy(named: string, { shelf, terminal }: PolicyWork): Promise<Side> {
  const isFile = /\.ya?ml$/.test(named);
  const draft = isFile ? { file: terminal.pathOf(named), text: await readInput(named, terminal) } : null;
  const book = await shelf.read(draft === null ? [] : [draft]);
  const faults = book.broken.filter(({ file }) => file === draft?.file);
  if (faults.length > 0) return { lines: faults.flatMap((one) => one.faults) };
  const id = draft === null ? named : policyIn(draft.text);
  const text = book.texts.get(id);
  const policy = book.policies.get(id);
  if (text === undefined || policy === undefined) return { lines: [unknownPolicyLine('diff', id, book)] };
  return { value: text.value, zone: policy.zone };
}

/** The policy that a file tells, or that it announces something of. */
function policyIn(text: string): string {
  const document = parseDocumentText(text);
  const value = Object(document.ok ? document.value.value : null);
  return String(value.policy ?? value.announces ?? '');
}
