// What a policy asks of a family, and when.

import type { Localized } from '../../domain/localized.ts';
import type { Condition } from '../condition.ts';

export type FactType = 'date' | 'choice' | 'boolean' | 'integer' | 'month' | 'date-or-month';

export interface FactDefinition {
  readonly id: string;
  readonly type: FactType;
  readonly question: Localized;
  readonly help: Localized | null;
  /** Of a choice: its values and what they mean, in the order to be shown. */
  readonly choices: ReadonlyMap<string, Localized>;
  /** The value that is assumed, and said to be, when nobody gives one; null: it stays unknown. */
  readonly fallback: string | boolean | number | null;
  /** What is known of it when the plan of the year before is done; null: nothing beside the answer given then. */
  readonly afterDone: string | boolean | number | null;
  /** It must be given when `askWhen` holds. */
  readonly isRequired: boolean;
  /** Null: always asked. */
  readonly askWhen: Condition | null;
  /** For whom it is asked before the first answer, although a plan can do without; null: nobody. */
  readonly askEarlyWhen: Condition | null;
}
