// The activities of the random networks of the laws: drawn as distances, then made into input that the program takes.

import fc from 'fast-check';
import type { ActivityJson } from './network-json.ts';
import { aDuration, aPeriod, dayText, offsetBetween, sometimes } from './small-days.ts';

export interface Kinds {
  /** At most. */
  readonly activities: number;
  /** How many of ten arcs, about, have a max lag. */
  readonly maxLagsIn10: number;
  readonly withFacts: boolean;
}

/** What is drawn for the activity at a position: it may wait for any of those before it. */
export function aDraft(position: number, { maxLagsIn10, withFacts }: Kinds) {
  const anArc = fc.record({
    minLag: sometimes(aPeriod(2), { nil: 1, some: 1 }),
    maxLag: sometimes(aPeriod(5), { nil: 10 - maxLagsIn10, some: maxLagsIn10 }),
  });
  return fc.record({
    duration: aDuration,
    startsOn: fc.constantFrom('any-day', 'working-day'),
    finishRolls: fc.constantFrom('none', 'forward'),
    after: fc.tuple(...Array.from({ length: position }, () => sometimes(anArc, { nil: 2, some: 3 }))),
    opens: sometimes(offsetBetween(-3, 10), { nil: 3, some: 1 }),
    closes: sometimes(offsetBetween(-2, 14), { nil: 3, some: 1 }),
    deadline: sometimes(offsetBetween(-2, 16), { nil: 4, some: 1 }),
    fact: fc.constantFrom(...(withFacts ? (['none', 'none', 'none', 'running', 'done'] as const) : ['none'])),
    factStart: offsetBetween(0, 4),
    factLength: offsetBetween(0, 4),
  });
}

type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Draft = ValueOf<ReturnType<typeof aDraft>>;

interface Fact {
  readonly start: number;
  /** Null: it runs. */
  readonly finish: number | null;
}

/** The activities of the drafts, with ids from a on; `asOf` is a distance like theirs. */
export function activitiesOf(drafts: readonly Draft[], asOf: number): ActivityJson[] {
  const facts: (Fact | null)[] = [];
  return drafts.map((draft, index): ActivityJson => {
    const waitsFor = draft.after.flatMap((arc, position) => (arc === undefined ? [] : [facts[position]]));
    const fact = factOf(
      draft,
      waitsFor.map((before) => before?.finish ?? null),
      asOf,
    );
    facts.push(fact);
    const { opens, closes, deadline } = draft;
    return {
      id: idOf(index),
      duration: draft.duration,
      startsOn: draft.startsOn,
      finishRolls: draft.finishRolls,
      after: draft.after.flatMap((arc, position) => (arc === undefined ? [] : [arcTo(position, arc)])),
      ...(opens === undefined && closes === undefined
        ? {}
        : {
            window: {
              ...(opens === undefined ? {} : { opensOn: dayText(asOf + opens) }),
              ...(closes === undefined ? {} : { closesOn: dayText(asOf + closes) }),
            },
          }),
      ...(deadline === undefined ? {} : { finishNoLaterThan: dayText(asOf + deadline) }),
      ...(fact === null ? {} : { startedOn: dayText(fact.start) }),
      ...(fact === null || fact.finish === null ? {} : { finishedOn: dayText(fact.finish) }),
    };
  });
}

function idOf(index: number): string {
  return 'abcd'.charAt(index);
}

function arcTo(position: number, { minLag, maxLag }: NonNullable<Draft['after'][number]>) {
  return {
    activity: idOf(position),
    ...(minLag === undefined ? {} : { minLag }),
    ...(maxLag === undefined ? {} : { maxLag }),
  };
}

/** A fact that can have happened: all predecessors finished before, nothing after today. */
function factOf(
  { fact, factStart, factLength }: Draft,
  waitsFor: readonly (number | null)[],
  asOf: number,
): Fact | null {
  if (fact === 'none' || waitsFor.includes(null)) return null;
  const first = Math.max(0, asOf - 8, ...waitsFor.map((finish) => finish ?? 0));
  const start = Math.min(asOf, first + factStart);
  return { start, finish: fact === 'running' ? null : Math.min(asOf, start + factLength) };
}
