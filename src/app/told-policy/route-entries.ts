// The routes of a policy in words: for whom, by which steps, until which cutoff.

import type { PolicyFile } from '../../policies/file/policy-shape.ts';
import { durationParts } from './activity-entries.ts';
import { type Entry, entriesOf, type Part, type Telling } from './entry.ts';
import { oneLine, periodWords } from './value-words.ts';

type Route = PolicyFile['routes'][string];
type Step = Route['steps'][number];

export function routeEntries(telling: Telling): Entry[] {
  const { file, locale, words } = telling;
  const { label } = words;
  return Object.entries(file.routes).flatMap(([id, route]) => {
    const { source, steps, followUp, expectWhen, outcomes } = route;
    const way = stepsWords(steps);
    const chosen = Object.entries(outcomes).map(([activity, outcome]) => words.outcomes(activity, outcome));
    return entriesOf(telling, 'routes', id, [
      { key: 'title', label: label.title, value: route.title[locale], source },
      { key: 'when', label: label.for, value: oneLine(route.when), source },
      expectWhen === undefined
        ? null
        : { key: 'expectWhen', label: `${label.for}, ${label.usual}`, value: oneLine(expectWhen), source },
      chosen.length === 0
        ? null
        : { key: 'outcomes', label: label.outcome, value: words.list(chosen), source },
      { key: 'because', label: label.because, value: route.notEligibleBecause[locale], source },
      { key: 'recommended', label: label.recommended, value: words.recommended[route.recommended], source },
      { key: 'cutoff', label: words.section.cutoffs, value: route.cutoff, source },
      {
        key: 'steps',
        label: label.steps,
        value: followUp.length === 0 ? way : words.list([way, words.followUp(stepsWords(followUp))]),
        source,
      },
      ...[...steps, ...followUp].flatMap((step) => stepParts(telling, step)),
    ]);
  });
}

function stepsWords(steps: readonly Step[]): string {
  return steps
    .map(({ activity, when }) => (when === undefined ? activity : `${activity} [${oneLine(when)}]`))
    .join(' → ');
}

/** What a route says of its step beside the activity's own: another duration, what it waits for and how long. */
function stepParts(telling: Telling, { activity, duration, after }: Step): Part[] {
  const own = durationParts(telling, duration ?? []).map((part) => ({
    ...part,
    key: `steps/${activity}/${part.key}`,
    label: `${activity}, ${part.label}`,
  }));
  const waits = (after ?? []).map((wait) => ({
    key: `steps/${activity}/after/${wait.activity}`,
    label: activity,
    value: waitWords(telling, wait),
    source: wait.source,
  }));
  return [...own, ...waits];
}

function waitWords(telling: Telling, wait: NonNullable<Step['after']>[number]): string {
  const { activity, minLag, maxLag } = wait;
  return telling.words.after(
    activity,
    minLag === undefined ? null : periodWords(telling, minLag),
    maxLag === undefined ? null : periodWords(telling, maxLag),
  );
}
