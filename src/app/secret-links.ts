// The tokens of secret links. They are computed, not stored: a mail or a feed can carry them at any time while
// the database holds only their hashes. Under the same key, digests of what is not to be kept.

import { createHash, createHmac } from 'node:crypto';

export type TokenKind =
  | 'edit'
  | 'view'
  | 'feed'
  | 'step'
  | 'confirm'
  | 'unsubscribe'
  | 'mailed-step'
  | 'roster-edit'
  | 'roster-view'
  | 'roster-feed';

/**
 * `made up`: a secret that somebody else made. `ended address`: of one plan. `asked address`, `asking client`: whom, and
 * by whom, a confirmation was asked.
 */
export type DigestPurpose = 'made up' | 'ended address' | 'asked address' | 'asking client';

const TOKEN_BYTES = 16;

/** 22 characters of base64url: 128 bits. */
const TOKEN_FORM = /^[A-Za-z0-9_-]{22}$/;

export interface SecretLinks {
  /** HMAC-SHA256 of (kind, row id, generation) under the host's secret key, cut to 128 bits. */
  readonly tokenOf: (kind: TokenKind, rowId: string, generation: number) => string;
  /**
   * What the database may keep of something that can be guessed: a secret that somebody else made up, an address, a
   * client. HMAC-SHA256 under the key, so that a copy of the database alone does not tell who guessed right. The same
   * parts give another digest for another purpose.
   */
  readonly digestOf: (purpose: DigestPurpose, ...parts: readonly string[]) => string;
}

export function secretLinks(secretKey: string): SecretLinks {
  return {
    tokenOf: (kind, rowId, generation) =>
      createHmac('sha256', secretKey)
        // The parts cannot run into each other: ids hold no newline.
        .update(`${kind}\n${rowId}\n${generation}`)
        .digest()
        .subarray(0, TOKEN_BYTES)
        .toString('base64url'),
    // No kind of token is called as a purpose is: what is made here opens nothing.
    digestOf: (purpose, ...parts) =>
      createHmac('sha256', secretKey)
        .update([purpose, ...parts].join('\n'))
        .digest('base64url'),
  };
}

/** What the database keeps of a token; null for a text that can be none. */
export function hashOfToken(token: string): string | null {
  if (!TOKEN_FORM.test(token)) return null;
  return createHash('sha256').update(token).digest('base64url');
}

/** The hash of a token that we made ourselves. */
export function hashOfOwnToken(token: string): string {
  const hash = hashOfToken(token);
  if (hash === null) throw new Error('a token of our own has not the form of one');
  return hash;
}
