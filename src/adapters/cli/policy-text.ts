// A policy as plain text: what it asks, its cutoffs, routes and fees, and each source with how sure we are.

import { formatDay } from '../../domain/day.ts';
import type { Period } from '../../domain/duration.ts';
import type { DurationDefinition, FactDefinition, Policy } from '../../policies/policy.ts';

/** The policy for whoever keeps or checks it; texts in Chinese with the English beside. */
export function renderPolicyText(policy: Policy): string {
  const { id, title, status, verifiedOn, zone, calendar } = policy;
  return [
    `${id}: ${title.zh} / ${title.en}`,
    `${status}, verified ${formatDay(verifiedOn)}, zone ${zone}, calendar ${calendar}`,
    '',
    'facts:',
    ...policy.facts.map(
      (fact) => `  ${fact.id}: ${factForm(fact)}; ${fact.question.zh} / ${fact.question.en}`,
    ),
    '',
    'cutoffs:',
    ...[...policy.cutoffs.values()].map(({ id: name, on, at, status: known, binds, source }) => {
      const until = at === null ? formatDay(on) : `${formatDay(on)} ${at}`;
      return `  ${name}: ${until}, ${known}, binds the ${binds} [${source}]`;
    }),
    '',
    'activities:',
    ...[...policy.activities.values()].map(
      ({ id: name, actor, title: { zh, en }, duration }) =>
        `  ${name} (${actor}): ${zh} / ${en}; ${durationForm(duration)}`,
    ),
    '',
    'routes:',
    ...policy.routes.flatMap((route) => [
      `  ${route.id}: ${route.title.zh} / ${route.title.en}`,
      `    when ${route.when.expression.replaceAll(/\s+/g, ' ').trim()}`,
      `    ${[...route.steps, ...route.followUp].map(({ activity }) => activity).join(' -> ')}`,
    ]),
    '',
    'fees (CNY):',
    ...policy.fees.map(
      ({ group, amount, status: known, source }) => `  ${group}: ${amount}, ${known} [${source}]`,
    ),
    '',
    'sources:',
    ...[...policy.sources.values()].map(
      ({ id: name, title: { zh }, publisher, publishedOn, address, confidence }) =>
        `  [${name}] ${confidence}: ${[zh, publisher, publishedOn === null ? [] : formatDay(publishedOn), address ?? []].flat().join(', ')}`,
    ),
    '',
  ].join('\n');
}

function factForm({ type, choices, isRequired, fallback }: FactDefinition): string {
  const form = type === 'choice' ? [...choices.keys()].join(' | ') : type;
  if (isRequired) return `${form}, required`;
  return fallback === null ? `${form}, may be unknown` : `${form}, default ${String(fallback)}`;
}

function durationForm({ observed, planning, legalLimit }: DurationDefinition): string {
  const parts: string[] = [];
  if (planning !== null) {
    const { period } = planning;
    const reckoned = 'amount' in period ? periodForm(period) : `${period.unit} as in ${period.fact}`;
    parts.push(`planning value ${reckoned} [${planning.source}]`);
  }
  if (observed !== null) {
    const { min, mode, max, source } = observed;
    parts.push(`observed ${[min, mode, max].map(periodForm).join(' … ')} [${source}]`);
  }
  if (legalLimit !== null) parts.push(`legal limit ${periodForm(legalLimit.period)} [${legalLimit.source}]`);
  return parts.join('; ');
}

function periodForm({ amount, unit }: Period): string {
  return `${amount} ${unit}`;
}
