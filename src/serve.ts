// The server and the reminder clock in one process, from listening to the last request. Part of main.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { pino } from 'pino';
import { systemClock } from './adapters/clock/system-clock.ts';
import { createHttpServer } from './adapters/http/create-http-server.ts';
import { watchLoad } from './adapters/http/overload.ts';
import { openMetrics } from './adapters/metrics/prometheus.ts';
import { startHeartbeat } from './adapters/timer/heartbeat.ts';
import { type ReminderTimer, startReminderTimer } from './adapters/timer/reminder-timer.ts';
import { createLastbus } from './app/create-lastbus.ts';
import type { Config } from './config.ts';
import { reminderRound } from './reminder-round.ts';
import { openWorld } from './world.ts';

/** Somebody else listens there already, or this host may not. */
export class AddressInUse extends Error {}

/** Milliseconds that requests under way are given when the server is told to stop. */
const LONGEST_FAREWELL = 10_000;

/** A reminder clock whose last round is older than this has stopped. */
const CLOCK_STOPPED_AFTER = 5 * 60_000;

/**
 * Serves until SIGTERM or SIGINT, then ends what is under way. Returns when it listens.
 *
 * @throws AddressInUse, DatabaseUnavailable, SecretKeyUnavailable before anything is served.
 */
export async function serve(config: Config): Promise<void> {
  const app = Promise.withResolvers<RequestListener>();
  // The port is taken first, so that a second server stops before it touches anything; a request that comes
  // before everything is open waits for it.
  const server = createServer((request, response) => {
    app.promise.then((answer) => answer(request, response)).catch(() => response.destroy());
  });
  await listen(server, config);
  try {
    app.resolve(await openServer(server, config));
  } catch (error) {
    // Nobody may be waiting; the caller is told of it all the same.
    app.promise.catch(() => {});
    app.reject(error);
    server.close();
    throw error;
  }
}

/** Opens everything that a request may need, starts the reminder clock, and minds the signals. */
async function openServer(server: Server, config: Config): Promise<RequestListener> {
  const logger = pino({ level: config.logLevel });
  const { port } = server.address() as AddressInfo;
  const world = await openWorld(config, systemClock, `http://${inUrl(config.host)}:${port}`);
  for (const { file, faults } of world.dependencies.book.broken) {
    logger.error({ file, faults }, 'a policy file is left out');
  }

  const load = watchLoad();
  let timer: ReminderTimer | null = null;
  const ending = new AbortController();
  const dependencies = { ...world.dependencies, onMailWaiting: () => timer?.wake() };
  const metrics = openMetrics(world.dataTally, systemClock);
  const heartbeat = config.heartbeatUrl === null ? null : startHeartbeat(config.heartbeatUrl, logger);
  const round = reminderRound({ dependencies, logger, metrics, heartbeat, signal: ending.signal });
  const startedAt = systemClock.now();
  const { publicUrl } = dependencies;
  const app = createHttpServer(createLastbus(dependencies), {
    publicUrl,
    logger,
    trustedProxies: config.trustedProxies,
    rateLimitPerMinute: config.rateLimitPerMinute,
    isOverloaded: load.isOverloaded,
    leftOutPolicyFiles: world.dependencies.book.broken.map(({ file, faults }) => ({
      file: basename(file),
      faults: faults.length,
    })),
    lastRoundAt: round.lastEndedAt,
    requestAnswered: metrics.requestAnswered,
    readMetrics: metrics.read,
    readinessChecks: [
      { name: 'database', check: world.checkDatabase },
      { name: 'mail', check: world.checkMail },
      {
        name: 'reminder-clock',
        check: async () => {
          const age = systemClock.now() - (round.lastEndedAt() ?? startedAt);
          if (age > CLOCK_STOPPED_AFTER)
            throw new Error(`the last round was ${Math.round(age / 1000)} s ago`);
        },
      },
    ],
  });
  timer = startReminderTimer(round.run, (error) => logger.error(error, 'a round of reminders failed'));
  logger.info(`Lastbus is at ${publicUrl}`);

  const stop = () => {
    // Idle connections would keep the server open for as long as their clients like.
    ending.abort();
    server.close(() => void Promise.all([timer?.stop(), heartbeat?.stop()]).then(world.close));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return app;
}

function listen(server: Server, { host, port }: Config): Promise<void> {
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

/** An IPv6 address stands in brackets; every address of the machine is reached as localhost. */
function inUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
