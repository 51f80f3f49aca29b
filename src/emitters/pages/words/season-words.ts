// The catalogue of a plan that is done, and of the year after.

export interface SeasonWords {
  readonly title: string;
  readonly text: string;
  readonly next: string;
  /** There are rules for the year after: what a tap does. */
  readonly canPlan: (year: number) => string;
  readonly isProjected: string;
  readonly carried: string;
  readonly mails: (addresses: number) => string;
  readonly button: (year: number) => string;
  /** There are none yet; `month` is when to come back. */
  readonly notYet: (year: number, month: string) => string;
  readonly ownerOnly: string;
  /** What else goes by the same permit. */
  readonly related: {
    readonly title: string;
    readonly help: string;
    readonly inYear: (year: number, days: string) => string;
    readonly source: string;
  };
}
