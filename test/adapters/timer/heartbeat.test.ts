// The heartbeat against a real server: one call at a time, a short one, and one line in the log for each change.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Heartbeat, startHeartbeat } from '../../../src/adapters/timer/heartbeat.ts';

interface Monitor {
  readonly url: string;
  /** Resolves when it was called so often in all. */
  readonly calls: (count: number) => Promise<void>;
  readonly requests: string[];
}

async function monitorThat(answer: RequestListener): Promise<Monitor> {
  const requests: string[] = [];
  const waiting = new Map<number, () => void>();
  const server = createServer((req, res) => {
    requests.push(`${req.method} ${req.url}`);
    waiting.get(requests.length)?.();
    answer(req, res);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/secret-id`,
    requests,
    calls: async (count) => {
      if (requests.length >= count) return;
      await new Promise<void>((called) => waiting.set(count, called));
    },
  };
}

interface Log {
  readonly lines: string[];
  /** Resolves with the next line. */
  readonly next: () => Promise<string>;
  readonly warn: (details: object, message: string) => void;
  readonly info: (details: object, message: string) => void;
}

function log(): Log {
  const lines: string[] = [];
  let told: ((line: string) => void) | null = null;
  const write = (level: string) => (details: object, message: string) => {
    const line = `${level}: ${message} ${JSON.stringify(details)}`;
    lines.push(line);
    told?.(line);
  };
  return {
    lines,
    next: () => new Promise((resolve) => (told = resolve)),
    warn: write('warn'),
    info: write('info'),
  };
}

function start(url: string, lines: Log, longestCall?: number): Heartbeat {
  // Only the methods that it uses; what a logger does besides is pino's.
  const heartbeat = startHeartbeat(url, lines as never, longestCall);
  onTestFinished(() => heartbeat.stop());
  return heartbeat;
}

describe('a heartbeat', () => {
  test('is one GET of the address, and nothing is said of it', async () => {
    const monitor = await monitorThat((_, res) => res.end());
    const lines = log();
    const heartbeat = start(monitor.url, lines);

    heartbeat.beat();
    await monitor.calls(1);
    await heartbeat.stop();

    expect(monitor.requests).toEqual(['GET /ping/secret-id']);
    expect(lines.lines).toEqual([]);
  });

  test('goes to its address and to no other one that this sends it on to, and says so', async () => {
    const other = await monitorThat((_, res) => res.end());
    const monitor = await monitorThat((_, res) => res.writeHead(302, { Location: other.url }).end());
    const lines = log();
    const heartbeat = start(monitor.url, lines);

    const told = lines.next();
    heartbeat.beat();

    expect(await told).toMatch(/the heartbeat is not heard .*it answers 302/);
    expect(other.requests).toEqual([]);
  });

  test('is never more than one call at a time', async () => {
    const answers: (() => void)[] = [];
    const monitor = await monitorThat((_, res) => answers.push(() => res.end()));
    const lines = log();
    const heartbeat = start(monitor.url, lines);

    heartbeat.beat();
    await monitor.calls(1);
    for (let beats = 0; beats < 5; beats += 1) heartbeat.beat();
    answers[0]?.();
    // The call is over when its answer was read; from then on there may be another.
    while (monitor.requests.length < 2) {
      heartbeat.beat();
      await new Promise(setImmediate);
    }

    expect(monitor.requests).toHaveLength(2);
  });

  test('that fails is told once, and once when it is heard again; the key in its path never', async () => {
    let status = 500;
    const monitor = await monitorThat((_, res) => {
      res.statusCode = status;
      res.end();
    });
    const lines = log();
    const heartbeat = start(monitor.url, lines);
    const beatUntilCalled = async (count: number) => {
      while (monitor.requests.length < count) {
        heartbeat.beat();
        await new Promise(setImmediate);
      }
    };

    await beatUntilCalled(4);
    status = 200;
    const heardAgain = lines.next();
    await beatUntilCalled(6);
    await heardAgain;

    const host = new URL(monitor.url).host;
    expect(lines.lines).toEqual([
      `warn: the heartbeat is not heard {"host":"${host}","failure":"it answers 500"}`,
      `info: the heartbeat is heard again {"host":"${host}"}`,
    ]);
  });

  test('that nobody answers is given up', async () => {
    const monitor = await monitorThat(() => {});
    const lines = log();
    const heartbeat = start(monitor.url, lines, 50);
    const told = lines.next();

    heartbeat.beat();

    expect(await told).toContain('no answer came in time');
  });

  test('to where nothing listens says so', async () => {
    const lines = log();
    const told = lines.next();

    start('http://127.0.0.1:1/ping', lines).beat();

    expect(await told).toMatch(
      /warn: the heartbeat is not heard .*"failure":"(ECONNREFUSED|it cannot be reached)"/,
    );
  });

  test('under way does not hold up the end', async () => {
    const monitor = await monitorThat(() => {});
    const lines = log();
    const heartbeat = start(monitor.url, lines);
    heartbeat.beat();
    await monitor.calls(1);

    await heartbeat.stop();
    heartbeat.beat();

    expect(monitor.requests).toHaveLength(1);
    expect(lines.lines).toEqual([]);
  });
});
