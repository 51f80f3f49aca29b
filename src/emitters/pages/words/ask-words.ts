// The catalogue of asking: one question at a time before the first answer, and what stands beside that answer.

export interface AskWords {
  readonly otherPolicies: string;
  readonly everyPolicy: string;
  readonly next: string;
  readonly dontKnow: string;
  /** What the plan takes for who does not know. */
  readonly thenTaken: (shown: string) => string;
  /** Of a day: that a month alone will do. */
  readonly monthWillDo: string;
  readonly given: string;
  readonly change: string;
  /** The same for those who hear the link alone. */
  readonly changeOf: (question: string) => string;
  /** An answer that was taken for granted on the way to a question; `shown` is it. */
  readonly taken: (question: string, shown: string) => string;
  readonly notSo: string;
  readonly present: string;
  readonly backToPlan: string;
  readonly nothingStored: string;
  /** Before the title of a page with faults, for who hears it. */
  readonly faultTitle: (title: string) => string;

  readonly answers: {
    readonly title: string;
    /** The link from the top of the plan; `open`: how many questions were not asked. */
    readonly jump: (open: number) => string;
    readonly notKnown: string;
    readonly about: (month: string) => string;
    readonly more: string;
    readonly moreHint: string;
    readonly answer: string;
    readonly answerTo: (question: string) => string;
  };
  /** On top of a plan whose last step somebody else may close earlier, on a day that is not known yet. */
  readonly ownDeadline: {
    readonly title: string;
    readonly until: string;
    readonly answerNow: string;
  };
  readonly inexact: {
    readonly title: string;
    /** What was not answered exactly, and what the plan below takes for it. */
    readonly taken: (question: string, shown: string) => string;
    readonly ifOther: string;
    readonly row: (shown: string, verdict: string, lastStart: string | null) => string;
    readonly answerNow: string;
    /** In the place of the button that stores. */
    readonly beforeStoring: string;
  };
  readonly share: {
    readonly title: string;
    readonly text: string;
    readonly label: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
  };
}
