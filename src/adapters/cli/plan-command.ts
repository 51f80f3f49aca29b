// lastbus plan CASE [--as-of DAY] [--format text|json|ics] [--route ID] [--lang zh|en] [--out FILE]

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Lastbus } from '../../app/lastbus.ts';
import { DAY_FORM, parseDay } from '../../domain/day.ts';
import { LOCALES } from '../../domain/localized.ts';
import type { Result } from '../../domain/problem.ts';
import { renderPlainText } from '../../emitters/plain-text.ts';
import { renderPlanJson } from '../../emitters/plan-json/plan-json.ts';
import { parseDocumentText } from '../../input/document.ts';
import { faultLine } from '../../input/fault-text.ts';
import { readInput } from './read-input.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

type Previews = Pick<Lastbus, 'previewPlan' | 'previewCalendar'>;

const FORMATS = ['text', 'json', 'ics'] as const;

/** Prints the plan of a case file. A plan that is too late is an answer like any other. */
export async function planCommand(
  args: readonly string[],
  lastbus: Previews,
  terminal: Terminal,
): Promise<ExitCode> {
  const parsed = parsePlanArguments(args);
  const { file, asOf, out } = parsed;
  const text = await readInput(file, terminal);
  const document = parseDocumentText(text);
  if (!document.ok) {
    for (const fault of document.problems) terminal.complain(faultLine(file, fault.place, fault));
    return 2;
  }
  const { value, placeOf } = document.value;
  const answer = render(parsed, asOf === null ? value : withAsOf(value, asOf), lastbus);
  if (!answer.ok) {
    for (const fault of answer.problems) terminal.complain(faultLine(file, placeOf(fault.path), fault));
    return 2;
  }
  if (out === null) await terminal.print(answer.value);
  else await writeAnswer(out, answer.value, terminal);
  return 0;
}

/** A case that is no object stays what it is, so that it is told of as such. */
function withAsOf(caseJson: unknown, asOf: string): unknown {
  const isObject = typeof caseJson === 'object' && caseJson !== null && !Array.isArray(caseJson);
  return isObject ? { ...caseJson, asOf } : caseJson;
}

async function writeAnswer(out: string, answer: string, terminal: Terminal): Promise<void> {
  try {
    await writeFile(terminal.pathOf(out), answer);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(`${out}: it cannot be written (${String(code)})`);
  }
}

type PlanArguments = ReturnType<typeof parsePlanArguments>;

function parsePlanArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      format: { type: 'string', default: 'text' },
      route: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      out: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('plan: one case file is needed, or - for standard input');
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && parseDay(asOf) === null)
    throw new UsageError(`--as-of: not a day, "${asOf}", allowed: ${DAY_FORM}`);
  return {
    file,
    asOf,
    format: oneOf('--format', FORMATS, values.format),
    locale: oneOf('--lang', LOCALES, values.lang),
    ...(values.route === undefined ? {} : { route: values.route }),
    out: values.out ?? null,
  };
}

function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UsageError(`${option}: not an allowed value, "${value}", allowed: ${allowed.join(' | ')}`);
}

function render(
  { format, locale, route }: PlanArguments,
  caseJson: unknown,
  lastbus: Previews,
): Result<string> {
  if (format === 'ics') {
    const calendar = lastbus.previewCalendar(caseJson, locale, route);
    return calendar.ok ? { ok: true, value: calendar.value.content } : calendar;
  }
  const plan = lastbus.previewPlan(caseJson, route);
  if (!plan.ok) return plan;
  const text =
    format === 'text'
      ? renderPlainText(plan.value, locale)
      : `${JSON.stringify(renderPlanJson(plan.value, locale), null, 2)}\n`;
  return { ok: true, value: text };
}
