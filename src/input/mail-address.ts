// One plain mail address, as somebody typed it. zod (MIT) brings the pattern; the lengths are RFC 5321's.

import { z } from 'zod';

/** RFC 5321, 4.5.3.1: octets of the part before the @, and of the whole between `<` and `>`. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;
const LONGEST_LABEL = 63;

/** ASCII only: no quoted local part, display name, comment, comma, group or control character fits. */
const PlainAddress = z.email();

/**
 * The one plain address in `text`, or null when it is anything else. Blanks around it, which phones like to
 * add, are dropped; the domain is in small letters, so that one mailbox is written in one way.
 */
export function parseAddress(text: string): string | null {
  const trimmed = text.replace(/^ +| +$/g, '');
  if (trimmed.length > LONGEST_ADDRESS || !PlainAddress.safeParse(trimmed).success) return null;
  const [localPart, domain] = trimmed.split('@');
  if (localPart === undefined || domain === undefined) return null;
  if (localPart.length > LONGEST_LOCAL_PART) return null;
  if (domain.split('.').some((label) => label.length > LONGEST_LABEL || label.endsWith('-'))) return null;
  return `${localPart}@${domain.toLowerCase()}`;
}
