// The port: limits on how slow and how long a request may be, and an end that hangs up on nobody.

import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Listening, listenOn } from '../src/listening.ts';

const QUICK = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 100,
  requestTimeout: 200,
  connectionsCheckingInterval: 20,
  keepAliveTimeout: 65_000,
};

async function listening(limits?: typeof QUICK): Promise<Listening> {
  const port = await listenOn('127.0.0.1', 0, limits);
  onTestFinished(() => port.end(false));
  return port;
}

/** All that comes back when this is sent and nothing more. */
async function answerTo({ port }: Listening, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    answer += chunk;
  });
  // A server that hangs up while something is still being sent resets the connection.
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

async function answered(port: Listening, agent: Agent, method = 'GET'): Promise<IncomingMessage> {
  const sent = request({ port: port.port, host: '127.0.0.1', agent, method }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  await once(response, 'end');
  return response;
}

describe('a request', () => {
  it('whose headers do not come to an end is given up with 408', async () => {
    const port = await listening(QUICK);
    port.answerWith((_, response) => response.end());

    expect(await answerTo(port, 'GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('whose body does not come to an end is given up too', async () => {
    const port = await listening(QUICK);
    port.answerWith((request) => request.resume());

    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nonly';
    expect(await answerTo(port, head)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each([
    ['a header of 16 KiB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(16_384)}\r\n\r\n`],
    ['an address of 16 KiB', `GET /${'x'.repeat(16_384)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ])('with %s is refused with 431', async (_, text) => {
    const port = await listening();
    port.answerWith((_request, response) => response.end());

    expect(await answerTo(port, text)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('told to stop, the server', () => {
  it('finishes what is under way, says that the connection ends with it, and then is gone', async () => {
    const port = await listening();
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    port.answerWith(async (_, response) => {
      begun.resolve();
      await go.promise;
      response.end('done');
    });
    const agent = new Agent({ keepAlive: true });
    const answer = answered(port, agent);
    await begun.promise;

    const end = port.end(false);
    go.resolve();
    const { statusCode, headers } = await answer;
    await end;

    expect([statusCode, headers.connection]).toEqual([200, 'close']);
    await expect(answered(port, agent)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('still answers for a while where somebody is connected, not ready any more, so that a proxy can turn away', async () => {
    const port = await listening();
    port.answerWith((_, response) => response.end());
    const agent = new Agent({ keepAlive: true });
    await answered(port, agent);
    let isOver = false;

    const end = port.end(true).then(() => {
      isOver = true;
    });
    const late = await answered(port, agent);
    const later = await answered(port, agent);

    expect([port.isEnding(), isOver]).toEqual([true, false]);
    expect([late.headers.connection, later.headers.connection]).toEqual(['close', 'close']);
    await end;
    await expect(answered(port, agent)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('then hangs up on requests that a proxy may send elsewhere, and still answers those that it may not', async () => {
    const port = await listening();
    port.answerWith((_, response) => response.end());
    const agent = new Agent({ keepAlive: true });
    await answered(port, agent);

    const end = port.end(true);
    let isHungUpOn = false;
    for (let asked = 0; !isHungUpOn && asked < 100_000; asked += 1) {
      isHungUpOn = await answered(port, agent).then(
        () => false,
        ({ code }) => code === 'ECONNRESET',
      );
    }
    const write = await answered(port, agent, 'POST');
    await end;

    expect([isHungUpOn, write.statusCode, write.headers.connection]).toEqual([true, 200, 'close']);
    await expect(answered(port, agent, 'POST')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('hangs up at once on whoever waits for it when it cannot be opened', async () => {
    const port = await listening();
    const waiting = answered(port, new Agent());
    port.giveUp(new Error('no database'));

    await expect(waiting).rejects.toThrow(/socket hang up|ECONNRE/);
  });
});
