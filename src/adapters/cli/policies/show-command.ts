// lastbus policies show ID [--lang zh|en]

import { parseArgs } from 'node:util';
import { type Entry, SECTIONS } from '../../../app/told-policy/entry.ts';
import { policyWordsOf } from '../../../app/told-policy/policy-words.ts';
import { tellPolicy } from '../../../app/told-policy/tell-policy.ts';
import type { Day } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import { type ExitCode, UsageError } from '../terminal.ts';
import { LANGUAGE_OPTION, localeOf } from './language-option.ts';
import type { PolicyWork } from './policies-command.ts';
import { sourceLine } from './source-line.ts';
import { tableLines } from './table.ts';
import { unknownPolicyLine } from './unknown-policy.ts';

/** Everything that a policy says, each value with who says so. */
export async function showCommand(
  args: readonly string[],
  { shelf, todayIn, terminal }: PolicyWork,
): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: LANGUAGE_OPTION,
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError('policies show: one policy is needed, by its id');
  const locale = localeOf(values.lang);
  const book = await shelf.read();
  const policy = book.policies.get(id);
  const text = book.texts.get(id);
  if (policy === undefined || text === undefined) {
    terminal.complain(unknownPolicyLine('show', id, book));
    return 2;
  }
  const today = todayIn(policy.zone);
  await terminal.print(`${id}${policy.basedOn === null ? '' : ` < ${policy.basedOn}`}\n`);
  for (const file of text.announcements) await terminal.print(`+ ${file}\n`);
  const entries = tellPolicy(text.value, locale);
  for (const section of SECTIONS) {
    const told = entries.filter((entry) => entry.section === section);
    if (told.length === 0) continue;
    await terminal.print(`\n${policyWordsOf(locale).section[section]}\n`);
    for (const line of sectionLines(told, locale, today)) await terminal.print(`${line}\n`);
  }
  return 0;
}

function sectionLines(entries: readonly Entry[], locale: Locale, today: Day): string[] {
  return [...Map.groupBy(entries, ({ item }) => item)].flatMap(([item, parts]) => {
    const margin = item === '' ? '  ' : '    ';
    const lines = tableLines(parts.map(({ label, value }) => [label, value]));
    const told = parts.flatMap(({ source }, index) => {
      // Values that stand together on one source's word are followed by it once.
      const isLast = parts[index + 1]?.source?.id !== source?.id || index === parts.length - 1;
      const says = source !== null && isLast ? [`${margin}  ${sourceLine(source, locale, today)}`] : [];
      return [`${margin}${lines[index]}`, ...says];
    });
    return item === '' ? told : [`  ${item}`, ...told];
  });
}
