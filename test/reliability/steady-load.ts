// Families who go on using the site: a few at a time, each with a plan of its own, one request after the other, over
// connections that stay open. Every answer is looked at.

import { Agent, request } from 'node:http';
import { GOOD_CASE } from '../../bench/fuzz/known.ts';

export interface LoadAccount {
  readonly requests: number;
  /** Of those, the ones that must not be sent twice: plans stored, planned or changed. */
  readonly writes: number;
  /** How many failed, by what was asked and what came instead. */
  readonly failures: ReadonlyMap<string, number>;
  readonly slowestMilliseconds: number;
}

export interface SteadyLoad {
  /** Lets every family finish what it is at. */
  readonly end: () => Promise<LoadAccount>;
}

interface Step {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
}

/** Much longer than a proxy waits for a server. */
const LONGEST_ANSWER_MILLISECONDS = 30_000;

/** @param url where all of them ask: the proxy. */
export async function startLoad(url: string, families: number): Promise<SteadyLoad> {
  const agent = new Agent({ keepAlive: true });
  const failures = new Map<string, number>();
  let requests = 0;
  let writes = 0;
  let slowestMilliseconds = 0;
  let isOver = false;

  const take = async (step: Step): Promise<string> => {
    const startedAt = performance.now();
    const { status, text } = await answerTo(url, step, agent);
    slowestMilliseconds = Math.max(slowestMilliseconds, performance.now() - startedAt);
    requests += 1;
    if (step.method !== 'GET') writes += 1;
    if (status !== step.status) {
      const what = `${step.method} ${step.path.replaceAll(/[\w-]{22}/g, '…')}: ${status}`;
      failures.set(what, (failures.get(what) ?? 0) + 1);
    }
    return text;
  };
  const live = async () => {
    const stored: { links: Record<string, string> } = JSON.parse(await take(STORE));
    const steps = stepsOf(stored.links);
    for (let turn = 0; !isOver; turn += 1) await take(steps[turn % steps.length] ?? STORE);
  };

  const lives = Array.from({ length: families }, live);
  return {
    async end() {
      isOver = true;
      await Promise.all(lives);
      agent.destroy();
      return { requests, writes, failures, slowestMilliseconds };
    },
  };
}

const STORE: Step = { method: 'POST', path: '/api/v1/plans', status: 201, body: GOOD_CASE };

function stepsOf(links: Readonly<Record<string, string>>): readonly Step[] {
  const pathOf = (link: string | undefined) => new URL(link ?? '').pathname;
  const [self, page, feed] = [pathOf(links.self), pathOf(links.page), pathOf(links.calendarFeed)];
  const mark = (finishedOn: string): Step => ({
    method: 'PATCH',
    path: self,
    status: 200,
    body: { actuals: { 'renew-permit': { startedOn: '2026-11-20', finishedOn } } },
  });
  return [
    { method: 'GET', path: '/', status: 200 },
    { method: 'POST', path: '/api/v1/plans/preview', status: 200, body: GOOD_CASE },
    { method: 'GET', path: self, status: 200 },
    mark('2026-11-21'),
    { method: 'GET', path: page, status: 200 },
    { method: 'GET', path: feed, status: 200 },
    mark('2026-11-20'),
    STORE,
  ];
}

interface Answer {
  /** A number, or why there is no answer. */
  readonly status: number | string;
  readonly text: string;
}

function answerTo(url: string, { method, path, body }: Step, agent: Agent): Promise<Answer> {
  const text = body === undefined ? null : JSON.stringify(body);
  const headers = text === null ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve) => {
    const nothing = (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? error.name, text: '' });
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MILLISECONDS);
    const sent = request(new URL(path, url), { method, headers, agent, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', nothing);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('error', nothing);
    sent.end(text ?? undefined);
  });
}
