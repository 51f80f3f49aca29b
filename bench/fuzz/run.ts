// npm run fuzz -- [REQUESTS] [SEED]: the server as a process, and its memory on the way.

import { startRealServer } from '../runner/real-server.ts';
import { megabytesHeldBy } from '../runner/resident-memory.ts';
import { fuzz } from './fuzz.ts';
import { routesOfSource } from './known.ts';

const [requests = 50_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const print = (line: string) => process.stdout.write(`${line}\n`);

const server = await startRealServer([process.execPath, 'src/main.ts', 'serve']);
try {
  print(`${requests} requests, seed ${seed}`);
  const step = Math.max(1, Math.floor(requests / 10));
  const memory: number[] = [];
  const startedAt = performance.now();
  const account = await fuzz({
    url: server.url,
    requests,
    seed,
    onProgress: (answered) => {
      if (answered < (memory.length + 1) * step) return;
      memory.push(megabytesHeldBy(server.pid));
      print(`  ${answered} answered, the server holds ${memory.at(-1)?.toFixed(0)} MB`);
    },
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const tally = [...account.statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, times]) => `${status}: ${times}`);
  print(`answers by status: ${tally.join(', ')}`);
  print(
    `routes: ${account.routes.size} of ${routesOfSource().length}, the least asked ${Math.min(...account.routes.values())} times`,
  );
  print(`${(account.requests / seconds).toFixed(0)} requests a second; the slowest answers:`);
  const slowest = [...account.slowest].toSorted(([, a], [, b]) => b - a);
  for (const [route, milliseconds] of slowest.slice(0, 5)) print(`  ${milliseconds.toFixed(0)} ms: ${route}`);
  print('no 5xx, no silence, nothing of the inside told');
} finally {
  await server.stop();
}
