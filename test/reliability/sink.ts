// A relay on this machine that keeps account of what has arrived, and behaves as it is told.

import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/**
 * What the relay does with a mail: takes it; says no for a while, by class; breaks the line before or after the final
 * dot; says nothing any more; answers slowly.
 */
export const RELAY_MODES = [
  'accepts',
  '451 at RCPT TO',
  '550 5.1.1 at RCPT TO',
  '554 policy after DATA',
  '535 at login',
  'drops before the final dot',
  'drops after the final dot',
  'hangs',
  'slow',
] as const;

export type RelayMode = (typeof RELAY_MODES)[number];

export interface Sink {
  readonly port: number;
  /** By Message-ID: how often the whole mail arrived, and for whom. */
  readonly arrived: ReadonlyMap<string, readonly string[]>;
  /** When each mail arrived, in milliseconds. */
  readonly arrivedAt: readonly number[];
  /** Behaves so for the next `times` mails, then accepts all. */
  behave(mode: RelayMode, times: number): void;
  forget(): void;
  close(): Promise<void>;
}

const SLOWLY = 40;
const CLOSING_BOUNDARY = /\r\n--\S+--\s*$/;

export async function openSink(): Promise<Sink> {
  const arrived = new Map<string, string[]>();
  const arrivedAt: number[] = [];
  let mode: RelayMode = 'accepts';
  let left = 0;
  const now = (): RelayMode => (left > 0 ? mode : 'accepts');
  const used = () => {
    left -= 1;
  };
  const sockets = new Set<{ destroy(): void }>();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 1,
    onMailFrom(_address, _session, callback) {
      if (now() === '535 at login') return refuse(535, 'authenticate first', callback);
      answer(callback);
    },
    onRcptTo(_address, _session, callback) {
      if (now() === '451 at RCPT TO') return refuse(451, '4.3.0 try again', callback);
      if (now() === '550 5.1.1 at RCPT TO') return refuse(550, '5.1.1 no such user', callback);
      answer(callback);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      if (now() === 'drops before the final dot') {
        stream.once('data', () => {
          used();
          cut();
        });
        stream.on('error', () => {});
        stream.resume();
        return;
      }
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString();
        // The line broke in the middle: what came is no mail.
        if (!CLOSING_BOUNDARY.test(mail)) return callback(new Error('half a mail'));
        if (now() === '554 policy after DATA') return refuse(554, '5.7.1 not now', callback);
        const id = /^Message-ID:\s+<([^>]+)>/im.exec(mail)?.[1] ?? 'none';
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        arrivedAt.push(Date.now());
        arrived.set(id, [...(arrived.get(id) ?? []), to]);
        if (now() === 'drops after the final dot') {
          used();
          return cut();
        }
        if (now() === 'hangs') return used();
        answer(callback);
      });
    },
  });
  function refuse(responseCode: number, words: string, callback: (error: Error) => void): void {
    used();
    callback(Object.assign(new Error(words), { responseCode }));
  }
  function answer(callback: () => void): void {
    if (now() === 'slow') void pause(SLOWLY).then(callback);
    else callback();
  }
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    arrived,
    arrivedAt,
    behave(next, times) {
      mode = next;
      left = times;
    },
    forget() {
      arrived.clear();
      arrivedAt.length = 0;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
