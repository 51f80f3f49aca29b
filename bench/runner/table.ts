// The figures as a Markdown table that reads well as it is printed.

import { type Figure, isReached, ratioOf, type Spread, type Unit } from './figure.ts';

const HEADINGS = [
  'figure',
  'ours: median (min … max)',
  'beside it',
  'its figure',
  'ratio',
  'goal',
  'reached',
];

export function renderTable(figures: readonly Figure[]): string {
  return renderRows([HEADINGS, ...figures.map(cellsOf)]);
}

/** The first row is the head. */
export function renderRows(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n');
}

function cellsOf(figure: Figure): string[] {
  const { what, unit, ours, beside, goal } = figure;
  const ratio = ratioOf(figure);
  const reached = isReached(figure);
  return [
    what,
    spreadText(ours, unit),
    beside?.what ?? '',
    beside === null ? '' : spreadText(beside.figure, unit),
    ratio === null ? '' : ratioText(ratio, figure),
    goal === null ? '' : `${goal.is} ${goal.ratio}`,
    reached === null ? '' : reached ? 'yes' : 'NO',
  ];
}

function spreadText({ median, min, max, runs }: Spread, unit: Unit): string {
  const text = amountText(median, unit);
  if (runs === 0) return `${text} (set)`;
  return runs === 1 ? `${text} (once)` : `${text} (${amountText(min, unit)} … ${amountText(max, unit)})`;
}

function amountText(value: number, unit: Unit): string {
  if (unit === 'MB') return `${value.toFixed(0)} MB`;
  if (unit === 'per s') return `${Math.round(value).toLocaleString('en')}/s`;
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return value >= 1 ? `${value.toFixed(1)} ms` : `${(value * 1000).toPrecision(3)} µs`;
}

/** `120 ×` for how much faster; a share or a multiple of the limit as a plain number. */
function ratioText(ratio: number, { ratio: kind }: Figure): string {
  const text = ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
  return kind === 'beside/ours' ? `${text} × faster` : text;
}
