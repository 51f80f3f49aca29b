// The JSON faces of the scheduling core (contracts.md §2), written once more for tests: what goes in, what comes
// out, and one function that asks the program.

import { z } from 'zod';
import { type StartRange, scheduleNetwork } from '../../src/app/schedule-network.ts';
import type { Day } from '../../src/domain/day.ts';
import { china } from './china.ts';

export interface PeriodJson {
  readonly amount: number;
  readonly unit: 'calendar-days' | 'working-days';
}

export interface CalendarJson {
  readonly weekend: readonly number[];
  readonly closures: readonly string[];
  readonly makeUpWorkingDays: readonly string[];
  readonly coversFrom: string;
  readonly coversUntil: string;
}

export interface ActivityJson {
  readonly id: string;
  readonly duration: {
    readonly unit: PeriodJson['unit'];
    readonly min: number;
    readonly mode: number;
    readonly max: number;
    readonly weights?: readonly (readonly [number, number])[];
    readonly statutory?: PeriodJson;
  };
  readonly startsOn?: 'working-day' | 'any-day';
  readonly finishRolls?: 'forward' | 'none';
  readonly after?: readonly {
    readonly activity: string;
    readonly minLag?: PeriodJson;
    readonly maxLag?: PeriodJson;
  }[];
  readonly window?: { readonly opensOn?: string; readonly closesOn?: string };
  readonly finishNoLaterThan?: string;
  readonly startedOn?: string;
  readonly finishedOn?: string;
}

/** A network with a calendar of its own: `china` is for the tests of unpublished years. */
export interface NetworkJson {
  readonly id: string;
  readonly asOf: string;
  readonly cutoff: string;
  readonly horizon?: { readonly from: string; readonly until: string };
  readonly calendar: CalendarJson;
  readonly activities: readonly ActivityJson[];
}

export const SCENARIO_NAMES = ['min', 'mode', 'max', 'statutory'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

const DayText = z.string().nullable();

const ActivityAnswer = z.object({
  state: z.enum(['open', 'running', 'done']),
  earliestStartOn: DayText,
  earliestFinishOn: DayText,
  latestStartOn: DayText,
  latestFinishOn: DayText,
  mustFinishBy: DayText,
  totalFloatDays: z.int().nullable(),
  totalFloatWorkingDays: z.int().nullable(),
  completionCritical: z.boolean().nullable(),
  overdue: z.boolean(),
  // Nothing is provisional on a calendar that the file itself writes out.
  provisional: z.strictObject({}),
});
export type ActivityAnswer = Readonly<z.output<typeof ActivityAnswer>>;

const RelaxationAnswer = z.union([
  z.strictObject({ constraint: z.string(), days: z.int() }),
  z.strictObject({ constraint: z.string(), drop: z.literal(true) }),
]);
export type RelaxationAnswer = Readonly<z.output<typeof RelaxationAnswer>>;

const ScenarioAnswer = z.object({
  feasible: z.boolean(),
  structural: z.boolean(),
  completionOn: DayText,
  latenessDays: z.int().nullable(),
  drivingPath: z.array(z.string()).nullable(),
  activities: z.record(z.string(), ActivityAnswer),
  /** Both only when not feasible. */
  conflict: z.array(z.string()).optional(),
  relaxations: z.array(RelaxationAnswer).optional(),
});
export type ScenarioAnswer = Readonly<z.output<typeof ScenarioAnswer>>;

const LikelihoodAnswer = z.union([
  z.strictObject({ onTime: z.number() }),
  z.strictObject({ atLeast: z.number(), atMost: z.number() }),
]);
export type LikelihoodAnswer = Readonly<z.output<typeof LikelihoodAnswer>>;

/** Fields may be added to an answer, so unknown keys are let through; none may be missing. */
const Answer = z.object({
  id: z.string(),
  scenarios: z.record(z.enum(SCENARIO_NAMES), ScenarioAnswer),
  likelihood: LikelihoodAnswer,
});
export type Answer = Readonly<z.output<typeof Answer>>;

/** What `lastbus schedule` answers to a network. Throws where the network is refused or the answer lacks a field. */
export function answerTo(network: NetworkJson): Answer {
  return Answer.parse(ask(network, null));
}

const ByStartAnswer = z.object({
  likelihood: z.looseObject({
    byStart: z.array(
      z.union([
        z.strictObject({ startOn: z.string(), ...LikelihoodAnswer.options[0].shape }),
        z.strictObject({ startOn: z.string(), ...LikelihoodAnswer.options[1].shape }),
      ]),
    ),
  }),
});

/** The likelihood for each start day that `lastbus schedule --start-from --start-until` answers, by that day. */
export function likelihoodByStart(
  network: NetworkJson,
  from: Day,
  until: Day,
): Map<string, LikelihoodAnswer> {
  const { likelihood } = ByStartAnswer.parse(ask(network, { from, until }));
  return new Map(likelihood.byStart.map(({ startOn, ...rest }) => [startOn, rest]));
}

function ask(network: NetworkJson, starts: StartRange | null): object {
  const answer = scheduleNetwork(network, (id) => (id === 'china' ? china : undefined), starts);
  if (!answer.ok) throw new Error(`the network is refused: ${JSON.stringify(answer.problems)}`);
  return answer.value;
}
