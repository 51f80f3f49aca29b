// A relay that takes every mail and counts it, in a process of its own. It knows just the lines that nodemailer says:
// a full server would need more time for a mail than those who are measured.
// Prints its port, and then the instant of each mail's arrival in milliseconds, a line each.

import { createServer, type Socket } from 'node:net';

const END_OF_MAIL = '\r\n.\r\n';

function serve(socket: Socket): void {
  let received = '';
  let isMail = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.setNoDelay(true).setEncoding('latin1');
  socket.on('error', () => {});
  socket.on('data', (text: string) => {
    received += text;
    for (;;) {
      const end = received.indexOf(isMail ? END_OF_MAIL : '\r\n');
      if (end < 0) return;
      const line = received.slice(0, end);
      received = received.slice(end + (isMail ? END_OF_MAIL.length : 2));
      if (isMail) process.stdout.write(`${Date.now()}\n`);
      say(isMail ? '250 taken' : answerTo(line));
      isMail = !isMail && line === 'DATA';
      if (line === 'QUIT') socket.end();
    }
  });
  say('220 sink');
}

function answerTo(line: string): string {
  if (line === 'DATA') return '354 go on';
  return line === 'QUIT' ? '221 bye' : '250 ok';
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
