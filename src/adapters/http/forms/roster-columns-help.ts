// The columns of HR's file as the pages explain them, and as the template names them.

import type { Locale } from '../../../domain/localized.ts';
import type { ColumnHelp } from '../../../emitters/pages/roster/start-page.ts';
import { rosterPageWordsOf } from '../../../emitters/pages/words/roster-page-words-of.ts';
import type { FactDefinition } from '../../../policies/parts/fact.ts';
import { TEMPLATE_NAMES, type TemplateColumn } from '../../../policies/roster/template-columns.ts';

export function columnHelp(column: TemplateColumn, locale: Locale): ColumnHelp {
  const words = rosterPageWordsOf(locale).start;
  const name = columnName(column, locale);
  switch (column.kind) {
    case 'ref':
      return { name, help: words.keyHint };
    case 'finished':
      return { name, help: words.doneHint };
    case 'fact':
      return { name, help: factHelp(column.fact, locale) };
  }
}

export function columnName(column: TemplateColumn, locale: Locale): string {
  switch (column.kind) {
    case 'ref':
      return TEMPLATE_NAMES.ref[locale];
    case 'finished':
      return TEMPLATE_NAMES.finished[locale](column.title[locale]);
    case 'fact':
      return column.fact.question[locale];
  }
}

function factHelp({ type, choices }: FactDefinition, locale: Locale): string {
  const words = rosterPageWordsOf(locale).start;
  switch (type) {
    case 'boolean':
      return words.yesNoHint;
    case 'integer':
      return words.numberHint;
    case 'choice':
      return [...choices.values()].map((title) => title[locale]).join(locale === 'zh' ? '、' : ', ');
    case 'date':
      return words.dayHint;
    case 'month':
      return '2026-05';
    case 'date-or-month':
      return `2026-05-13, 2026-05`;
  }
}
