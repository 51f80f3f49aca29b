// A route as a policy and a case make it, before it is planned: its network, and what people need to know
// about each step.

import type { Case } from './case.ts';
import type { Coverage } from './cover.ts';
import type { Day } from './day.ts';
import type { Period, StartRule } from './duration.ts';
import type { ForkBranch } from './fork.ts';
import type { Localized } from './localized.ts';
import type { NetworkDescription } from './network.ts';
import type {
  AnsweredFact,
  Eligibility,
  Fee,
  OpenQuestion,
  Plan,
  PlannedCutoff,
  PlanPolicy,
  Risk,
} from './plan.ts';
import type { ActivityOutcome, Actor, Channel } from './planned-activity.ts';
import type { AwaitedOutcome, PlannedReading } from './planned-route.ts';
import type { Source } from './provenance.ts';
import type { Reason } from './reason.ts';

type ReasonOf<R extends Reason['rule']> = Extract<Reason, { rule: R }>;

/** A step as people see it, and where each of its numbers comes from. */
export interface RouteActivity {
  readonly id: string;
  readonly title: Localized;
  readonly actor: Actor;
  /** Who has to come along; null: nobody. */
  readonly accompaniedBy: 'employer' | null;
  /** The fact that holds the last day of the paper that it renews; null: it renews none. */
  readonly renews: string | null;
  readonly place: Localized | null;
  readonly bring: readonly Localized[];
  readonly tips: readonly Localized[];
  readonly source: string;
  /** Everybody who says something of the above. */
  readonly toldBy: readonly string[];
  readonly outcomes: readonly ActivityOutcome[];
  readonly channels: ReadonlyMap<Channel, StartRule>;
  readonly durationBasis: Pick<ReasonOf<'takes'>, 'basis' | 'source' | 'legalLimit'>;
  /** Who observed how long it really takes; null: nobody that we know of. */
  readonly observedSource: string | null;
  readonly opens: Pick<ReasonOf<'window-opens'>, 'source' | 'from'> | null;
  readonly closes: Pick<ReasonOf<'window-closes'>, 'source'> | null;
}

/** A step behind the network: not bound by the cutoff, done after the steps it names. */
export interface FollowUp {
  readonly activity: RouteActivity;
  readonly duration: Period;
  readonly startedOn: Day | null;
  readonly finishedOn: Day | null;
}

export interface RouteToPlan {
  readonly id: string;
  readonly title: Localized;
  /** Null: open to this family. */
  readonly notEligibleBecause: Localized | null;
  readonly network: NetworkDescription;
  /** One for each activity of the network, in its order. */
  readonly activities: readonly RouteActivity[];
  readonly followUps: readonly FollowUp[];
  readonly cutoff: PlannedCutoff;
  /** Who says that there is this route. */
  readonly source: string;
  readonly isRecommendable: boolean;
  /** The outcomes that it goes on from and that have not been seen yet. */
  readonly ifOutcomes: readonly AwaitedOutcome[];
  /** The readings that change its network, each with the network it gives. */
  readonly readings: readonly (Omit<PlannedReading, 'isFeasible' | 'lastStart' | 'ifMissed'> & {
    readonly network: NetworkDescription;
    /** The cover as this reading tells it; null: as usual. */
    readonly coverage: Coverage | null;
  })[];
  /** The networks of all combinations of readings that could make it stricter, beside the usual one. */
  readonly stricter: readonly NetworkDescription[];
}

/** A route as its sources are usually read, before any other reading of them is looked at. */
export type UsualRoute = Omit<RouteToPlan, 'readings' | 'stricter'>;

/** An activity of the policy whose end decides the way on. */
export interface ForkToPlan {
  readonly activity: string;
  readonly title: Localized;
  readonly branches: readonly (Omit<ForkBranch, 'route' | 'verdict' | 'likelihood'> & {
    /** Ids of the routes that go on from it. */
    readonly routes: readonly string[];
  })[];
}

/** Everything a plan is assembled from. */
export interface PlanFacts {
  readonly policy: PlanPolicy;
  readonly given: Case;
  readonly facts: readonly AnsweredFact[];
  readonly routes: readonly RouteToPlan[];
  readonly askWhom: Localized;
  readonly eligibility: Eligibility | null;
  readonly forks: readonly ForkToPlan[];
  readonly questions: readonly OpenQuestion[];
  readonly risks: readonly Risk[];
  readonly coverage: Coverage | null;
  readonly fees: readonly Fee[];
  readonly opening: Plan['opening'];
  readonly sources: ReadonlyMap<string, Source>;
}
