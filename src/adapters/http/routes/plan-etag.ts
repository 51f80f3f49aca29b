// The entity tag of a stored plan: its version, for changes that must not be lost, and a digest of the answer,
// which also changes from day to day while the version stays.

import { createHash } from 'node:crypto';

const DIGEST_LENGTH = 16;

export function planETag(version: number, body: string): string {
  return `"${version}-${createHash('sha256').update(body).digest('hex').slice(0, DIGEST_LENGTH)}"`;
}

/**
 * The version that a change with `If-Match` (RFC 9110, 13.1.1) is meant for: null for any, when the header is
 * left out or `*`; `stale` when it names another than `version`.
 *
 * Of our tags only the version counts: a plan read yesterday says other days today, and is still the plan that
 * was read. A weak tag never matches.
 */
export function expectedVersion(ifMatch: string | undefined, version: number): number | null | 'stale' {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null;
  const versions = ifMatch.split(',').map((tag) => /^"(\d+)-[0-9a-f]*"$/.exec(tag.trim())?.[1]);
  return versions.includes(String(version)) ? version : 'stale';
}
