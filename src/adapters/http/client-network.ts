// Who asks, as far as limits are concerned: the network that an address belongs to.

import { isIPv6 } from 'node:net';
import type { AnyRequest } from './http-context.ts';

/** Whoever has one address of IPv6 has the 64 bits behind it as well, and could come from another one each time. */
const GROUPS_OF_NETWORK = 4;

/** An IPv4 address as it is, also where it stands in one of IPv6; of IPv6 the first 64 bits. */
export function clientNetwork({ ip = '' }: Pick<AnyRequest, 'ip'>): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [address = ''] = ip.split('%');
  if (!isIPv6(address)) return ip;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, GROUPS_OF_NETWORK)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
