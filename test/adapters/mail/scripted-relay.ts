// A real SMTP server on this machine that answers as a test tells it to.

import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ScriptedRelay {
  readonly url: string;
  readonly port: number;
  /** The mails it took, as they came. */
  readonly mails: string[];
  /** Connections so far. */
  readonly connections: () => number;
  /** Cuts every connection without a word. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of `host`. Takes every mail unless `script` says otherwise. */
export async function openScriptedRelay(
  script: SMTPServerOptions = {},
  host = '127.0.0.1',
): Promise<ScriptedRelay> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 1,
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString());
        callback(null, 'queued as 4711');
      });
    },
    ...script,
  });
  // A client that hangs up is what some tests are about, not a fault of the server.
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, host, () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `smtp://${host}:${port}`,
    port,
    mails,
    connections: () => connections,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A reply that is not yes: `smtpReply(550, 'no such user')`. */
export function smtpReply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
