// From where a public address can be reached, as far as the address itself tells. Nothing is tried.

import { isIP } from 'node:net';

/**
 * `everywhere`: https and a public host. `unencrypted`: a public host without https. `network`: only from within a
 * network of one's own. `machine`: only from the machine that the server runs on.
 */
export type Reach = 'everywhere' | 'unencrypted' | 'network' | 'machine';

const PRIVATE_IPV4 =
  /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
/** Unique local and link-local addresses (RFC 4193, RFC 4291). */
const PRIVATE_IPV6 = /^(?:f[cd]|fe[89ab])/i;
/** Names that no public name server answers (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_NAME = /(?:^|\.)(?:local|internal|lan|home|home\.arpa|test|invalid)$/;

export function reachOf(publicUrl: string): Reach {
  const { protocol, hostname } = new URL(publicUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isOwnMachine(host)) return 'machine';
  if (isOwnNetwork(host)) return 'network';
  return protocol === 'https:' ? 'everywhere' : 'unencrypted';
}

function isOwnMachine(host: string): boolean {
  return /^127\./.test(host) || host === '::1' || /(?:^|\.)localhost$/.test(host);
}

function isOwnNetwork(host: string): boolean {
  const version = isIP(host);
  if (version === 4) return PRIVATE_IPV4.test(host);
  if (version === 6) return PRIVATE_IPV6.test(host);
  // A name of one part is known in its own network only.
  return !host.includes('.') || PRIVATE_NAME.test(host);
}
