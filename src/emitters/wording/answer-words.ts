// The catalogue's part on what a plan answers beside dates: readings, forks, questions, risks, cover, fees.

/** Days, titles and texts come in already as words of the language. */
export interface AnswerWords {
  readonly heading: Readonly<
    Record<'readings' | 'fork' | 'questions' | 'risks' | 'cover' | 'fees' | 'notForYou', string>
  >;
  /** The last start under the usual reading and under all of them; `safe` null: none is safe. */
  readonly lastStart: (title: string, usual: string, safe: string | null) => string;
  readonly reading: (
    about: string,
    title: string,
    then: {
      readonly lastStart: string | null;
      readonly isFeasible: boolean;
      /** What it says of a late payment, where that differs. */
      readonly ifMissed: string | null;
    },
  ) => string;
  readonly forkOn: (title: string, lookOn: string | null) => string;
  readonly branch: (seen: string, means: string, verdict: string) => string;
  /** Nothing is known to be open after it. */
  readonly branchClosed: (seen: string, means: string) => string;
  readonly instead: (text: string) => string;
  /** Under which outcomes a chance is meant. */
  readonly ifSeen: (seen: readonly string[], sentence: string) => string;
  readonly question: (whom: string, ask: string, by: string | null) => string;
  readonly askToday: (whom: string, ask: string) => string;
  readonly risk: (text: string, from: string | null, until: string | null) => string;
  readonly coverInTime: (from: string, until: string) => string;
  readonly fee: (title: string | null, policyYear: number, amount: number, status: string) => string;
  readonly neverRecommended: string;
  readonly stale: string;
  readonly opens: (on: string, status: string) => string;
}
