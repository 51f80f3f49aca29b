// By what an employer knows whom a mail is about: a name or a staff number, as somebody typed it.
//
// It goes into a mail to an address that nobody has confirmed yet, so that whoever reads it can tell. What could be
// taken for an address or a sentence of an advertisement does not fit.

const REFERENCE = /^[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M} ·-]{0,18}[\p{L}\p{N}\p{M}])?$/u;

/** Null: nothing was given. Undefined: it is none. */
export function parseReference(text: unknown): string | null | undefined {
  if (typeof text !== 'string') return undefined;
  const trimmed = text.normalize('NFC').trim();
  if (trimmed === '') return null;
  return REFERENCE.test(trimmed) ? trimmed : undefined;
}
