// A way to a server that a test can cut and restore: to the client, the server is away.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface BreakableProxy {
  /** The address, with this proxy in the place of its host and port. */
  readonly url: string;
  /** Breaks every connection, and takes none until it is restored. */
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
}

/** A proxy to the server of an address, until the test that is running ends. */
export async function proxyTo(target: string): Promise<BreakableProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port || 5432), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.pipe(upstream).pipe(client);
  });
  const cut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(cut);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ownPort = (server.address() as AddressInfo).port;
  const url = new URL(target);
  url.host = `127.0.0.1:${ownPort}`;
  return {
    url: url.href,
    cut,
    async restore() {
      server.listen(ownPort, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}
