// The world's time, as the app needs it.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' };

export interface Clock {
  now(): Instant;
}
