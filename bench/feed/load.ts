// Asks one address again and again over a few connections that stay open, each with one request under way. Speaks
// HTTP/1.1 on plain sockets: fetch takes longer for a request than the server does, and would hide what is measured.

import { once } from 'node:events';
import { connect } from 'node:net';

export interface Load {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** What every answer must be. */
  readonly status: number;
}

const CONNECTIONS = 10;
const HEAD_END = '\r\n\r\n';

/** Answers a second. @throws Error when one has another status. */
export async function answersPerSecond(load: Load, milliseconds: number): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + milliseconds;
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => askUntil(load, until)));
  const seconds = (performance.now() - startedAt) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

async function askUntil({ url, headers, status }: Load, until: number): Promise<number> {
  const socket = connect(Number(url.port), url.hostname);
  await once(socket, 'connect');
  const request = requestText(url, headers);
  let answers = 0;
  let received = Buffer.alloc(0);
  socket.write(request);
  for await (const chunk of socket) {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = answerIn(received);
    if (answer === null) continue;
    if (answer.status !== status) throw new Error(`${url.pathname} was answered with ${answer.status}`);
    answers += 1;
    received = received.subarray(answer.length);
    if (performance.now() >= until) break;
    socket.write(request);
  }
  socket.destroy();
  return answers;
}

function requestText(url: URL, headers: Load['headers']): string {
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
