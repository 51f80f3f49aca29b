// The words of calendar entries, in each language.

/** `on` is null on the entry's own day; an alarm that rings before it names the day. */
export interface EntryWords {
  readonly name: (policy: string) => string;
  /** The title of an entry that fell away. */
  readonly cancelled: (title: string) => string;
  readonly title: {
    readonly opens: (what: string, on: string | null) => string;
    readonly lastDay: (what: string, on: string | null) => string;
    /** The same where the employer has to act. */
    readonly lastDayOfEmployer: (what: string, on: string | null) => string;
    /** It is under way and must come to its end. */
    readonly finish: (what: string, on: string | null) => string;
    /** It has no last day; the first on which it can be finished. */
    readonly act: (what: string, on: string | null) => string;
    /** How it ended decides the way on. */
    readonly look: (what: string, on: string | null) => string;
    /** An office is at work; the first day on which its answer can be there. */
    readonly result: (what: string, on: string | null) => string;
    readonly done: (what: string) => string;
    /** `what` null: nothing has its last day then. `at` null: the end of the day. */
    readonly cutoff: (cutoff: {
      readonly what: string | null;
      readonly on: string | null;
      readonly at: string | null;
      readonly isExpected: boolean;
    }) => string;
    readonly cutoffMet: string;
    readonly ask: string;
    readonly today: string;
  };
  /** Lines of a description. */
  readonly line: {
    /** What, and who does it. */
    readonly step: (title: string, actor: string) => string;
    readonly place: (place: string) => string;
    readonly bring: (papers: string) => string;
    readonly tip: (tip: string) => string;
    readonly channel: (channel: string, lastStart: string) => string;
    readonly floatFromHere: (float: string, latestStart: string) => string;
    readonly floatUsedUp: (float: string, earliestStart: string) => string;
    readonly noFloat: string;
    readonly late: (float: string) => string;
    readonly why: (reasons: readonly string[]) => string;
    readonly earliest: (reasons: readonly string[]) => string;
    readonly wait: (title: string, actor: string, period: string | null) => string;
    /** It counts on a step that is still to be done. */
    readonly after: (title: string) => string;
    readonly result: (earliestFinish: string) => string;
    readonly mustFinishBy: (mustFinishBy: string) => string;
    readonly sources: (titles: readonly string[]) => string;
    readonly confidence: (confidence: string) => string;
    readonly cutoff: (on: string, at: string | null, status: string) => string;
    readonly ownCutoff: string;
    readonly ifMissed: (text: string) => string;
    readonly notEligible: (route: string, because: string) => string;
    readonly finished: (on: string) => string;
    readonly link: (address: string) => string;
  };
}
