// The columns of a roster that HR is given to fill in: a few that decide most, and all others that are read.

import type { Localized } from '../../domain/localized.ts';
import type { FactDefinition } from '../parts/fact.ts';
import type { Policy } from '../policy.ts';

export type TemplateColumn =
  | { readonly kind: 'ref' }
  | { readonly kind: 'fact'; readonly fact: FactDefinition }
  /** The day on which a step was finished. */
  | { readonly kind: 'finished'; readonly title: Localized };

/** Names that a roster's first row is understood by; see `parseRosterHeader`. */
export const TEMPLATE_NAMES = {
  ref: { zh: '工号', en: 'employee id' },
  finished: { zh: (title: string) => `${title}完成`, en: (title: string) => `${title} finished` },
} as const;

export interface TemplateColumns {
  /** HR's key, what is asked early or is otherwise unknown, and the renewal, in the order of the policy. */
  readonly first: readonly TemplateColumn[];
  readonly more: readonly TemplateColumn[];
}

export function templateColumns({ facts, activities }: Policy): TemplateColumns {
  const isFirst = ({ isRequired, askEarlyWhen, fallback }: FactDefinition) =>
    isRequired || askEarlyWhen !== null || fallback === 'unknown';
  const fact = (one: FactDefinition): TemplateColumn => ({ kind: 'fact', fact: one });
  const steps = [...activities.values()].filter(({ actor }) => actor !== 'office');
  const finished = ({ title }: (typeof steps)[number]): TemplateColumn => ({ kind: 'finished', title });
  return {
    first: [
      { kind: 'ref' },
      ...facts.filter(isFirst).map(fact),
      ...steps.filter(({ renews }) => renews !== null).map(finished),
    ],
    more: [
      ...facts.filter((one) => !isFirst(one)).map(fact),
      ...steps.filter(({ renews }) => renews === null).map(finished),
    ],
  };
}
