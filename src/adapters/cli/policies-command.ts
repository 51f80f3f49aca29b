// lastbus policies list · policies show ID

import type { PolicyBook } from '../../app/policy-book.ts';
import { formatDay } from '../../domain/day.ts';
import { renderPolicyText } from './policy-text.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

export async function policiesCommand(
  args: readonly string[],
  { policies, broken }: PolicyBook,
  terminal: Terminal,
): Promise<ExitCode> {
  const [verb, id, ...more] = args;
  if (verb === 'list' && id === undefined) {
    for (const policy of [...policies.values()].toSorted((a, b) => a.id.localeCompare(b.id))) {
      const { title, status, verifiedOn } = policy;
      await terminal.print(
        `${policy.id}\t${status}\tverified ${formatDay(verifiedOn)}\t${title.zh}\t${title.en}\n`,
      );
    }
    for (const { file, faults } of broken) {
      await terminal.print(`${file}\tleft out\t${faults.length} fault(s)\n`);
      for (const fault of faults) terminal.complain(fault);
    }
    return 0;
  }
  if (verb === 'show' && id !== undefined && more.length === 0) {
    const policy = policies.get(id);
    if (policy === undefined) {
      const allowed = [...policies.keys()].toSorted().join(' | ');
      terminal.complain(`policies show: unknown policy, "${id}", allowed: ${allowed}`);
      return 2;
    }
    await terminal.print(renderPolicyText(policy));
    return 0;
  }
  throw new UsageError('policies: allowed: list | show ID');
}
