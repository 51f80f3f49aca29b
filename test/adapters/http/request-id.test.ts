// One id leads from an answer to its line in the log, and through the logs of whoever stands in front.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jsonOf, type RunningServer, startServer } from './running-server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ask = (path: string, id?: string) =>
  fetch(`${server.url}${path}`, id === undefined ? {} : { headers: { 'X-Request-Id': id } });

describe('the id of a request', () => {
  it.each(['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'proxy_7.42', 'a', 'x'.repeat(64)])(
    'is the one it came with: %s',
    async (id) => {
      const response = await ask('/api/v1/plans/nobody', id);

      expect(response.headers.get('X-Request-Id')).toBe(id);
      expect(await jsonOf(response)).toMatchObject({ code: 'not-found', requestId: id });
      await vi.waitFor(() => expect(server.log()).toContainEqual(expect.objectContaining({ requestId: id })));
    },
  );

  it.each([undefined, '', '-x', 'two words', 'x'.repeat(65), '{"level":60}', '../../etc', 'é'])(
    'is one of ours where it came with none that is of use: %s',
    async (id) => {
      const made = (await ask('/healthz', id)).headers.get('X-Request-Id');

      expect(made).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );

  it('is another one each time', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await ask('/healthz')).headers.get('X-Request-Id')),
    );

    expect(new Set(ids).size).toBe(3);
  });
});
