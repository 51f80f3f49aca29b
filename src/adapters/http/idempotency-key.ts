// The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header): whoever got no answer sends the same request
// with the same key again, and it is carried out once.

import type { Fault } from '../../domain/problem.ts';
import type { AnyRequest } from './http-context.ts';

const HEADER = 'Idempotency-Key';

/** 1 to 255 visible ASCII characters, as they are or as a string of RFC 9651, in quotes. */
const FORM = /^(?:"([!#-[\]-~]{1,255})"|([!#-~]{1,255}))$/;

/** A UUID without hyphens has 32 characters, 120 random bits in base64 have 20. */
const SHORTEST_UNGUESSABLE = 20;

export type GivenKey =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'invalid'; readonly fault: Fault };

/**
 * The key of a request. With a key and the same body anybody gets the same answer, links and all, and short keys are
 * made up alike by many: such a key counts only for the address that it came from.
 */
export function idempotencyKeyOf(req: AnyRequest): GivenKey {
  const text = req.get(HEADER);
  if (text === undefined) return { kind: 'none' };
  const match = FORM.exec(text);
  const key = match?.[1] ?? match?.[2];
  if (key === undefined) {
    const allowed = '1 to 255 visible ASCII characters, such as a UUID';
    return {
      kind: 'invalid',
      fault: { path: [HEADER], what: 'not an allowed value', value: text, allowed },
    };
  }
  // No key has a newline in it, so that no long key can pose as a short one.
  return { kind: 'key', key: key.length < SHORTEST_UNGUESSABLE ? `${req.ip}\n${key}` : key };
}
