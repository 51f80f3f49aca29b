// Policies → what their pages show.

import { type Day, formatDay } from '../../../domain/day.ts';
import type { Locale } from '../../../domain/localized.ts';
import { CONFIDENCES, isStale } from '../../../domain/provenance.ts';
import type { PoliciesPage, PolicyRow } from '../../../emitters/pages/policies-page.ts';
import type { PolicyPage } from '../../../emitters/pages/policy-page.ts';
import { policyWordsOf } from '../../../emitters/pages/words/policy-words-of.ts';
import { isPlannable, type Policy } from '../../../policies/policy.ts';
import { coverSection } from './cover-section.ts';
import { relatedDatesSection } from './related-dates-section.ts';
import { sourceRows } from './source-rows.ts';
import { stepsSection } from './steps-section.ts';
import { tellingOf } from './telling.ts';
import { observationsSection, questionsSection, readingsSection, risksSection } from './unsure-sections.ts';
import { whoSection } from './who-section.ts';
import { feesSection, windowSection } from './window-sections.ts';

/** Everything but what the request decides. */
export type PolicyTold = Omit<PolicyPage, 'frame' | 'planHref' | 'listHref'>;

export function policyTold(policy: Policy, locale: Locale, today: Day): PolicyTold {
  const telling = tellingOf(policy, locale, today);
  const { words, shared } = telling;
  const sources = sourceRows(telling);
  const stale = countStale(policy, today);
  const sections = [
    windowSection(telling),
    feesSection(telling),
    whoSection(telling),
    stepsSection(telling),
    coverSection(telling),
    readingsSection(telling),
    questionsSection(telling),
    risksSection(telling),
    observationsSection(telling),
    relatedDatesSection(telling),
  ];
  return {
    title: policy.title[locale],
    statusWord: words.status[policy.status],
    verified: words.verified(formatDay(policy.verifiedOn)),
    cautions: [
      ...(policy.status === 'projected' ? [words.projected(policy.policyYear)] : []),
      ...(isPlannable(policy) ? [] : [words.notPlannable]),
      ...(stale === 0 ? [] : [words.staleBanner(stale)]),
    ],
    sections: sections.filter((section) => section !== null),
    sources,
    legend: CONFIDENCES.map((confidence) => ({ confidence, word: shared.confidence[confidence] })),
  };
}

/** Places in the order in which their newest policy stands in the list. */
export function placesTold(
  policies: readonly Policy[],
  locale: Locale,
  { todayIn, hrefOf }: { todayIn: (zone: string) => Day; hrefOf: (policy: Policy) => string },
): PoliciesPage['places'] {
  const byPlace = Map.groupBy(policies, ({ place }) => place[locale]);
  return [...byPlace].map(([name, ofPlace]) => ({
    name,
    policies: ofPlace.map((policy) => policyRow(policy, locale, todayIn(policy.zone), hrefOf(policy))),
  }));
}

function policyRow(policy: Policy, locale: Locale, today: Day, href: string): PolicyRow {
  const words = policyWordsOf(locale);
  const stale = countStale(policy, today);
  return {
    title: policy.title[locale],
    href,
    isProjected: policy.status === 'projected',
    statusWord: words.status[policy.status],
    isPlannable: isPlannable(policy),
    offers: isPlannable(policy) ? words.list.plannable : words.list.windowsOnly,
    verified: formatDay(policy.verifiedOn),
    stale: stale > 0 ? words.list.staleSources(stale) : isStale(policy, today) ? words.stale : null,
  };
}

function countStale({ sources }: Policy, today: Day): number {
  return [...sources.values()].filter((source) => isStale(source, today)).length;
}
