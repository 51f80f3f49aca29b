// What a command needs of the terminal, and how it ends.

/** 0: an answer was given. 2: bad input. */
export type ExitCode = 0 | 2;

export interface Terminal {
  /** Resolves when the text was taken, so that a long answer waits for its reader. */
  readonly print: (text: string) => Promise<void>;
  /** A line on standard error. */
  readonly complain: (line: string) => void;
  readonly standardInput: AsyncIterable<string>;
  /** The same as it comes, where the encoding is not known; of the two only one can be read. */
  readonly standardInputOctets: AsyncIterable<Uint8Array>;
  /** Resolves a path that the user typed. */
  readonly pathOf: (typed: string) => string;
}

/** The arguments were not those of the command. */
export class UsageError extends Error {}
