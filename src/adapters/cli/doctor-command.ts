// lastbus doctor [--send-to ADDRESS] [--format text|json]: what it is told, and how it tells what was found.

import { parseArgs } from 'node:util';
import { AREAS, type Finding, type Severity } from '../../app/doctor/finding.ts';
import { parseAddress } from '../../input/mail-address.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

export interface DoctorArguments {
  readonly format: 'text' | 'json';
  /** Where a test mail goes; null: none is sent. */
  readonly sendTo: string | null;
}

export function parseDoctorArguments(args: readonly string[]): DoctorArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { format: { type: 'string', default: 'text' }, 'send-to': { type: 'string' } },
  });
  const { format, 'send-to': typed } = values;
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`--format: not a format, "${format}", allowed: text | json`);
  }
  if (typed === undefined) return { format, sendTo: null };
  const sendTo = parseAddress(typed);
  if (sendTo === null) {
    throw new UsageError(
      `--send-to: not a mail address, "${typed}", allowed: one address, such as you@example.org`,
    );
  }
  return { format, sendTo };
}

const MARKS: Readonly<Record<Severity, string>> = { fine: '✓', warning: '!', mend: '✗' };

/** Exit code 2 when something has to be mended, 0 otherwise. */
export async function printFindings(
  findings: readonly Finding[],
  format: DoctorArguments['format'],
  terminal: Terminal,
): Promise<ExitCode> {
  const ordered = AREAS.flatMap((area) => findings.filter((finding) => finding.area === area));
  const isWell = ordered.every(({ severity }) => severity !== 'mend');
  await terminal.print(
    format === 'json'
      ? `${JSON.stringify({ status: isWell ? 'ok' : 'failed', findings: ordered }, null, 2)}\n`
      : `${textLines(ordered).join('\n')}\n`,
  );
  return isWell ? 0 : 2;
}

function textLines(findings: readonly Finding[]): string[] {
  const width = Math.max(...AREAS.map((area) => area.length));
  const lines = findings.flatMap(({ area, severity, what, remedy }) => [
    `${MARKS[severity]} ${area.padEnd(width)}  ${what}`,
    ...(remedy === null ? [] : [`  ${' '.repeat(width)}  → ${remedy}`]),
  ]);
  return [...lines, '', summaryOf(findings)];
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [mend, warnings] = [count('mend'), count('warning')];
  if (mend === 0 && warnings === 0) return 'All is well.';
  const parts = [
    mend === 0 ? 'Nothing has to be mended' : `To be mended: ${mend}`,
    ...(warnings === 0 ? [] : [`warnings: ${warnings}`]),
  ];
  return `${parts.join('; ')}.`;
}
