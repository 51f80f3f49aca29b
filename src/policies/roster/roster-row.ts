// One row of a roster → HR's key and the case of one person, in the JSON of contracts.md §3.

import type { Path, Result } from '../../domain/problem.ts';
import { writtenDate } from '../../input/written-date.ts';
import type { FactDefinition } from '../parts/fact.ts';
import type { Policy } from '../policy.ts';
import { type AnswerWords, writtenAnswer } from '../written-answer.ts';
import { plainCell, sameName, withoutGuard } from './plain-cell.ts';
import type { ColumnFault, RosterColumn, RosterHeader } from './roster-columns.ts';

/** What a row says of a person, before it is held against the policy. */
export interface RosterRow {
  readonly ref: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly actuals: Readonly<Record<string, ActualJson>>;
}

interface ActualJson {
  startedOn?: string;
  finishedOn?: string;
  outcome?: string;
}

const LONGEST_REF = 64;
const REF_FORM = `a text of 1 to ${LONGEST_REF} characters`;

/**
 * The row's key and answers, or the faults that stand in it whatever the policy says. What cannot be read as a fact's
 * type stays as it was typed, to be refused with the whole case. An empty cell is no answer.
 */
export function parseRosterRow(
  policy: Policy,
  { columns }: RosterHeader,
  cells: readonly string[],
): Result<RosterRow, ColumnFault> {
  const faults: ColumnFault[] = [];
  const facts: Record<string, string | number | boolean> = {};
  const actuals: Record<string, ActualJson> = {};
  let ref = '';
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    faults.push(...cellFaults(column, cell, index));
    const text = plainCell(cell);
    if (text === '' || column === undefined) continue;
    if (column.kind === 'ref') ref = withoutGuard(cell);
    if (column.kind === 'fact') facts[column.fact.id] = writtenAnswer(column.fact, text, CELL_WORDS);
    if (column.kind === 'actual') {
      const actual = actuals[column.activity] ?? {};
      actuals[column.activity] = actual;
      actual[column.field] =
        column.field === 'outcome' ? outcomeOf(policy, column.activity, text) : writtenDate(text);
    }
  }
  faults.push(...refFaults(columns, ref));
  if (faults.length > 0) return { ok: false, problems: faults };
  return { ok: true, value: { ref, facts, actuals: withStarts(actuals) } };
}

/**
 * The column, from 1, in which the part of a case at `path` stands; of what has no column that of the key. A start
 * that has no column was taken from the finish, and stands there.
 */
export function placeAt(
  { columns }: RosterHeader,
  path: Path,
): { readonly column: number; readonly path: Path } {
  const [section, id, field] = path;
  const indexOf = (is: (column: RosterColumn) => boolean) => columns.findIndex(is);
  const ofFact = indexOf((column) => section === 'facts' && column.kind === 'fact' && column.fact.id === id);
  const ofActual = (name: typeof field) =>
    indexOf(
      (column) =>
        section === 'actuals' && column.kind === 'actual' && column.activity === id && column.field === name,
    );
  if (field === 'startedOn' && ofActual('startedOn') === -1 && ofActual('finishedOn') !== -1)
    return { column: 1 + ofActual('finishedOn'), path: path.with(2, 'finishedOn') };
  const [found = 0] = [ofFact, ofActual(field), indexOf(({ kind }) => kind === 'ref')].filter(
    (at) => at !== -1,
  );
  return { column: 1 + found, path };
}

function cellFaults(column: RosterColumn | undefined, cell: string, index: number): ColumnFault[] {
  const fault = (what: string, allowed: string) => [
    { path: [], column: index + 1, what, value: cell, allowed },
  ];
  if (column === undefined)
    return cell.trim() === ''
      ? []
      : fault('a cell beyond the last column', 'as many cells as the first row has');
  if (column.kind !== 'unused' && cell.includes('\uFFFD'))
    return fault('characters that cannot be read', 'a file in UTF-8 or GB18030, all of it');
  return [];
}

function refFaults(columns: readonly RosterColumn[], ref: string): ColumnFault[] {
  const column = columns.findIndex(({ kind }) => kind === 'ref') + 1;
  if (ref === '') return [{ path: ['ref'], column, what: 'missing', allowed: REF_FORM }];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (ref.length <= LONGEST_REF && !/[\u0000-\u001f\u007f]/.test(ref)) return [];
  return [{ path: ['ref'], column, what: 'not a key', value: ref, allowed: `${REF_FORM}, on one line` }];
}

/** Who writes down when a step was finished seldom knows when it began: on the same day, as most steps do. */
function withStarts(actuals: Record<string, ActualJson>): Record<string, ActualJson> {
  return Object.fromEntries(
    Object.entries(actuals).map(([id, { startedOn = undefined, ...rest }]) => {
      const start = startedOn ?? rest.finishedOn;
      return [id, start === undefined ? rest : { startedOn: start, ...rest }];
    }),
  );
}

const YES = ['是', 'yes', 'y', 'true', '1', '√', '✓'];
const NO = ['否', 'no', 'n', 'false', '0', '×', '✗'];

const CELL_WORDS: AnswerWords = {
  yesOrNo(text) {
    if (YES.includes(text.toLowerCase())) return true;
    return NO.includes(text.toLowerCase()) ? false : null;
  },
  choice: choiceOf,
};

/** A choice by its id or as people read it, in either language; 是 and 否 where the ids are `yes` and `no`. */
function choiceOf({ choices }: FactDefinition, text: string): string {
  const name = sameName(text);
  for (const [id, title] of choices) {
    if ([id, title.zh, title.en].some((one) => sameName(one) === name)) return id;
  }
  if (choices.has('yes') && YES.includes(name)) return 'yes';
  return choices.has('no') && NO.includes(name) ? 'no' : text;
}

function outcomeOf({ activities }: Policy, activity: string, text: string): string {
  const name = sameName(text);
  for (const { id, title } of activities.get(activity)?.outcomes.values() ?? []) {
    if ([id, title.zh, title.en].some((one) => sameName(one) === name)) return id;
  }
  return text;
}
