// The policy files as those who keep them need them: read together with what is not written yet, and written.

import type { PolicyBook } from './policy-book.ts';

/** A file that need not be on the disk. */
export interface Draft {
  readonly file: string;
  readonly text: string;
}

export interface PolicyShelf {
  /** The shipped files and the host's own, with drafts where they would stand among them. */
  readonly read: (drafts?: readonly Draft[]) => Promise<PolicyBook>;
  /** The shipped files, and those of some folders in the place of the host's own. */
  readonly readShippedWith: (folders: readonly string[]) => Promise<PolicyBook>;
  /** The host's own folder; it need not be there yet. */
  readonly ownFolder: string;
  /** Writes a file and the folders above it, whole or not at all; false: there is one of that name already. */
  readonly writeNew: (draft: Draft) => Promise<boolean>;
}
