// The address of a page with one thing in its query changed, to link to or to lead to.

/**
 * Path and query of `address` with `name` set to `value`; null takes it out.
 *
 * Whatever stands before the path goes, and so do further slashes at its beginning: an answer may lead to another
 * page of this server, never to another host.
 */
export function addressWith(address: string, name: string, value: string | null): string {
  // The host is a stand-in that a relative address needs to be read.
  const url = new URL(address, 'http://host.invalid');
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
}
