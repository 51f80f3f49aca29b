// Two editions of a policy → which of its clauses, or of its holiday notices, say something else, and who says so.

import type { Locale, Localized } from '../domain/localized.ts';
import type { PlanCause } from '../domain/plan-cause.ts';
import { type FileValue, isFileValue } from '../policies/file/merge.ts';
import { PolicyFile } from '../policies/file/policy-shape.ts';
import type { PolicyEdition } from '../ports/policy-edition-store.ts';
import { noticeCauses } from './notice-causes.ts';
import { changedEntries } from './told-policy/changed-entries.ts';
import type { Entry, Section } from './told-policy/entry.ts';
import { policyWordsOf } from './told-policy/policy-words.ts';
import { tellPolicy } from './told-policy/tell-policy.ts';

/** What moves dates, costs and cover; the first that are told first. How a question is put moves nothing. */
const TOLD: readonly Section[] = [
  'cutoffs',
  'window',
  'activities',
  'routes',
  'readings',
  'coverage',
  'fees',
  'eligibility',
];

export function clauseCauses(before: PolicyEdition, after: PolicyEdition): PlanCause[] {
  return [...policyCauses(before.policy, after.policy), ...noticeCauses(before.calendar, after.calendar)];
}

function policyCauses(before: unknown, after: unknown): PlanCause[] {
  const [was, is] = [tell(before), tell(after)];
  if (was === null || is === null) return [];
  const title = Object(is.value.title) as Localized;
  return changedEntries(was.zh, is.zh)
    .flatMap((change) => {
      const entry = change.after ?? change.before;
      return entry === null || !TOLD.includes(entry.section) ? [] : [{ ...change, entry }];
    })
    .toSorted((a, b) => TOLD.indexOf(a.entry.section) - TOLD.indexOf(b.entry.section))
    .map(({ before: earlier, after: later, entry }): PlanCause => {
      const source = entry.source;
      return {
        kind: 'clause',
        of: title,
        what: later === null ? whatOf(entry, was) : whatOf(entry, is),
        before: saidBy(earlier, was),
        after: saidBy(later, is),
        source: later === null || source === null ? null : source,
      };
    });
}

/** A policy in words, in both languages. */
type Told = Readonly<Record<Locale, readonly Entry[]>>;

/** Null: an edition that this program cannot read any more. */
function tell(value: unknown): (Told & { readonly value: FileValue }) | null {
  if (!isFileValue(value) || !PolicyFile.safeParse(value).success) return null;
  return { value, zh: tellPolicy(value, 'zh'), en: tellPolicy(value, 'en') };
}

/** The same value in the other language. */
function twinOf({ section, item, key }: Entry, entries: readonly Entry[]): Entry | undefined {
  return entries.find((other) => other.section === section && other.item === item && other.key === key);
}

function saidBy(entry: Entry | null, told: Told): Localized | null {
  return entry === null ? null : { zh: entry.value, en: twinOf(entry, told.en)?.value ?? entry.value };
}

/** The section, what of it by its own title, and what of that. */
function whatOf(entry: Entry, { value, ...told }: Told & { readonly value: FileValue }): Localized {
  const { section, item } = entry;
  const title = Object(Object(value[section])[item]).title;
  const say = (locale: Locale, label: string) => {
    const words = policyWordsOf(locale);
    const own = Object(title)[locale];
    return words.list([words.section[section], ...(typeof own === 'string' ? [own] : []), label]);
  };
  return { zh: say('zh', entry.label), en: say('en', twinOf(entry, told.en)?.label ?? entry.label) };
}
