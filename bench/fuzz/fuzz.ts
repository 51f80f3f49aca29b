// One fuzz run: so many requests over all routes, a few at a time. What may come back is any refusal; what may not is
// a 5xx, silence, a broken answer, or an answer that tells how the server is made.

import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { getToKnow } from './known.ts';
import { type FuzzRequest, fuzzRequests } from './requests.ts';

const AT_ONCE = 8;

/** Much longer than anything takes, also on a machine that does other things. */
const LONGEST_ANSWER_MILLISECONDS = 20_000;

const RESETS: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE']);

const INSIDES = /\bat [^\n]*\.[jt]s:\d+|node_modules|SQLITE|postgres:|TypeError|undefined is not/;

export interface FuzzAccount {
  readonly requests: number;
  /** How many answers had each status; the codes that Node gives by itself among them. */
  readonly statuses: ReadonlyMap<number, number>;
  /** How many requests each route got. */
  readonly routes: ReadonlyMap<string, number>;
  /** The longest that an answer of each route took, in milliseconds. */
  readonly slowest: ReadonlyMap<string, number>;
}

export interface FuzzOptions {
  readonly url: string;
  readonly requests: number;
  readonly seed: number;
  /** Told how many have been answered, after each handful. */
  readonly onProgress?: (answered: number) => void;
}

/**
 * @throws with the smallest failing requests and the seed, when one answer was not as it may be.
 */
export async function fuzz({ url, requests, seed, onProgress }: FuzzOptions): Promise<FuzzAccount> {
  const known = await getToKnow(url);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses = new Map<number, number>();
  const routes = new Map<string, number>();
  const slowest = new Map<string, number>();
  let answered = 0;
  const check = async (one: FuzzRequest) => {
    const startedAt = performance.now();
    const { status, text, headers } = await answerTo(url, one, agent);
    slowest.set(one.route, Math.max(slowest.get(one.route) ?? 0, performance.now() - startedAt));
    count(statuses, status);
    count(routes, one.route);
    if (status >= 500) throw new Error(`${status}: ${text.slice(0, 300)}`);
    if (INSIDES.test(text)) throw new Error(`tells its insides: ${text.slice(0, 300)}`);
    // What Node itself turns away never reaches us.
    if (headers['x-request-id'] !== undefined && headers['x-content-type-options'] !== 'nosniff')
      throw new Error(`${status} without its headers`);
  };
  const handful = fc.array(fuzzRequests(known), { minLength: AT_ONCE, maxLength: AT_ONCE });
  try {
    await fc.assert(
      fc.asyncProperty(handful, async (some) => {
        await Promise.all(some.map(check));
        answered += some.length;
        onProgress?.(answered);
      }),
      { numRuns: Math.ceil(requests / AT_ONCE), seed },
    );
  } finally {
    agent.destroy();
  }
  return { requests: answered, statuses, routes, slowest };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/**
 * A connection on which the server answered before a body was whole may be reset under the next request, as any client
 * knows: that one is sent once more on a connection of its own, and then has to be answered.
 */
async function answerTo(url: string, one: FuzzRequest, agent: Agent): Promise<Answer> {
  try {
    return await answerOf(url, one, agent);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && RESETS.has(error.code))) throw error;
    return answerOf(url, one, new Agent());
  }
}

function answerOf(url: string, { method, path, headers, body }: FuzzRequest, agent: Agent): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const silence = AbortSignal.timeout(LONGEST_ANSWER_MILLISECONDS);
    const sent = request(
      { hostname, port, method, path, headers: sendable(headers, body), agent, signal: silence },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', (error) =>
      reject(silence.aborted ? new Error(`no answer in ${LONGEST_ANSWER_MILLISECONDS} ms`) : error),
    );
    sent.end(body ?? undefined);
  });
}

/**
 * Node's client refuses some characters in a header before they are sent, and does not say by itself how long the body
 * of a DELETE is.
 */
function sendable(
  headers: FuzzRequest['headers'],
  body: FuzzRequest['body'],
): Record<string, string | number> {
  const clean = Object.entries(headers).map(([name, text]) => [
    name,
    Buffer.from(text)
      .toString('latin1')
      .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ' '),
  ]);
  return { ...Object.fromEntries(clean), ...(body === null ? {} : { 'content-length': body.length }) };
}

function count<Key>(tally: Map<Key, number>, key: Key): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}
