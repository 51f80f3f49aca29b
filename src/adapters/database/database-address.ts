// What DATABASE_URL can say.

import { resolve } from 'node:path';
import { DatabaseUnavailable } from './database-unavailable.ts';

export type DatabaseAddress =
  | { readonly engine: 'postgres'; readonly url: string }
  /** `path` is absolute. */
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'memory' };

/**
 * @param url `sqlite:PATH`, `sqlite::memory:` or `postgres://USER:PASSWORD@HOST:PORT/DATABASE`
 * @param baseFolder where a relative PATH starts
 * @throws DatabaseUnavailable for anything else; it is not repeated in the message, for it may hold a password
 */
export function parseDatabaseAddress(url: string, baseFolder: string): DatabaseAddress {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? '';
  const path = url.slice(scheme.length);
  if (scheme === 'postgres:' || scheme === 'postgresql:') return { engine: 'postgres', url };
  if (scheme === 'sqlite:' && path === ':memory:') return { engine: 'memory' };
  // `sqlite://data/x` looks relative and would be read as the absolute /data/x.
  if (scheme === 'sqlite:' && path !== '' && !/^\/\/(?!\/)/.test(path)) {
    return { engine: 'sqlite', path: resolve(baseFolder, path) };
  }
  const found = scheme === '' ? 'has no scheme' : `starts with ${scheme} and is no address we can open`;
  throw new DatabaseUnavailable(
    `The database address ${found}; set DATABASE_URL to sqlite:PATH, for example sqlite:./data/lastbus.sqlite, or to postgres://USER:PASSWORD@HOST:PORT/DATABASE.`,
  );
}
