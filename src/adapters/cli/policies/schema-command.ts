// lastbus policies schema

import { policyJsonSchema } from '../../../policies/file/policy-json-schema.ts';
import { type ExitCode, UsageError } from '../terminal.ts';
import type { PolicyWork } from './policies-command.ts';

/** Prints the JSON Schema of policy files, for editors; the same is shipped as policies/data/policy.schema.json. */
export async function schemaCommand(
  args: readonly string[],
  { terminal }: Pick<PolicyWork, 'terminal'>,
): Promise<ExitCode> {
  if (args.length > 0) throw new UsageError('policies schema: takes nothing else');
  await terminal.print(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  return 0;
}
