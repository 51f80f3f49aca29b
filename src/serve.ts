// The server and the reminder clock in one process, from listening to the last request. Part of main.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { systemClock } from './adapters/clock/system-clock.ts';
import { createHttpServer } from './adapters/http/create-http-server.ts';
import { type ReminderTimer, startReminderTimer } from './adapters/timer/reminder-timer.ts';
import { createLastbus } from './app/create-lastbus.ts';
import { dispatchReminders } from './app/dispatch-reminders.ts';
import type { Config } from './config.ts';
import { openWorld } from './world.ts';

/** Somebody else listens there already, or this host may not. */
export class AddressInUse extends Error {}

/** A reminder clock whose last round is older than this has stopped. */
const CLOCK_STOPPED_AFTER = 5 * 60_000;

/**
 * Serves until SIGTERM or SIGINT, then ends what is under way. Returns when it listens.
 *
 * @throws AddressInUse, DatabaseUnavailable, SecretKeyUnavailable before anything is served.
 */
export async function serve(config: Config): Promise<void> {
  const server = createServer();
  await listen(server, config);
  try {
    await serveOn(server, config);
  } catch (error) {
    server.close();
    throw error;
  }
}

async function serveOn(server: Server, config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel });
  const { port } = server.address() as AddressInfo;
  const world = await openWorld(config, systemClock, `http://${inUrl(config.host)}:${port}`);
  for (const { file, faults } of world.dependencies.book.broken) {
    logger.error({ file, faults }, 'a policy file is left out');
  }

  let timer: ReminderTimer | null = null;
  let lastRoundAt = systemClock.now();
  const dependencies = { ...world.dependencies, onMailWaiting: () => timer?.wake() };
  const round = async () => {
    const counts = await dispatchReminders(dependencies);
    lastRoundAt = systemClock.now();
    if (counts.due > 0 || counts.confirmations > 0) logger.info(counts, 'a round of reminders');
  };
  const { publicUrl } = dependencies;
  const app = createHttpServer(createLastbus(dependencies), {
    publicUrl,
    logger,
    trustedProxies: config.trustedProxies,
    readinessChecks: [
      { name: 'database', check: world.checkDatabase },
      {
        name: 'reminder-clock',
        check: async () => {
          const age = systemClock.now() - lastRoundAt;
          if (age > CLOCK_STOPPED_AFTER)
            throw new Error(`the last round was ${Math.round(age / 1000)} s ago`);
        },
      },
    ],
  });
  server.on('request', app);
  timer = startReminderTimer(round, (error) => logger.error(error, 'a round of reminders failed'));
  logger.info(`Lastbus is at ${publicUrl}`);

  const stop = () => {
    // Idle connections would keep the server open for as long as their clients like.
    server.close(() => void timer?.stop().then(world.close));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
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
