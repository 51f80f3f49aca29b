// The last net under the log: links, addresses and passwords do not get through, whatever quotes them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLogger } from '../../../src/adapters/log/open-logger.ts';
import { secretLinks } from '../../../src/app/secret-links.ts';

const TOKEN = 'Ab3-_x9Zk2LmN4pQr5StUv';

/** What the log says when this is logged. */
function logged(write: (logger: ReturnType<typeof openLogger>) => void): string {
  const lines: string[] = [];
  write(openLogger('info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('a line of the log', () => {
  it.each([
    ['the address of a plan', `/plans/${TOKEN}`],
    ['of a feed', `webcal://lastbus.example/calendars/${TOKEN}.ics?download=1`],
    ['of the API', `"https://lastbus.example/api/v1/plans/${TOKEN}/links"`],
    ['in a mail', `<https://lastbus.example/reminders/unsubscribe/${TOKEN}>`],
    [
      'escaped in another one',
      `https://calendar.example/render?cid=webcal%3A%2F%2Fhost%2Fcalendars%2F${TOKEN}.ics`,
    ],
  ])('does not hold the key in %s', (_, text) => {
    const line = logged((logger) => logger.error(new Error(`cannot do ${text}`), `about ${text}`));

    expect(line).not.toContain(TOKEN);
    expect(line).toContain('[key]');
  });

  it('does not hold it in a field, a stack or a cause either', () => {
    const cause = Object.assign(new Error(`GET /plans/${TOKEN}`), {
      url: `/plans/${TOKEN}`,
      list: [`/x/${TOKEN}`],
    });
    const line = logged((logger) =>
      logger.warn({ err: new Error('outer', { cause }), at: { path: `/p/${TOKEN}` } }),
    );

    expect(line).not.toContain(TOKEN);
  });

  it('holds no token that we make', () => {
    const { tokenOf } = secretLinks('a key for tests only');
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.constantFrom('edit', 'view', 'feed'),
        fc.integer({ min: 1, max: 99 }),
        (id, kind, turn) => {
          const token = tokenOf(kind, id, turn);
          expect(logged((logger) => logger.info(`/plans/${token}?lang=zh`))).not.toContain(token);
        },
      ),
    );
  });

  it('names nobody’s mail address', () => {
    const line = logged((logger) =>
      logger.error(new Error('550 <mama.li+kid@mail.example.cn> unknown user')),
    );

    expect(line).not.toContain('mama.li');
    expect(line).toContain('550 <[address]> unknown user');
  });

  it('tells where a database is, and not its password', () => {
    const line = logged((logger) =>
      logger.error({ url: 'postgres://lastbus:p%40ss:w/d@db.internal:5432/x' }, 'no'),
    );

    expect(line).not.toContain('p%40ss');
    expect(JSON.parse(line).url).toBe('postgres://lastbus:[password]@db.internal:5432/x');
  });

  it('keeps everything else: ids, routes, packages in a stack, an address of the server', () => {
    const texts = [
      'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
      '/plans/:planToken',
      'at file:///srv/node_modules/@bufbuild/cel/dist/esm/index.js:12:3',
      'Lastbus is at http://127.0.0.1:3000',
      'zod@4.6.7',
    ];
    const line = logged((logger) => logger.info({ texts }, 'kept'));

    expect(JSON.parse(line).texts).toEqual(texts);
  });
});
