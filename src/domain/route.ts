// A route as a policy and a case make it, before it is planned: its network, and what people need to know
// about each step.

import type { Case } from './case.ts';
import type { Day } from './day.ts';
import type { Period, StartRule } from './duration.ts';
import type { Localized } from './localized.ts';
import type { NetworkDescription } from './network.ts';
import type { Actor, AnsweredFact, Channel, Fee, IfMissed, PlannedCutoff, PlanPolicy } from './plan.ts';
import type { Source } from './provenance.ts';
import type { Reason } from './reason.ts';

type ReasonOf<R extends Reason['rule']> = Extract<Reason, { rule: R }>;

/** A step as people see it, and where each of its numbers comes from. */
export interface RouteActivity {
  readonly id: string;
  readonly title: Localized;
  readonly actor: Actor;
  readonly place: Localized | null;
  readonly bring: readonly Localized[];
  readonly tips: readonly Localized[];
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
}

/** Everything a plan is assembled from. */
export interface PlanFacts {
  readonly policy: PlanPolicy;
  readonly given: Case;
  readonly facts: readonly AnsweredFact[];
  readonly routes: readonly RouteToPlan[];
  readonly askWhom: Localized;
  readonly ifMissed: IfMissed | null;
  readonly fee: Fee | null;
  readonly sources: ReadonlyMap<string, Source>;
}
