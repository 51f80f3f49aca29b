// The sentences of the mails, in each language.

/** `on`, `from` and `by` are days in words. */
export interface MailWords {
  /** `by` is null where no last day is known; `more` counts the further steps in the mail. */
  readonly subject: (title: string, by: string | null, daysLeft: string | null, more: number) => string;
  readonly deadline: (on: string, daysLeft: string, isSameDay: boolean) => string;
  /** The mail should have come on the morning of an earlier day. */
  readonly late: (on: string) => string;
  /** From the day of the mail to the last day; negative: it is past. */
  readonly daysLeft: (days: number) => string;
  readonly noLastDay: string;
  /** Told late: the last day that was safe under every reading. */
  readonly safeDayWas: (on: string) => string;
  /** Null: the day of the mail. */
  readonly opensOn: (on: string | null) => string;
  readonly askEmployer: string;
  /** Asks for a plan: a day, a time, a place. */
  readonly makePlan: string;
  readonly heading: Readonly<
    Record<'place' | 'bring' | 'why' | 'tips' | 'otherDates' | 'unsure' | 'ifMissed', string>
  >;
  readonly by: (on: string) => string;
  readonly byChannel: (channel: string, on: string) => string;
  /** Makes a sentence of a part of one. */
  readonly sentence: (part: string) => string;
  readonly onlyOn: (on: string) => string;
  /** `by` is a part of a sentence that `by` or `byChannel` made. */
  readonly span: (from: string | null, by: string | null) => string;
  readonly cutoff: string;
  readonly unsure: {
    readonly cutoffExpected: (on: string) => string;
    readonly cutoffOwn: (on: string) => string;
    readonly projected: (policyYear: number) => string;
    readonly weak: (title: string, confidence: string) => string;
    readonly assumed: (facts: number) => string;
  };
  /** Leads to the page on which the step is noted. */
  readonly noteDone: string;
  readonly openPlan: string;
  readonly attached: (filename: string) => string;
  readonly whyYou: (policyTitle: string) => string;
  readonly stop: string;
  readonly confirm: {
    readonly subject: string;
    readonly asked: (policyTitle: string) => string;
    readonly whatToDo: string;
    readonly link: string;
    readonly nothingElse: string;
    readonly ignore: string;
  };
}
