// The catalogue of what is said to an employer's HR: who is not the family, knows nothing of the plan, and has one step
// of it in hand. Pages, mails and the text to pass on take it from here.

import type { ReminderKind } from '../../domain/reminder.ts';

export interface EmployerWords {
  /** Of the page, and above everything that is said. */
  readonly title: (step: string) => string;
  /** Who asks, and in what matter. */
  readonly asked: (policyTitle: string, reference: string | null) => string;
  readonly heading: Readonly<Record<'what' | 'where' | 'when' | 'why' | 'bring' | 'sources', string>>;
  /** What to click. */
  readonly how: string;
  /** From when it can be done: the family is then so far. */
  readonly from: (day: string) => string;
  readonly now: string;
  /** The family has steps before it that are not noted as done; which ones is not HR's to know. */
  readonly waits: string;
  readonly running: (since: string) => string;
  readonly done: (on: string) => string;
  readonly cutoff: (on: string, at: string | null, status: string) => string;
  readonly nothing: { readonly title: string; readonly text: string };
  readonly mark: {
    readonly title: string;
    readonly started: string;
    readonly done: string;
    readonly outcome: string;
    readonly noOutcome: string;
    readonly undo: string;
    readonly news: Readonly<Record<'started' | 'done' | 'undone' | 'not-now', string>>;
  };
  /** What the link shows and what it does not. */
  readonly only: string;
  /** The text that a family passes on. */
  readonly text: {
    readonly greeting: (policyTitle: string) => string;
    readonly how: string;
    readonly from: (day: string) => string;
    readonly now: string;
    readonly link: string;
    readonly thanks: string;
  };
  /** The part of a plan's page about HR. */
  readonly section: {
    readonly title: string;
    readonly lead: string;
    readonly textLabel: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly noLink: string;
    readonly makeLink: string;
    readonly link: string;
    readonly renew: string;
    readonly renewed: string;
    readonly mailTitle: string;
    readonly mailText: string;
    readonly addressLabel: string;
    readonly referenceLabel: string;
    readonly referenceHint: string;
    readonly referenceFault: string;
    readonly button: string;
  };
  readonly mail: {
    readonly occasion: Readonly<Partial<Record<ReminderKind, string>>>;
    readonly subject: (title: string, reference: string | null, by: string | null) => string;
    readonly open: string;
    readonly whyYou: string;
    readonly confirm: {
      readonly subject: string;
      readonly asked: (policyTitle: string, reference: string | null) => string;
      readonly whatComes: string;
      readonly nothingElse: string;
    };
  };
}
