// What pages that ask show of the answers so far, and carry along.

/** A value that a form carries along unseen. */
export interface CarriedValue {
  readonly name: string;
  readonly value: string;
}

/** A question with its answer in words, and where it is answered anew. */
export interface GivenAnswer {
  readonly question: string;
  readonly shown: string;
  readonly href: string;
}

/** The policy that is asked for, and the others that there are. */
export interface PolicyChoices {
  readonly title: string;
  readonly others: readonly { readonly title: string; readonly href: string }[];
  /** All of them with their rules and sources. */
  readonly listHref: string;
}
