// The port: taken once, given up gently, and with limits on how slow and how long a request may be. Part of main.

import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else listens there already, or this host may not. */
export class AddressInUse extends Error {}

/** What a request may take before it is whole; bodies are limited where they are read. */
const LIMITS = {
  /** Request line and headers. Pages carry the answers of a case in their address: some 2 KiB. */
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  /** Longer than a reverse proxy keeps one (nginx: 60 s), so that it never writes to one that is being closed. */
  keepAliveTimeout: 65_000,
};

/** Milliseconds in which a proxy that asks /healthz every second may see that this process is ending, and turn away. */
const DRAIN = 2_000;

/** Milliseconds without a request after which everybody has turned away, and how long that is waited for. */
const QUIET = 500;
const LONGEST_TURNING_AWAY = 3_000;

/** What a proxy sends to another server by itself when this one hangs up (RFC 9110 §9.2.1). */
const SAFE_METHODS: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Milliseconds that requests under way are given when the server is told to stop. */
const LONGEST_FAREWELL = 10_000;

export interface Listening {
  readonly port: number;
  /** From now on requests get an answer; those that came before have waited for it. */
  readonly answerWith: (app: RequestListener) => void;
  /** Nothing will ever answer: whoever waits is hung up on. */
  readonly giveUp: (error: unknown) => void;
  readonly isEnding: () => boolean;
  /**
   * Answers what comes and says that each connection ends with it, while a proxy that asks how we are turns away. Who
   * comes all the same is hung up on, if it is a request that a proxy may send elsewhere: that is how one that does not
   * ask learns of it before one is lost that may not. Then listens no more, finishes what is under way, and resolves.
   *
   * @param isPatient false: without waiting for a proxy to turn away, as when somebody presses Ctrl-C.
   */
  readonly end: (isPatient: boolean) => Promise<void>;
}

/**
 * Takes the port. A request that comes before there is something to answer with waits for it.
 *
 * @throws AddressInUse
 */
export async function listenOn(host: string, port: number, limits = LIMITS): Promise<Listening> {
  const app = Promise.withResolvers<RequestListener>();
  // Nobody may be waiting when it is given up.
  app.promise.catch(() => {});
  const unanswered = new Set<ServerResponse>();
  let isEnding = false;
  let isTurningAway = false;
  let lastRequestAt = 0;
  const server = createServer(limits, (request, response) => {
    lastRequestAt = performance.now();
    if (isTurningAway && SAFE_METHODS.has(request.method)) return request.socket.destroy();
    unanswered.add(response);
    response.on('close', () => unanswered.delete(response));
    if (isEnding) response.setHeader('Connection', 'close');
    app.promise.then((answer) => answer(request, response)).catch(() => response.destroy());
  });
  await listen(server, host, port);

  const end = async (isPatient: boolean) => {
    isEnding = true;
    for (const response of unanswered) {
      if (!response.headersSent) response.setHeader('Connection', 'close');
    }
    if (isPatient && (await countConnections(server)) > 0) {
      await pause(DRAIN);
      isTurningAway = true;
      const until = performance.now() + LONGEST_TURNING_AWAY;
      do await pause(QUIET);
      while (performance.now() - lastRequestAt < QUIET && performance.now() < until);
    }
    const closed = new Promise((resolve) => server.close(resolve));
    // Idle connections would keep the server open for as long as their clients like.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL).unref();
    await closed;
  };
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: app.resolve,
    giveUp: (error) => {
      app.reject(error);
      server.close();
    },
    isEnding: () => isEnding,
    end,
  };
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${error.code})`;
      failed(
        new AddressInUse(`The address ${host}:${port} ${why}; set HOST or PORT to another one.`, {
          cause: error,
        }),
      );
    });
    server.listen(port, host, listening);
  });
}
