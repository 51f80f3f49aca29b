// Who announced something, by the address at which it stands.

import type { Result } from '../../domain/problem.ts';

export interface SourceAddress {
  readonly publisher: string;
  readonly address: string;
  /** Only what an authority itself publishes is confirmed. */
  readonly confidence: 'confirmed' | 'reported';
}

export function readAddress(typed: string | undefined): Result<SourceAddress> {
  const url = typed === undefined ? null : URL.parse(typed);
  if (typed === undefined || url === null || !['http:', 'https:'].includes(url.protocol)) {
    const what = typed === undefined ? 'missing' : 'not an address';
    const allowed = 'an address that begins with http:// or https://';
    return { ok: false, problems: [{ path: ['--source'], what, value: typed, allowed }] };
  }
  const publisher = url.hostname;
  const isOfficial = publisher === 'gov.cn' || publisher.endsWith('.gov.cn');
  const confidence = isOfficial ? 'confirmed' : 'reported';
  return { ok: true, value: { publisher, address: typed, confidence } };
}
