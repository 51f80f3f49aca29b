// Many connections that ask at once and again as soon as they are answered. autocannon (MIT, kept by Node's own people)
// sends and reads; every answer is counted by its status.

import autocannon from 'autocannon';

export interface Fire {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** What the connection of that number asks for in turn. */
  readonly requestsOf: (connection: number) => autocannon.Request[];
}

export interface Answers {
  /** Milliseconds that each answer took, sorted, by status. */
  readonly byStatus: ReadonlyMap<number, readonly number[]>;
  /** Connections that broke, and requests without an answer in 30 seconds. */
  readonly errors: number;
  readonly seconds: number;
}

const LONGEST_ANSWER_SECONDS = 30;

export async function fire({ url, connections, seconds, requestsOf }: Fire): Promise<Answers> {
  const byStatus = new Map<number, number[]>();
  let connection = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections,
        duration: seconds,
        timeout: LONGEST_ANSWER_SECONDS,
        setupClient: (client) => client.setRequests(requestsOf(connection++)),
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    instance.on('response', (_, status, __, milliseconds) => {
      const times = byStatus.get(status) ?? [];
      times.push(milliseconds);
      byStatus.set(status, times);
    });
  });
  for (const times of byStatus.values()) times.sort((a, b) => a - b);
  return { byStatus, errors: result.errors, seconds: result.duration };
}

/** The time that so great a part of the answers did not exceed; null without an answer. */
export function percentile(sorted: readonly number[], part: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
}
