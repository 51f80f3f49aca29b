// Each target on the real server, and in the same seconds, turn by turn, the ceiling: a bare Express that sends as many
// octets from a string.

import { request } from 'node:http';
import type { Request } from 'autocannon';
import type { RealServer } from '../runner/real-server.ts';
import { type Answers, fire, percentile } from './fire.ts';
import type { Target } from './targets.ts';

export const COLUMNS = [
  'what',
  'octets',
  'requests/s',
  'p50',
  'p99',
  'ceiling/s',
  'of the ceiling',
  'errors',
  'other statuses',
];

const WARM_UP_SECONDS = 1;
const TURNS = 2;

export interface Servers {
  readonly ours: RealServer;
  readonly bare: RealServer;
}

export async function besideCeiling(
  { ours, bare }: Servers,
  target: Target,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<string[]> {
  const [sample = {}] = target.requestsOf(0);
  const octets = target.status === 304 ? 0 : await octetsOf(ours.url, sample);
  const own = { url: ours.url, connections, requestsOf: target.requestsOf };
  const { method, headers, body } = sample;
  const ceiling = {
    url: bare.url,
    connections,
    requestsOf: () => [{ method, headers, body, path: `/${octets}` }],
  };
  await fire({ ...own, seconds: WARM_UP_SECONDS });
  await fire({ ...ceiling, seconds: WARM_UP_SECONDS });
  const answers: Answers[] = [];
  const ceilings: Answers[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    answers.push(await fire({ ...own, seconds: seconds / TURNS }));
    ceilings.push(await fire({ ...ceiling, seconds: seconds / TURNS }));
  }
  const times = answers
    .flatMap(({ byStatus }) => byStatus.get(target.status) ?? [])
    .toSorted((a, b) => a - b);
  const perSecond = rateOf(answers);
  const most = rateOf(ceilings);
  const others = answers.reduce((sum, { byStatus }) => sum + countOf(byStatus), 0) - times.length;
  return [
    `${target.name} (${target.status})`,
    String(octets),
    perSecond.toFixed(0),
    `${percentile(times, 0.5)?.toFixed(1)} ms`,
    `${percentile(times, 0.99)?.toFixed(1)} ms`,
    most.toFixed(0),
    `${((100 * perSecond) / most).toFixed(1)} %`,
    String(answers.reduce((sum, { errors }) => sum + errors, 0)),
    String(others),
  ];
}

function rateOf(answers: readonly Answers[]): number {
  const count = answers.reduce((sum, { byStatus }) => sum + countOf(byStatus), 0);
  return count / answers.reduce((sum, { seconds }) => sum + seconds, 0);
}

function countOf(byStatus: Answers['byStatus']): number {
  return [...byStatus.values()].reduce((sum, times) => sum + times.length, 0);
}

/** As they go over the wire, without the head. */
function octetsOf(url: string, { method, path, headers, body }: Request): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path ?? '/', url), { method, headers }, (answer) => {
      let octets = 0;
      answer.on('data', (chunk: Buffer) => {
        octets += chunk.length;
      });
      answer.on('end', () => resolve(octets));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
