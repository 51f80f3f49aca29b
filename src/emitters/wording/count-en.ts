// A number with its noun in English.

/** `1 day`, `2 days`; only for nouns that take an s. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
