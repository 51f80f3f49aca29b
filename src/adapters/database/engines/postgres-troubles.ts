// What can be wrong with a PostgreSQL server, in words for whoever runs ours. Nothing here shows a password.

import { DatabaseUnavailable, type Trouble, unavailable } from '../database-unavailable.ts';

const CHECK_ADDRESS = 'check host and port in DATABASE_URL';
const CHECK_USER = 'check user and password in DATABASE_URL';
const WAIT = 'it is tried anew with the next request';

const SILENT: Trouble = { what: 'no answer came in time', remedy: `see how busy it is, or ${CHECK_ADDRESS}` };
const REFUSED: Trouble = { what: 'it refuses this user or password', remedy: CHECK_USER };
const BROKEN: Trouble = { what: 'the connection broke off', remedy: WAIT };
const NOT_UP: Trouble = { what: 'it is starting or shutting down', remedy: WAIT };

/** By error code of the system, or by SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const TROUBLES: ReadonlyMap<unknown, Trouble> = new Map([
  ['ENOTFOUND', { what: 'its host is not known', remedy: CHECK_ADDRESS }],
  ['EAI_AGAIN', { what: 'its host is not known at present', remedy: CHECK_ADDRESS }],
  ['ECONNREFUSED', { what: 'nothing answers there', remedy: `start PostgreSQL, or ${CHECK_ADDRESS}` }],
  ['ENOENT', { what: 'nothing answers there', remedy: `start PostgreSQL, or ${CHECK_ADDRESS}` }],
  ['EHOSTUNREACH', { what: 'its host cannot be reached', remedy: CHECK_ADDRESS }],
  ['ENETUNREACH', { what: 'its host cannot be reached', remedy: CHECK_ADDRESS }],
  ['ETIMEDOUT', SILENT],
  ['ECONNRESET', BROKEN],
  ['EPIPE', BROKEN],
  ['28000', REFUSED],
  ['28P01', REFUSED],
  ['3D000', { what: 'there is no database of that name', remedy: 'create it, with encoding UTF8' }],
  [
    '42501',
    { what: 'this user may not make tables there', remedy: 'make the user the owner of the database' },
  ],
  ['25006', { what: 'it takes no changes', remedy: 'name the primary server in DATABASE_URL' }],
  ['25P03', { what: 'a transaction stood still too long', remedy: WAIT }],
  ['53100', { what: 'its disk is full', remedy: 'make room' }],
  [
    '53300',
    { what: 'it has no connection left', remedy: 'raise its max_connections, or run fewer processes' },
  ],
  ['57P01', NOT_UP],
  ['57P02', NOT_UP],
  ['57P03', NOT_UP],
  ['57P04', { what: 'the database was dropped', remedy: 'create it, with encoding UTF8' }],
]);

/** What `pg` says without any code. */
const TROUBLES_BY_WORDS: readonly (readonly [RegExp, Trouble])[] = [
  [/timeout/i, SILENT],
  [/connection (terminated|error)|not queryable|connection ended/i, BROKEN],
  [/client password must be/i, { what: 'it asks for a password', remedy: 'give one in DATABASE_URL' }],
];

/** SQLSTATE class 08: connection exceptions. */
const CONNECTION_EXCEPTION = /^08[0-9A-Z]{3}$/;

/** Codes that a single statement can meet for reasons of its own. */
const OF_A_STATEMENT: ReadonlySet<unknown> = new Set(['42501', 'ENOENT']);

/** Whether a query failed because the server is away, and not because of what it says. */
export function isUnavailability(error: unknown): boolean {
  return troubleOf(error) !== undefined && !OF_A_STATEMENT.has(codeOf(error));
}

/** What went wrong with the database `place`; an error that says so already is kept. */
export function unavailableServer(place: string, cause: unknown): DatabaseUnavailable {
  if (cause instanceof DatabaseUnavailable) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const trouble = troubleOf(cause) ?? { what: message, remedy: 'check DATABASE_URL' };
  return unavailable(place, trouble, { cause });
}

/** Neither the address nor its fault is repeated: both may hold the password. */
export function malformedAddress(): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'The database address cannot be read; set DATABASE_URL to postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded (an @ is %40).',
  );
}

function troubleOf(error: unknown): Trouble | undefined {
  const code = codeOf(error);
  const known = TROUBLES.get(code);
  if (known !== undefined) return known;
  if (typeof code === 'string') return CONNECTION_EXCEPTION.test(code) ? BROKEN : undefined;
  if (!(error instanceof Error)) return undefined;
  return TROUBLES_BY_WORDS.find(([words]) => words.test(error.message))?.[1];
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
