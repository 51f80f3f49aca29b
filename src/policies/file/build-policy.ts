// A checked policy file → the policy that plans are compiled from.

import type { Localized } from '../../domain/localized.ts';
import { type Condition, parseCondition } from '../condition.ts';
import type { CoverageDefinition } from '../parts/coverage.ts';
import type { FactDefinition } from '../parts/fact.ts';
import type { ReadingChoice } from '../parts/reading.ts';
import type { CutoffDefinition, Policy } from '../policy.ts';
import { activityOf, dayRuleOf, mapOf, optionalCondition, routeOf } from './build-steps.ts';
import type { FileValue } from './merge.ts';
import { usedNames } from './names-in-file.ts';
import type { PolicyFile } from './policy-shape.ts';

/** The file with some differences laid over it, one after the other. */
type ReadWith = (differences: readonly FileValue[]) => PolicyFile;

/** @param readWith must not refuse: each reading was checked before. */
export function buildPolicy(file: PolicyFile, readWith: ReadWith): Policy {
  const used = usedNames(file);
  const readings = Object.entries(file.readings).map(([id, { about, usual, others }]) => ({
    id,
    about,
    usual,
    others: Object.entries(others).map(([other, { title, source, changes }]) => ({
      id: other,
      title,
      source,
      touches: Object.entries(changes).flatMap(([section, parts]) =>
        section === 'window' ? ['window'] : Object.keys(parts).map((part) => `${section}/${part}`),
      ),
    })),
  }));
  return {
    id: file.policy,
    basedOn: file.basedOn ?? null,
    place: file.place,
    policyYear: file.policyYear,
    title: titleOf(file),
    zone: file.zone,
    calendar: file.calendar,
    status: file.status,
    verifiedOn: file.verifiedOn,
    askWhom: file.askWhom,
    sources: new Map(
      Object.entries(file.sources)
        .filter(([id]) => used.has(`source:${id}`))
        .map(([id, source]) => [
          id,
          {
            id,
            ...source,
            publishedOn: source.publishedOn ?? null,
            address: source.address ?? null,
            verifiedOn: source.verifiedOn ?? file.verifiedOn,
          },
        ]),
    ),
    facts: factsOf(file),
    opening: file.window.opensOn ?? null,
    cutoffs: cutoffsOf(file),
    activities: mapOf(file.activities, activityOf),
    routes: Object.entries(file.routes).map(([id, route]) => routeOf(id, route)),
    coverage: coverageOf(file.coverage),
    fees: Object.entries(file.fees).map(([group, fee]) => ({
      group,
      ...fee,
      title: fee.title ?? null,
      policyYear: fee.policyYear ?? file.policyYear,
      when: optionalCondition(fee.when),
    })),
    eligibility: Object.entries(file.eligibility).map(([id, one]) => ({
      id,
      ...one,
      when: parseCondition(one.when),
    })),
    questions: Object.entries(file.questions)
      .filter(([, { untilAnnounced }]) => !untilAnnounced || file.status === 'projected')
      .map(([id, { when, by, askFirst, untilAnnounced: _, ...one }]) => ({
        id,
        ...one,
        isAskedFirst: askFirst,
        when: optionalCondition(when),
        by: (by ?? []).map(dayRuleOf),
      })),
    risks: Object.entries(file.risks).map(([id, { when, from, until, ...one }]) => ({
      id,
      ...one,
      when: optionalCondition(when),
      from: (from ?? []).map(dayRuleOf),
      until: (until ?? []).map(dayRuleOf),
    })),
    observations: Object.entries(file.observations).map(([id, one]) => ({ id, ...one })),
    relatedDates: Object.entries(file.relatedDates).map(([id, { when, ...one }]) => ({
      id,
      ...one,
      when: optionalCondition(when),
    })),
    readings,
    under: readingsOf(file, readWith),
  };
}

/** A projection says in its very name that it is one, until its announcement takes the word away. */
function titleOf({ title, status }: PolicyFile): Localized {
  if (status === 'announced') return title;
  return { zh: `${title.zh}（推测）`, en: `${title.en} (projected)` };
}

/** Each combination of readings is built once, when it is first asked for. */
function readingsOf(file: PolicyFile, readWith: ReadWith): Policy['under'] {
  const built = new Map<string, Policy>();
  return (choice: ReadingChoice) => {
    const key = JSON.stringify([...choice].toSorted());
    const known = built.get(key);
    if (known !== undefined) return known;
    const differences = [...choice].flatMap(([question, other]) => {
      const changes = file.readings[question]?.others[other]?.changes;
      return changes === undefined ? [] : [changes as FileValue];
    });
    const policy = buildPolicy(readWith(differences), readWith);
    built.set(key, policy);
    return policy;
  };
}

/** The questions of a policy file, in their order. */
export function factsOf({ facts }: Pick<PolicyFile, 'facts'>): FactDefinition[] {
  return Object.entries(facts).map(([id, fact]) => ({
    id,
    type: fact.type,
    question: fact.question,
    help: fact.help ?? null,
    choices: mapOf(fact.choices ?? {}, (_, text) => text),
    fallback: fact.default ?? null,
    afterDone: fact.afterDone ?? null,
    isRequired: fact.required,
    // A condition that is none is told with all others; until then the question is always asked.
    askWhen: fact.askWhen === undefined ? null : lenientCondition(fact.askWhen),
    askEarlyWhen: fact.askEarlyWhen === undefined ? null : lenientCondition(fact.askEarlyWhen),
  }));
}

function lenientCondition(expression: string): Condition | null {
  try {
    return parseCondition(expression);
  } catch {
    return null;
  }
}

/** Of an extension, an extension of that and what they replace, the last one under all names. */
function cutoffsOf({ cutoffs }: PolicyFile): Map<string, CutoffDefinition> {
  const told = mapOf(
    cutoffs,
    (id, { roll: _, on, ...cutoff }): CutoffDefinition => ({
      id,
      ...cutoff,
      title: cutoff.title ?? null,
      on:
        typeof on === 'number'
          ? { from: { kind: 'day', day: on }, amount: 0, unit: 'calendar-days', sign: 1 }
          : on,
      until: cutoff.until ?? null,
      at: cutoff.at?.time ?? null,
      atSource: cutoff.at?.source ?? null,
      channel: cutoff.channel ?? null,
      replaces: cutoff.replaces ?? null,
    }),
  );
  const replaced = new Map(
    [...told.values()].flatMap((cutoff) => (cutoff.replaces ? [[cutoff.replaces, cutoff]] : [])),
  );
  const inForce = (cutoff: CutoffDefinition): CutoffDefinition => {
    const extension = replaced.get(cutoff.id);
    return extension === undefined ? cutoff : inForce(extension);
  };
  return new Map([...told].map(([id, cutoff]) => [id, inForce(cutoff)]));
}

function coverageOf(coverage: PolicyFile['coverage']): CoverageDefinition | null {
  if (coverage === undefined) return null;
  const rules = coverage.rules.map(({ when, paidUntil, ...rule }) => ({
    ...rule,
    when: optionalCondition(when),
    paidUntil: paidUntil ?? null,
  }));
  return { until: coverage.until, rules };
}
