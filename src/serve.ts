// The server and the reminder clock in one process, from listening to the last request. Part of main.

import type { RequestListener } from 'node:http';
import { basename } from 'node:path';
import { systemClock } from './adapters/clock/system-clock.ts';
import { createHttpServer } from './adapters/http/create-http-server.ts';
import { openLogger } from './adapters/log/open-logger.ts';
import { openMetrics } from './adapters/metrics/prometheus.ts';
import { startHeartbeat } from './adapters/timer/heartbeat.ts';
import { type ReminderTimer, startReminderTimer } from './adapters/timer/reminder-timer.ts';
import { createLastbus } from './app/create-lastbus.ts';
import type { Dependencies } from './app/dependencies.ts';
import type { Config } from './config.ts';
import { startPolicyFollower } from './follow-policy-files.ts';
import { type Listening, listenOn } from './listening.ts';
import { reminderRound } from './reminder-round.ts';
import { openWorld } from './world.ts';

/** A reminder clock whose last round is older than this has stopped. */
const CLOCK_STOPPED_AFTER = 5 * 60_000;

/**
 * Serves until SIGTERM or SIGINT, then ends what is under way. Returns when it listens.
 *
 * @throws AddressInUse, DatabaseUnavailable, SecretKeyUnavailable before anything is served.
 */
export async function serve(config: Config): Promise<void> {
  // The port is taken first, so that a second server stops before it touches anything.
  const listening = await listenOn(config.host, config.port);
  try {
    listening.answerWith(await openServer(listening, config));
  } catch (error) {
    listening.giveUp(error);
    throw error;
  }
}

/** Opens everything that a request may need, starts the reminder clock, and minds the signals. */
async function openServer(listening: Listening, config: Config): Promise<RequestListener> {
  const logger = openLogger(config.logLevel);
  const world = await openWorld(config, systemClock, `http://${inUrl(config.host)}:${listening.port}`);
  for (const { file, faults } of world.dependencies.book.broken) {
    logger.error({ file, faults }, 'a policy file is left out');
  }

  let timer: ReminderTimer | null = null;
  const ending = new AbortController();
  const dependencies: Dependencies = {
    ...world.dependencies,
    get book() {
      return world.policies.book;
    },
    onMailWaiting: () => timer?.wake(),
  };
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
    isEnding: listening.isEnding,
    get leftOutPolicyFiles() {
      return dependencies.book.broken.map(({ file, faults }) => ({
        file: basename(file),
        faults: faults.length,
      }));
    },
    lastRoundAt: round.lastEndedAt,
    requestAnswered: metrics.requestAnswered,
    readMetrics: metrics.read,
    readinessChecks: [
      {
        name: 'accepting',
        check: async () => {
          if (listening.isEnding()) throw new Error('the server is told to stop');
        },
      },
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
  const follower = startPolicyFollower(dependencies, world.policies, { logger, signal: ending.signal });
  logger.info(`Lastbus is at ${publicUrl}`);

  const stop = (signal: NodeJS.Signals) => {
    ending.abort();
    void listening
      .end(signal === 'SIGTERM')
      .then(() => Promise.all([timer?.stop(), follower.stop(), heartbeat?.stop()]))
      .then(world.close);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return app;
}

/** An IPv6 address stands in brackets; every address of the machine is reached as localhost. */
function inUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
