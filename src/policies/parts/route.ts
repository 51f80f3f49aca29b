// A route as a policy defines it: for whom it is, and its steps.

import type { Period } from '../../domain/duration.ts';
import type { Localized } from '../../domain/localized.ts';
import type { Condition } from '../condition.ts';
import type { DurationDefinition } from './activity.ts';

export interface RouteStep {
  readonly activity: string;
  /** Null: always part of the route. */
  readonly when: Condition | null;
  /** In the place of the activity's own; null: those. */
  readonly durations: readonly DurationDefinition[] | null;
  readonly after: readonly {
    readonly activity: string;
    readonly minLag: Period;
    readonly maxLag: Period | null;
    readonly source: string | null;
  }[];
}

export interface RouteDefinition {
  readonly id: string;
  readonly title: Localized;
  readonly source: string;
  /** False: shown, and recommended to nobody. */
  readonly isRecommendable: boolean;
  /** Whom it is for. */
  readonly when: Condition;
  /** Who is expected to come by it while the outcomes that it names have not been seen; null: all of them. */
  readonly expectWhen: Condition | null;
  readonly notEligibleBecause: Localized;
  /** By activity: the outcome that this route goes on from. */
  readonly outcomes: ReadonlyMap<string, string>;
  readonly cutoff: string;
  readonly steps: readonly RouteStep[];
  /** Done after the last step, not bound by the cutoff. */
  readonly followUp: readonly RouteStep[];
}
