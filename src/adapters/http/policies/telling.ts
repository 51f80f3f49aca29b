// What every part of a policy's page is told with: the policy, the language, and the way from a value to its source.

import type { Day } from '../../../domain/day.ts';
import type { Locale, Localized } from '../../../domain/localized.ts';
import { isStale } from '../../../domain/provenance.ts';
import type {
  CellView,
  LabelledView,
  LineView,
  SaidView,
  SourceRef,
} from '../../../emitters/pages/policy-page.ts';
import type { PolicyWords } from '../../../emitters/pages/words/policy-words.ts';
import { policyWordsOf } from '../../../emitters/pages/words/policy-words-of.ts';
import { dayWords } from '../../../emitters/wording/day-words.ts';
import { wordsOf } from '../../../emitters/wording/wording.ts';
import type { Words } from '../../../emitters/wording/words.ts';
import type { Condition } from '../../../policies/condition.ts';
import type { Policy } from '../../../policies/policy.ts';
import { conditionWords } from './condition-words.ts';

export interface Telling {
  readonly policy: Policy;
  readonly locale: Locale;
  /** In the policy's zone: from it sources are too long unchecked. */
  readonly today: Day;
  readonly words: PolicyWords;
  /** The words that plans use too. */
  readonly shared: Words;
  readonly say: (text: Localized) => string;
  readonly day: (day: Day) => string;
  /** The question behind a fact. */
  readonly question: (fact: string) => string;
  readonly ref: (source: string) => SourceRef | null;
  /** A condition as people read it; null where there is none. */
  readonly only: (when: Condition | null) => string | null;
}

export function tellingOf(policy: Policy, locale: Locale, today: Day): Telling {
  const words = policyWordsOf(locale);
  const shared = wordsOf(locale);
  const ids = [...policy.sources.keys()];
  const day = (on: Day) => dayWords(on, locale, null);
  return {
    policy,
    locale,
    today,
    words,
    shared,
    say: (text) => text[locale],
    day,
    question: (fact) => policy.facts.find(({ id }) => id === fact)?.question[locale] ?? fact,
    ref: (id) => {
      const source = policy.sources.get(id);
      if (source === undefined) return null;
      const number = ids.indexOf(id) + 1;
      const { confidence } = source;
      const stale = isStale(source, today);
      const label = words.reference(number, shared.confidence[confidence], stale);
      return { number, confidence, isStale: stale, label };
    },
    only: (when) =>
      when === null ? null : conditionWords(when.expression, { policy, locale, words, shared, day }),
  };
}

export function cell(
  text: string,
  ref: SourceRef | null = null,
  notes: readonly (string | null)[] = [],
): CellView {
  return { text, ref, notes: notes.filter((note) => note !== null), isAbsent: text === '' };
}

/** A cell that says that nothing is known. */
export function absent(text: string): CellView {
  return { ...cell(text), isAbsent: true };
}

export interface Line extends LineView {
  readonly label: string;
}

interface Told extends Partial<Omit<SaidView, 'lines'>> {
  readonly lines?: readonly Line[];
}

/** Something told, of which most is left out; neighbouring lines of one label stand under it together. */
export function said({ lines = [], ...told }: Told): SaidView {
  const labelled: LabelledView[] = [];
  for (const { label, ...value } of lines) {
    const last = labelled.at(-1);
    if (last?.label === label) labelled[labelled.length - 1] = { label, values: [...last.values, value] };
    else labelled.push({ label, values: [value] });
  }
  return {
    title: null,
    tag: null,
    text: null,
    ref: null,
    steps: [],
    isFolded: false,
    ...told,
    lines: labelled,
  };
}
