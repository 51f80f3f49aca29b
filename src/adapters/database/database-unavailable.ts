// The one error of opening and reaching the database: for whoever runs the server, not for families. What can
// go wrong differs by engine and stands in engines/.

/** The database cannot be opened or reached. The message is one sentence: where, what is wrong, what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** What a request that needed it is answered with: come again later. */
  readonly status = 503;
}

export interface Trouble {
  readonly what: string;
  readonly remedy: string;
}

/** @param place the database as whoever runs the server knows it, without a password */
export function unavailable(
  place: string,
  { what, remedy }: Trouble,
  options?: ErrorOptions,
): DatabaseUnavailable {
  return new DatabaseUnavailable(`The database ${place} cannot be used: ${what}; ${remedy}.`, options);
}
