// lastbus schedule FILE [--start-from DAY --start-until DAY]: networks in, schedules out, one a line in order.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type StartRange, scheduleNetwork } from '../../app/schedule-network.ts';
import { DAY_FORM, type Day, parseDay } from '../../domain/day.ts';
import type { Fault, Result } from '../../domain/problem.ts';
import type { SyntaxFault } from '../../input/document.ts';
import { faultLine, faultSentence, jsonPath } from '../../input/fault-text.ts';
import { isBeginningOfJson, parseJsonText, parseStrictJsonText } from '../../input/json-document.ts';
import type { CalendarOf } from '../../input/network-file.ts';
import { readInput } from './read-input.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

/** The answer to one parsed network. */
type Schedule = (value: unknown) => Result<object>;

/** Schedules one network, or a stream of them in constant memory. */
export async function scheduleCommand(
  args: readonly string[],
  calendarOf: CalendarOf,
  terminal: Terminal,
): Promise<ExitCode> {
  const { file, starts } = parseScheduleArguments(args);
  const schedule: Schedule = (value) => scheduleNetwork(value, calendarOf, starts);
  if (file === '-') return scheduleStandardInput(schedule, terminal);
  if (file.endsWith('.jsonl'))
    return scheduleLines(file, linesOfFile(terminal.pathOf(file)), schedule, terminal);
  return scheduleOne(file, await readInput(file, terminal), schedule, terminal);
}

function parseScheduleArguments(args: readonly string[]): { file: string; starts: StartRange | null } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'start-from': { type: 'string' }, 'start-until': { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('schedule: one network file is needed, or - for standard input');
  const from = dayOption('--start-from', values['start-from']);
  const until = dayOption('--start-until', values['start-until']);
  if ((from === null) !== (until === null)) {
    throw new UsageError('schedule: --start-from and --start-until go together');
  }
  if (from === null || until === null) return { file, starts: null };
  if (from > until) throw new UsageError('--start-from: after --start-until');
  return { file, starts: { from, until } };
}

function dayOption(option: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === null) throw new UsageError(`${option}: not a day, "${text}", allowed: ${DAY_FORM}`);
  return day;
}

/** JSON Lines, or one pretty-printed network: whichever the first line with something on it shows. */
async function scheduleStandardInput(schedule: Schedule, terminal: Terminal): Promise<ExitCode> {
  const lines = linesOf(terminal.standardInput);
  const blank: string[] = [];
  for (;;) {
    const next = await lines.next();
    if (next.done === true) throw new UsageError('-: standard input is empty');
    if (next.value.trim() === '') {
      blank.push(next.value);
      continue;
    }
    if (!isBeginningOfJson(next.value))
      return scheduleLines('-', chain([...blank, next.value], lines), schedule, terminal);
    const text = [...blank, next.value, ...(await Array.fromAsync(lines))].join('\n');
    return scheduleOne('-', text, schedule, terminal);
  }
}

async function scheduleOne(
  file: string,
  text: string,
  schedule: Schedule,
  terminal: Terminal,
): Promise<ExitCode> {
  const document = parseStrictJsonText(text);
  if (!document.ok) {
    for (const fault of document.problems) terminal.complain(faultLine(file, fault.place, fault));
    return 2;
  }
  const answer = schedule(document.value.value);
  if (!answer.ok) {
    for (const fault of answer.problems) {
      terminal.complain(faultLine(file, document.value.placeOf(fault.path), fault));
    }
    return 2;
  }
  await terminal.print(`${JSON.stringify(answer.value, null, 2)}\n`);
  return 0;
}

async function scheduleLines(
  file: string,
  lines: AsyncIterable<string>,
  schedule: Schedule,
  terminal: Terminal,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const document = parseJsonText(text);
    const answer = document.ok ? schedule(document.value.value) : document;
    if (answer.ok) {
      await terminal.print(`${JSON.stringify(answer.value)}\n`);
      continue;
    }
    exitCode = 2;
    const id = document.ok ? Object(document.value.value).id : undefined;
    for (const fault of answer.problems) {
      const { column } = document.ok ? document.value.placeOf(fault.path) : placeOfSyntax(fault);
      terminal.complain(faultLine(file, { line, column }, fault));
    }
    const problems = answer.problems.map((fault) => ({
      path: jsonPath(fault.path),
      message: faultSentence(fault),
    }));
    await terminal.print(`${JSON.stringify({ id: id ?? null, problems })}\n`);
  }
  return exitCode;
}

function placeOfSyntax(fault: Fault | SyntaxFault): { column: number } {
  return 'place' in fault ? fault.place : { column: 1 };
}

async function* linesOfFile(path: string): AsyncGenerator<string, undefined> {
  try {
    yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new UsageError(`${path}: it cannot be read`, { cause: error });
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield withoutReturn(line);
  }
  if (rest !== '') yield withoutReturn(rest);
}

async function* chain(
  first: readonly string[],
  rest: AsyncIterable<string>,
): AsyncGenerator<string, undefined> {
  yield* first;
  yield* rest;
}

/** Windows ends its lines with a carriage return as well. */
function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
