// lastbus policies announce ID --cutoff [CUTOFF=]DAY[THH:MM] --opens DAY --fee GROUP=AMOUNT … --source URL
// --published DAY [--title TEXT] [--out FILE] [--lang zh|en]

import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { announcePolicy } from '../../../app/announce/announce-policy.ts';
import { faultSentence } from '../../../input/fault-text.ts';
import { type ExitCode, UsageError } from '../terminal.ts';
import { changeLines } from './change-lines.ts';
import { LANGUAGE_OPTION, localeOf } from './language-option.ts';
import type { PolicyWork } from './policies-command.ts';

/** Writes what was announced beside the policies, and says what is different by it. */
export async function announceCommand(args: readonly string[], work: PolicyWork): Promise<ExitCode> {
  const { shelf, todayIn, terminal } = work;
  const { id, typed, out, locale } = parseAnnounceArguments(args);
  const file = out === undefined ? null : terminal.pathOf(out);
  const announced = await announcePolicy(id, typed, file, { shelf, todayIn }).catch(cannotBeWritten);
  switch (announced.kind) {
    case 'refused':
      for (const fault of announced.faults) terminal.complain(`${fault.path[0]}: ${faultSentence(fault)}`);
      return 2;
    case 'does-not-fit':
      for (const line of announced.lines) terminal.complain(line);
      return 2;
    case 'file-exists':
      terminal.complain(`--out: there is such a file already, "${announced.file}", allowed: a new name`);
      return 2;
    case 'written': {
      const today = todayIn(String(announced.after.zone));
      const lines = changeLines(announced.before, announced.after, locale, today);
      const counts =
        dirname(announced.file) === shelf.ownFolder
          ? 'Commands read it from now on, a running server at its next start.'
          : `It counts once it lies in ${shelf.ownFolder}; a running server reads it at its next start.`;
      await terminal.print([...lines, '', `Written to ${announced.file}`, counts, ''].join('\n'));
      return 0;
    }
  }
}

function cannotBeWritten(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
  throw new UsageError(`${error.path}: it cannot be written (${error.code})`);
}

function parseAnnounceArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      cutoff: { type: 'string', multiple: true, default: [] },
      opens: { type: 'string' },
      fee: { type: 'string', multiple: true, default: [] },
      source: { type: 'string' },
      published: { type: 'string' },
      title: { type: 'string' },
      out: { type: 'string' },
      ...LANGUAGE_OPTION,
    },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError('policies announce: one policy is needed, by its id');
  const { cutoff: cutoffs, fee: fees, opens, source, published, title, out, lang } = values;
  return { id, typed: { cutoffs, fees, opens, source, published, title }, out, locale: localeOf(lang) };
}
