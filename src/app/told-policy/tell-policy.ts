// A policy's merged file → all its values in words, each with who says so.

import type { Locale } from '../../domain/localized.ts';
import type { Source } from '../../domain/provenance.ts';
import { type FileValue, mergeFile } from '../../policies/file/merge.ts';
import { PolicyFile } from '../../policies/file/policy-shape.ts';
import { activityEntries } from './activity-entries.ts';
import {
  coverageEntries,
  eligibilityEntries,
  feeEntries,
  observationEntries,
  questionEntries,
  relatedDateEntries,
  riskEntries,
} from './answer-entries.ts';
import { changedEntries } from './changed-entries.ts';
import { type Entry, entriesOf, type Part, type Telling } from './entry.ts';
import { cutoffEntries, factEntries, identityEntries, windowEntries } from './identity-entries.ts';
import { policyWordsOf } from './policy-words.ts';
import { routeEntries } from './route-entries.ts';

/** @param value a policy file that was read without a fault, with all that it is based on. */
export function tellPolicy(value: FileValue, locale: Locale): Entry[] {
  const telling = tellingOf(value, locale);
  return [
    ...identityEntries(telling),
    ...factEntries(telling),
    ...datedEntries(telling),
    ...readingEntries(telling, value),
    ...coverageEntries(telling),
    ...feeEntries(telling),
    ...eligibilityEntries(telling),
    ...questionEntries(telling),
    ...riskEntries(telling),
    ...observationEntries(telling),
    ...relatedDateEntries(telling),
  ];
}

function tellingOf(value: FileValue, locale: Locale): Telling {
  const file = PolicyFile.parse(value);
  return { file, locale, words: policyWordsOf(locale), sourceOf: (id) => sourceIn(file, id) };
}

function sourceIn({ sources, verifiedOn }: PolicyFile, id: string): Source | null {
  const source = sources[id];
  if (source === undefined) return null;
  return {
    id,
    ...source,
    publishedOn: source.publishedOn ?? null,
    address: source.address ?? null,
    verifiedOn: source.verifiedOn ?? verifiedOn,
  };
}

function datedEntries(telling: Telling): Entry[] {
  return [
    ...windowEntries(telling),
    ...cutoffEntries(telling),
    ...activityEntries(telling),
    ...routeEntries(telling),
  ];
}

/** Each other reading with what it changes, told as the difference it makes to the usual one. */
function readingEntries(telling: Telling, value: FileValue): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.readings).flatMap(([question, { about, usual, others }]) => {
    const otherParts = Object.entries(others).map(([id, { title, source, changes }]): Part => {
      const changed = tellingOf(mergeFile(value, changes as FileValue), locale);
      const differences = changedEntries(
        [...datedEntries(telling), ...coverageEntries(telling)],
        [...datedEntries(changed), ...coverageEntries(changed)],
      ).map(({ after, before }) => {
        const entry = after ?? before;
        return `${entry?.item || words.section[entry?.section ?? 'window']}: ${after?.value ?? words.change.removed(before?.value ?? '')}`;
      });
      return {
        key: `others/${id}`,
        label: label.reading,
        value: `${title[locale]} [${words.list(differences)}]`,
        source,
      };
    });
    return entriesOf(telling, 'readings', question, [
      { key: 'about', label: label.about, value: about[locale], source: usual.source },
      { key: 'usual', label: label.usual, value: usual.title[locale], source: usual.source },
      ...otherParts,
    ]);
  });
}
