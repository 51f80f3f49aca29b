// The log: JSON lines of pino (MIT), and a last net under everything that is logged.
//
// Nothing that is logged on purpose holds a link, a mail address or a password. But an error of a library may quote
// what it was given, and a log is read by more people than hold these keys.

import { type DestinationStream, type Logger, pino } from 'pino';

/** What must not be read in a log, and what stands in its place. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // The key of a secret link is a part of its path: 22 characters of base64url.
  [/(\/|%2F)[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/gi, '$1[key]'],
  // The password in the address of a database or a relay.
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*:)[^\s@"]+@/gi, '$1[password]@'],
  [/(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?![\w-])/g, '[address]'],
];

/** A line of the log without what belongs in none. */
function redacted(line: string): string {
  return SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

/** @param destination left out: standard output. */
export function openLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, hooks: { streamWrite: redacted } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
