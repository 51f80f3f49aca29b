// The commands about policies in this process: the shipped files, an own folder that goes with the test, and a day
// that stands still.

import { policiesCommand } from '../../../src/adapters/cli/policies/policies-command.ts';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../../src/adapters/files/policy-folder.ts';
import { writeNewFile } from '../../../src/adapters/files/write-new-file.ts';
import type { PolicyShelf } from '../../../src/app/policy-shelf.ts';
import { day } from '../../support/sample-plan.ts';
import { folderWith } from './commands.ts';

export interface PolicyCommands {
  /** Runs `lastbus policies ARGS`; the own folder is left out of what it says. */
  readonly run: (...args: string[]) => Promise<{
    readonly exitCode: number;
    readonly lines: readonly string[];
    readonly complaints: readonly string[];
  }>;
  readonly ownFolder: string;
}

/** @param files of the own folder, by path. @param today seen in every zone. */
export function policyCommands(
  files: Readonly<Record<string, string>> = {},
  today = '2026-11-22',
): PolicyCommands {
  const ownFolder = folderWith(files);
  const shelf: PolicyShelf = {
    read: (drafts) => readPolicyFolders([SHIPPED_POLICIES, ownFolder], drafts),
    readShippedWith: (folders) => readPolicyFolders([SHIPPED_POLICIES, ...folders]),
    ownFolder,
    writeNew: writeNewFile,
  };
  return {
    ownFolder,
    run: async (...args) => {
      const printed: string[] = [];
      const complaints: string[] = [];
      const without = (text: string) => text.replaceAll(`${ownFolder}/`, '');
      const exitCode = await policiesCommand(args, {
        shelf,
        todayIn: () => day(today),
        terminal: {
          print: async (text) => void printed.push(text),
          complain: (line) => void complaints.push(without(line)),
          standardInput: (async function* () {})(),
          standardInputOctets: (async function* () {})(),
          pathOf: (typed) => typed,
        },
      });
      const lines = without(printed.join('')).trimEnd().split('\n');
      return { exitCode, lines, complaints };
    },
  };
}
