// lastbus schedule FILE [--start-from DAY --start-until DAY]: networks in, schedules out, one a line in order.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { scheduleNetwork } from '../../app/schedule-network.ts';
import { DAY_FORM, parseDay } from '../../domain/day.ts';
import type { Fault } from '../../domain/problem.ts';
import type { SyntaxFault } from '../../input/document.ts';
import { faultLine, faultSentence, jsonPath } from '../../input/fault-text.ts';
import { parseJsonText, parseStrictJsonText } from '../../input/json-document.ts';
import type { CalendarOf } from '../../input/network-file.ts';
import { readInput } from './read-input.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

/** Schedules one network, or a stream of them in constant memory. */
export async function scheduleCommand(
  args: readonly string[],
  calendarOf: CalendarOf,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = parseScheduleArguments(args);
  if (file === '-') return scheduleStandardInput(calendarOf, terminal);
  if (file.endsWith('.jsonl'))
    return scheduleLines(file, linesOfFile(terminal.pathOf(file)), calendarOf, terminal);
  return scheduleOne(file, await readInput(file, terminal), calendarOf, terminal);
}

function parseScheduleArguments(args: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'start-from': { type: 'string' }, 'start-until': { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('schedule: one network file is needed, or - for standard input');
  for (const [option, value] of Object.entries(values)) {
    if (parseDay(value) === null)
      throw new UsageError(`--${option}: not a day, "${value}", allowed: ${DAY_FORM}`);
  }
  return file;
}

/** JSON Lines, or one pretty-printed network: whichever the first line with something on it shows. */
async function scheduleStandardInput(calendarOf: CalendarOf, terminal: Terminal): Promise<ExitCode> {
  const lines = linesOf(terminal.standardInput);
  const blank: string[] = [];
  for (;;) {
    const next = await lines.next();
    if (next.done === true) throw new UsageError('-: standard input is empty');
    if (next.value.trim() === '') {
      blank.push(next.value);
      continue;
    }
    if (parseJsonText(next.value).ok)
      return scheduleLines('-', chain([...blank, next.value], lines), calendarOf, terminal);
    const text = [...blank, next.value, ...(await Array.fromAsync(lines))].join('\n');
    return scheduleOne('-', text, calendarOf, terminal);
  }
}

async function scheduleOne(
  file: string,
  text: string,
  calendarOf: CalendarOf,
  terminal: Terminal,
): Promise<ExitCode> {
  const document = parseStrictJsonText(text);
  if (!document.ok) {
    for (const fault of document.problems) terminal.complain(faultLine(file, fault.place, fault));
    return 2;
  }
  const answer = scheduleNetwork(document.value.value, calendarOf);
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
  calendarOf: CalendarOf,
  terminal: Terminal,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const document = parseJsonText(text);
    const answer = document.ok ? scheduleNetwork(document.value.value, calendarOf) : document;
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
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* chain(
  first: readonly string[],
  rest: AsyncIterable<string>,
): AsyncGenerator<string, undefined> {
  yield* first;
  yield* rest;
}
