// Asks addresses again and again over a few connections that stay open, each with one request under way. Speaks
// HTTP/1.1 on plain sockets: fetch takes longer for a request than the server does, and would hide what is measured.

import { once } from 'node:events';
import { connect } from 'node:net';
import type { Spread } from '../runner/figure.ts';
import { spreadOf } from '../runner/timing.ts';

export interface Target {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Load {
  /** All on one server; asked in turn, from the first on. At least one. */
  readonly targets: readonly Target[];
  /** What every answer must be. */
  readonly status: number;
}

const CONNECTIONS = 10;
const ROUNDS = 3;
const ROUND_MILLISECONDS = 1000;
const HEAD_END = '\r\n\r\n';

/** Answers a second to each load, a round of each in turn, so that all have the same weather; one round to warm up. */
export async function answersInTurns(loads: readonly Load[]): Promise<Spread[]> {
  for (const load of loads) await answersPerSecond(load, ROUND_MILLISECONDS);
  const samples = loads.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, load] of loads.entries()) {
      samples[index]?.push(await answersPerSecond(load, ROUND_MILLISECONDS));
    }
  }
  return samples.map(spreadOf);
}

/** Answers a second. @throws Error when one has another status. */
export async function answersPerSecond(load: Load, milliseconds: number): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + milliseconds;
  const next = requestsInTurn(load.targets);
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => askUntil(load, next, until)));
  const seconds = (performance.now() - startedAt) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** Gives the text of one request after the other; each is written only once. */
function requestsInTurn(targets: readonly Target[]): () => string {
  const texts = targets.map(requestText);
  let turn = 0;
  return () => texts[turn++ % texts.length] ?? '';
}

async function askUntil({ targets, status }: Load, next: () => string, until: number): Promise<number> {
  const [first] = targets;
  if (first === undefined) throw new Error('nothing to ask');
  const socket = connect(Number(first.url.port), first.url.hostname);
  await once(socket, 'connect');
  let answers = 0;
  let received = Buffer.alloc(0);
  socket.write(next());
  for await (const chunk of socket) {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = answerIn(received);
    if (answer === null) continue;
    if (answer.status !== status) throw new Error(`a request was answered with ${answer.status}`);
    answers += 1;
    received = received.subarray(answer.length);
    if (performance.now() >= until) break;
    socket.write(next());
  }
  socket.destroy();
  return answers;
}

function requestText({ url, headers }: Target): string {
  const lines = Object.entries({ host: url.host, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `GET ${url.pathname} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** The whole answer at the front, or null while some of it is still to come. */
function answerIn(received: Buffer): { status: number; length: number } | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd === -1) return null;
  const head = received.toString('latin1', 0, headEnd);
  const status = Number(head.slice(9, 12));
  const body = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  if (Number.isNaN(body)) throw new Error('an answer without a length');
  const length = headEnd + HEAD_END.length + body;
  return received.length < length ? null : { status, length };
}
