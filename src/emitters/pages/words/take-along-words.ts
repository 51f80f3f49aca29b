// The catalogue of what a family takes along: a card of text to paste, a link to look at, a sheet of paper.

export interface TakeAlongWords {
  /** The page of links and text. */
  readonly title: string;
  readonly lead: string;
  /** What the page holds, beside the link to it. */
  readonly hint: string;
  readonly backToPlan: string;
  readonly cardTitle: string;
  readonly cardHint: string;
  readonly linkTitle: string;
  readonly linkHint: string;
  readonly qrLabel: string;
  readonly qrHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly printTitle: string;
  readonly printHint: string;
  /** In the card of text. */
  readonly card: {
    readonly today: string;
    readonly steps: string;
    readonly step: (number: string, title: string, actor: string) => string;
    readonly cutoff: string;
    readonly cutoffDay: (day: string, status: string) => string;
    readonly link: string;
    readonly bound: (label: string, day: string) => string;
  };
  /** On paper. */
  readonly sheet: {
    readonly step: string;
    readonly who: string;
    readonly days: string;
    readonly what: string;
    readonly qr: string;
    readonly lastBus: (day: string, status: string) => string;
  };
}
