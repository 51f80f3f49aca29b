// What is different between two policies, line by line, each with the source of the new value.

import { type Change, changedEntries } from '../../../app/told-policy/changed-entries.ts';
import { SECTIONS } from '../../../app/told-policy/entry.ts';
import { policyWordsOf } from '../../../app/told-policy/policy-words.ts';
import { tellPolicy } from '../../../app/told-policy/tell-policy.ts';
import type { Day } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { FileValue } from '../../../policies/file/merge.ts';
import { sourceLine } from './source-line.ts';

/** @param today which day decides whether a source is stale. */
export function changeLines(before: FileValue, after: FileValue, locale: Locale, today: Day): string[] {
  const words = policyWordsOf(locale);
  const changes = changedEntries(tellPolicy(before, locale), tellPolicy(after, locale));
  if (changes.length === 0) return [words.change.none];
  return SECTIONS.flatMap((section) => {
    const here = changes.filter((change) => (change.after ?? change.before)?.section === section);
    return here.length === 0
      ? []
      : [
          words.section[section],
          ...here.flatMap((change, at) => linesOf(change, here[at + 1], locale, today)),
        ];
  });
}

/** Changes that stand together on one source's word are followed by it once. */
function linesOf({ before, after }: Change, next: Change | undefined, locale: Locale, today: Day): string[] {
  const { change } = policyWordsOf(locale);
  const entry = after ?? before;
  if (entry === null) return [];
  const name = entry.item === '' ? entry.label : `${entry.item}, ${entry.label}`;
  const isLast = next?.after?.source?.id !== after?.source?.id;
  const says = after?.source && isLast ? [`    ${sourceLine(after.source, locale, today)}`] : [];
  if (after === null) return [`  ${name}: ${change.removed(entry.value)}`];
  if (before === null) return [`  ${name}: ${change.added(after.value)}`, ...says];
  const told =
    before.value === after.value ? change.newSource(after.value) : change.changed(before.value, after.value);
  return [`  ${name}: ${told}`, ...says];
}
