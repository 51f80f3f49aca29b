// Reads the cases of test/cases, and tells an answer of the program in the words of those files, so that the two can
// be compared as a whole.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseDocumentText } from '../../src/input/document.ts';
import type { ActivityAnswer, Answer, CalendarJson, NetworkJson, ScenarioAnswer } from './network-json.ts';

const FOLDER = fileURLToPath(new URL('../cases/', import.meta.url));

const ToldScenario = z.strictObject({
  feasible: z.boolean(),
  structural: z.boolean(),
  completionOn: z.string().nullable(),
  latenessDays: z.int().nullable(),
  drivingPath: z.array(z.string()).nullable(),
  /** By id, in one line each: see the head of worked.yaml. */
  activities: z.record(z.string(), z.string()),
  conflict: z.array(z.string()).optional(),
  relaxations: z.array(z.string()).optional(),
});
export type ToldScenario = z.output<typeof ToldScenario>;

/** One number is exact; two are P(as soon as possible) and P(with hindsight), between which the answer must lie. */
const ToldLikelihood = z.union([
  z.number(),
  z.strictObject({ atLeast: z.number(), atMost: z.number() }).readonly(),
]);
export type ToldLikelihood = z.output<typeof ToldLikelihood>;

const Case = z.strictObject({
  id: z.string(),
  counting: z.string(),
  network: z.looseObject({ activities: z.array(z.looseObject({ id: z.string() })) }),
  expect: z.strictObject({
    likelihood: ToldLikelihood,
    /** The key names all scenarios with this answer, with blanks between: `min mode`. */
    scenarios: z.record(z.string(), ToldScenario),
  }),
});

export interface WorkedCase {
  readonly id: string;
  readonly counting: string;
  readonly network: NetworkJson;
  readonly likelihood: ToldLikelihood;
  /** By the name of the scenario. */
  readonly scenarios: ReadonlyMap<string, ToldScenario>;
}

function readYaml(name: string): unknown {
  const document = parseDocumentText(readFileSync(`${FOLDER}${name}`, 'utf8'));
  if (!document.ok) throw new Error(`${name}: ${JSON.stringify(document.problems)}`);
  return document.value.value;
}

const calendar = readYaml('calendar.yaml') as CalendarJson;

/** The cases of a YAML file (a list), or of a JSON Lines file (one a line, without the counting). */
export function readCases(name: string): WorkedCase[] {
  const values = name.endsWith('.jsonl') ? readLines(name) : z.array(z.unknown()).parse(readYaml(name));
  return values.map((value) => {
    const { id, counting, network, expect } = Case.parse(value);
    const scenarios = Object.entries(expect.scenarios).flatMap(([names, told]) =>
      names.split(' ').map((scenario) => [scenario, told] as const),
    );
    return {
      id,
      counting,
      // Any network may stand here: it is the program that has to accept it.
      network: { id, calendar, ...network } as unknown as NetworkJson,
      likelihood: expect.likelihood,
      scenarios: new Map(scenarios),
    };
  });
}

function readLines(name: string): unknown[] {
  const lines = readFileSync(`${FOLDER}${name}`, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => ({ counting: '', ...JSON.parse(line) }));
}

/** The scenarios of an answer in the words of the files. */
export function toldScenarios({ scenarios }: Answer): ReadonlyMap<string, ToldScenario> {
  return new Map(Object.entries(scenarios).map(([name, scenario]) => [name, toldScenario(scenario)]));
}

function toldScenario({ relaxations, activities, conflict, ...rest }: ScenarioAnswer): ToldScenario {
  const told = Object.entries(activities).map(([id, activity]) => [id, toldActivity(activity)]);
  return {
    feasible: rest.feasible,
    structural: rest.structural,
    completionOn: rest.completionOn,
    latenessDays: rest.latenessDays,
    drivingPath: rest.drivingPath,
    activities: Object.fromEntries(told),
    ...(conflict === undefined ? {} : { conflict }),
    ...(relaxations === undefined
      ? {}
      : {
          relaxations: relaxations.map((one) => `${one.constraint} ${'days' in one ? one.days : 'drop'}`),
        }),
  };
}

function toldActivity(activity: ActivityAnswer): string {
  const span = (start: string | null, finish: string | null) => `${start ?? '-'}..${finish ?? '-'}`;
  const { completionCritical: isCritical } = activity;
  const marks = [
    ...(isCritical === null ? [] : [isCritical ? 'critical' : 'not critical']),
    ...(activity.overdue ? ['overdue'] : []),
  ];
  const earliest = span(activity.earliestStartOn, activity.earliestFinishOn);
  const latest = span(activity.latestStartOn, activity.latestFinishOn);
  return [
    `${activity.state} ${earliest}`,
    `${latest} by ${activity.mustFinishBy ?? '-'}`,
    `${activity.totalFloatDays ?? '-'}/${activity.totalFloatWorkingDays ?? '-'}`,
    ...(marks.length === 0 ? [] : [marks.join(', ')]),
  ].join(' | ');
}
