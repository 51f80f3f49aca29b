// A reverse proxy of a few lines, for machines without Caddy and nginx: it gives requests to its servers in turn, and
// learns in one of two ways that one of them is not there.

import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Front } from './rolling-restart.ts';

/**
 * `asks`: as Caddy does it, every second at /healthz; it sends nothing a second time, so all rests on the server.
 * `learns`: as nginx does it, by failing; then it sends the request to the next server, if it was refused at the door
 * or is one that may be sent twice, and leaves the one that failed out for a while.
 */
export type FrontKind = 'asks' | 'learns';

const ASK_EVERY_MILLISECONDS = 1_000;
const LEAVE_OUT_MILLISECONDS = 3_000;

/** Settled are those that have answered so many requests. */
const ANSWERS_TO_SETTLE = 5;

interface Upstream {
  readonly url: string;
  readonly agent: Agent;
  isUp: boolean;
  leftOutUntil: number;
  answers: number;
}

export async function openNodeFront(kind: FrontKind, servers: readonly string[]): Promise<Front> {
  const upstreams = servers.map(
    (url): Upstream => ({
      url,
      agent: new Agent({ keepAlive: true }),
      isUp: true,
      leftOutUntil: 0,
      answers: 0,
    }),
  );
  let turn = 0;
  let onAnswer = () => {};
  const isOpen = ({ isUp, leftOutUntil }: Upstream) => isUp && Date.now() >= leftOutUntil;

  const pass = async (client: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await Array.fromAsync(client));
    turn += 1;
    const inTurn = [
      ...upstreams.slice(turn % upstreams.length),
      ...upstreams.slice(0, turn % upstreams.length),
    ];
    for (const upstream of inTurn.filter(isOpen)) {
      try {
        await passTo(upstream, client, body, response);
        upstream.answers += 1;
        return onAnswer();
      } catch (error) {
        const isRefused = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
        upstream.leftOutUntil = Date.now() + (kind === 'learns' ? LEAVE_OUT_MILLISECONDS : 0);
        if (kind === 'asks' || !(isRefused || client.method === 'GET')) break;
      }
    }
    response.writeHead(502).end();
  };
  const ask = async (upstream: Upstream) => {
    const answer = await fetch(`${upstream.url}/healthz`).catch(() => null);
    upstream.isUp = answer?.status === 200;
  };

  const asking = kind === 'asks' ? setInterval(() => upstreams.forEach(ask), ASK_EVERY_MILLISECONDS) : null;
  const proxy = createServer((client, response) => void pass(client, response)).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    settled() {
      const before = upstreams.map(({ answers }) => answers);
      const { promise, resolve } = Promise.withResolvers<void>();
      onAnswer = () => {
        if (upstreams.every(({ answers }, index) => answers - (before[index] ?? 0) >= ANSWERS_TO_SETTLE))
          resolve();
      };
      return promise;
    },
    async close() {
      if (asking !== null) clearInterval(asking);
      for (const { agent } of upstreams) agent.destroy();
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

/** @throws when the server is not there, or goes before it has answered. */
function passTo(
  { url, agent }: Upstream,
  { method, url: path, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const { connection: _, ...passed } = headers;
  return new Promise((done, failed) => {
    const sent = request(new URL(path ?? '/', url), { method, headers: passed, agent }, (answer) => {
      const { connection: _, ...own } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, own);
      answer.pipe(response);
      answer.on('error', failed);
      answer.on('end', done);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
