// More at once than can be answered: what comes back, how long the check of health takes meanwhile, what the server
// holds, and how soon it is itself again.

import { setTimeout as pause } from 'node:timers/promises';
import { ONLINE_CASE } from '../roster/online-case.ts';
import type { RealServer } from '../runner/real-server.ts';
import { megabytesHeldBy } from '../runner/resident-memory.ts';
import { fire, percentile } from './fire.ts';

const LOOK_EVERY_MILLISECONDS = 500;
const REST_MILLISECONDS = 3_000;
const LONGEST_WAIT_MILLISECONDS = 30_000;

export const COLUMNS = ['connections', 'what', 'figure'];

const PREVIEW = {
  method: 'POST' as const,
  path: '/api/v1/plans/preview',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(ONLINE_CASE),
};

export async function overload(
  { url, pid }: RealServer,
  connections: number,
  seconds: number,
): Promise<string[][]> {
  const before = megabytesHeldBy(pid);
  const watch = watchFromOutside(url, pid);
  const answers = await fire({ url, connections, seconds, requestsOf: () => [PREVIEW] });
  const endedAt = performance.now();
  while ((await statusOf(url)).status !== 200) await pause(100);
  const recovery = performance.now() - endedAt;
  const { health, retryAfter, most } = await watch.end();
  await pause(REST_MILLISECONDS);

  const rows = [...answers.byStatus].map(([status, times]) => [
    `answered with ${status}`,
    `${(times.length / answers.seconds).toFixed(0)}/s, p50 ${inSeconds(percentile(times, 0.5))}, p99 ${inSeconds(percentile(times, 0.99))}, the slowest ${inSeconds(times.at(-1))}`,
  ]);
  return [
    ...rows,
    ['broken, or without an answer for 30 s', String(answers.errors)],
    ['Retry-After with 503, seen by somebody else', [...retryAfter].join(', ') || 'none'],
    [
      `/healthz, asked ${health.length} times by somebody else`,
      `p50 ${inSeconds(percentile(health, 0.5))}, the slowest ${inSeconds(health.at(-1))}`,
    ],
    [
      `memory before, at most, and ${REST_MILLISECONDS / 1_000} s after it`,
      `${before.toFixed(0)} MB, ${most.toFixed(0)} MB, ${megabytesHeldBy(pid).toFixed(0)} MB`,
    ],
    ['from the last request to a plan again', inSeconds(recovery)],
  ].map((cells) => [String(connections), ...cells]);
}

/** Somebody else who asks now and then, on connections of his own, and looks at the memory. */
function watchFromOutside(url: string, pid: number) {
  const health: number[] = [];
  const retryAfter = new Set<string>();
  let most = 0;
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const startedAt = performance.now();
      const { ok } = await statusOf(url, '/healthz');
      health.push(ok ? performance.now() - startedAt : Number.POSITIVE_INFINITY);
      const answer = await statusOf(url);
      if (answer.status === 503) retryAfter.add(answer.headers.get('retry-after') ?? 'missing');
      most = Math.max(most, megabytesHeldBy(pid));
      await pause(LOOK_EVERY_MILLISECONDS);
    }
  };
  const watching = watch();
  return {
    async end() {
      isOver = true;
      await watching;
      return { health: health.toSorted((a, b) => a - b), retryAfter, most };
    },
  };
}

async function statusOf(url: string, path?: string): Promise<Response> {
  const signal = AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS);
  const { method, headers, body } = PREVIEW;
  const sent =
    path === undefined
      ? fetch(`${url}${PREVIEW.path}`, { method, headers, body, signal })
      : fetch(`${url}${path}`, { signal });
  const answer = await sent.catch(() => Response.error());
  await answer.text();
  return answer;
}

function inSeconds(milliseconds: number | null | undefined): string {
  return milliseconds === null || milliseconds === undefined
    ? 'none'
    : `${(milliseconds / 1_000).toFixed(2)} s`;
}
