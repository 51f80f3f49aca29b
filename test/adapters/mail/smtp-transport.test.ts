import { createServer, type Server, type Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { openSmtpTransport, SMTP_TIMEOUTS } from '../../../src/adapters/mail/smtp-transport.ts';
import type { MailTransport } from '../../../src/ports/mail-transport.ts';
import { SENDER } from './read-back.ts';
import { sampleMail } from './sample-mail.ts';
import { openScriptedRelay, type ScriptedRelay, smtpReply } from './scripted-relay.ts';

const toClose: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const { close } of toClose.splice(0).toReversed()) await close();
});

async function openRelay(script: SMTPServerOptions = {}): Promise<ScriptedRelay> {
  const relay = await openScriptedRelay(script);
  toClose.push(relay);
  return relay;
}

function openTransport(url: string, timeouts = SMTP_TIMEOUTS): MailTransport {
  const transport = openSmtpTransport({ url, from: SENDER, dkim: null, timeouts });
  toClose.push(transport);
  return transport;
}

describe('a mail that the relay takes', () => {
  test('is accepted with the relay’s words and arrives as it was', async () => {
    const relay = await openRelay();

    const delivery = await openTransport(relay.url).deliver(sampleMail());

    expect(delivery).toEqual({ kind: 'accepted', reply: '250 queued as 4711' });
    const parsed = await simpleParser(relay.mails[0] ?? '');
    expect(parsed.subject).toBe('居住证签注：最晚12月9日（周三），还有7天');
    expect(parsed.messageId).toBe('<p1.renew-permit.window-opens.2026-12-02@lastbus.example>');
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['plan.ics']);
  });

  test('has the envelope of its header, one recipient', async () => {
    const envelopes: unknown[] = [];
    const relay = await openRelay({
      onRcptTo({ address }, { envelope: { mailFrom } }, callback) {
        envelopes.push([mailFrom === false ? mailFrom : mailFrom.address, address]);
        callback();
      },
    });

    await openTransport(relay.url).deliver(sampleMail());

    expect(envelopes).toEqual([['lastbus@lastbus.example', 'family@example.com']]);
  });

  test('goes over the connection of the mail before it', async () => {
    const relay = await openRelay();
    const transport = openTransport(relay.url);

    for (const messageId of ['one@x', 'two@x', 'three@x']) {
      await transport.deliver(sampleMail({ messageId }));
    }

    expect(relay.mails).toHaveLength(3);
    expect(relay.connections()).toBe(1);
  });

  test('goes over a new connection when the relay has cut the old one meanwhile', async () => {
    const relay = await openRelay();
    const transport = openTransport(relay.url);
    await transport.deliver(sampleMail({ messageId: 'one@x' }));

    relay.cut();
    const delivery = await transport.deliver(sampleMail({ messageId: 'two@x' }));

    expect(delivery.kind).toBe('accepted');
    expect(relay.mails).toHaveLength(2);
  });

  test('leaves after a login with the name and password of the address, percent signs decoded', async () => {
    const logins: unknown[] = [];
    const relay = await openRelay({
      authOptional: false,
      onAuth({ username, password }, _session, callback) {
        logins.push([username, password]);
        callback(null, { user: username });
      },
    });

    const url = `smtp://lastbus%40qq.com:p%3Ass@127.0.0.1:${relay.port}`;
    const delivery = await openTransport(url).deliver(sampleMail());

    expect(delivery.kind).toBe('accepted');
    expect(logins).toEqual([['lastbus@qq.com', 'p:ss']]);
  });
});

describe('a mail that this recipient refuses for good', () => {
  test.each([
    [550, 'no such user'],
    [550, '5.1.1 mailbox unavailable'],
    [550, '5.2.1 mailbox disabled'],
    [550, '5.4.1 Recipient address rejected: Access denied'],
    [553, 'mailbox name not allowed'],
  ])('is refused: %i %s at RCPT TO', async (code, words) => {
    const relay = await openRelay({
      onRcptTo: (_address, _session, callback) => callback(smtpReply(code, words)),
    });

    const delivery = await openTransport(relay.url).deliver(sampleMail());

    expect(delivery).toEqual({ kind: 'refused', reply: `${code} ${words}` });
  });

  test('is refused: 550 5.1.1 after the whole mail', async () => {
    const relay = await openRelay(afterData(550, '5.1.1 user unknown'));

    expect((await openTransport(relay.url).deliver(sampleMail())).kind).toBe('refused');
  });

  test('does not stop the next one on the same connection', async () => {
    const relay = await openRelay({
      onRcptTo: ({ address }, _session, callback) =>
        callback(address === 'gone@example.com' ? smtpReply(550, 'no such user') : null),
    });
    const transport = openTransport(relay.url);

    const refused = await transport.deliver(sampleMail({ to: 'gone@example.com' }));
    const accepted = await transport.deliver(sampleMail());

    expect([refused.kind, accepted.kind]).toEqual(['refused', 'accepted']);
    expect(relay.connections()).toBe(1);
  });
});

describe('a mail that did not get through, though nobody refused the recipient', () => {
  const atRcpt = (code: number, words: string): SMTPServerOptions => ({
    onRcptTo: (_address, _session, callback) => callback(smtpReply(code, words)),
  });
  const atMailFrom = (code: number, words: string): SMTPServerOptions => ({
    onMailFrom: (_address, _session, callback) => callback(smtpReply(code, words)),
  });
  const atGreeting = (code: number, words: string): SMTPServerOptions => ({
    onConnect: (_session, callback) => callback(smtpReply(code, words)),
  });

  test.each<[string, SMTPServerOptions, string]>([
    ['450 at RCPT TO', atRcpt(450, 'greylisted, try later'), '450 greylisted, try later'],
    ['452 at RCPT TO', atRcpt(452, '4.2.2 mailbox full'), '452 4.2.2 mailbox full'],
    ['552 full mailbox at RCPT TO', atRcpt(552, '5.2.2 mailbox full'), '552 5.2.2 mailbox full'],
    ['554 policy at RCPT TO', atRcpt(554, '5.7.1 relay access denied'), '554 5.7.1 relay access denied'],
    ['550 bad sender at RCPT TO', atRcpt(550, '5.1.8 sender domain'), '550 5.1.8 sender domain'],
    ['550 frequency at RCPT TO', atRcpt(550, 'Ip frequency limited'), '550 Ip frequency limited'],
    ['530 login at RCPT TO', atRcpt(530, 'login first'), '530 login first'],
    ['550 at MAIL FROM', atMailFrom(550, 'From must be the login'), '550 From must be the login'],
    ['550 5.1.1 at MAIL FROM', atMailFrom(550, '5.1.1 who are you'), '550 5.1.1 who are you'],
    ['554 after DATA', afterData(554, 'DT:SPM spam'), '554 DT:SPM spam'],
    ['451 after DATA', afterData(451, '4.3.0 try again'), '451 4.3.0 try again'],
    ['421 at the greeting', atGreeting(421, 'too busy'), '421 too busy'],
    ['554 at the greeting', atGreeting(554, 'blocked'), '554 blocked'],
  ])('is put off with the relay’s words: %s', async (_name, script, words) => {
    const relay = await openRelay(script);

    const delivery = await openTransport(relay.url).deliver(sampleMail());

    expect(delivery.kind).toBe('deferred');
    expect(delivery.reply).toContain(words);
  });

  test('is put off when the login is refused: 535', async () => {
    const relay = await openRelay({
      authOptional: false,
      onAuth: (_auth, _session, callback) => callback(smtpReply(535, 'authenticate too many times')),
    });

    const url = `smtp://user:secret@127.0.0.1:${relay.port}`;
    const delivery = await openTransport(url).deliver(sampleMail());

    expect(delivery.kind).toBe('deferred');
    expect(delivery.reply).toContain('535 authenticate too many times');
    expect(delivery.reply).not.toContain('secret');
  });

  test('is put off, once, when the line breaks after the whole mail was sent: it may have arrived', async () => {
    const arrived: string[] = [];
    const relay = await openRelay({
      onData(stream, { id }) {
        stream.resume();
        stream.on('end', () => {
          arrived.push(id);
          relay.cut();
        });
      },
    });

    const delivery = await openTransport(relay.url).deliver(sampleMail());

    expect(delivery.kind).toBe('deferred');
    expect(arrived).toHaveLength(1);
  });

  test('is put off when nobody listens', async () => {
    const relay = await openScriptedRelay();
    await relay.close();

    const delivery = await openTransport(relay.url).deliver(sampleMail());

    expect(delivery.kind).toBe('deferred');
    expect(delivery.reply).toContain('ECONNREFUSED');
  });

  test('is put off, not sent, when the certificate does not verify', async () => {
    const relay = await openRelay({ secure: true, disabledCommands: [] });

    const delivery = await openTransport(`smtps://127.0.0.1:${relay.port}`).deliver(sampleMail());

    expect(delivery.kind).toBe('deferred');
    expect(delivery.reply).toContain('certificate');
    expect(relay.mails).toEqual([]);
  });

  // Only Linux has more than one address of its own in 127.0.0.0/8; the transport takes 127.0.0.2 for another host.
  test.skipIf(process.platform !== 'linux')(
    'is put off rather than its password sent in clear to another machine',
    async () => {
      const logins: unknown[] = [];
      const relay = await openScriptedRelay(
        {
          onAuth({ username }, _session, callback) {
            logins.push(username);
            callback(null, { user: username });
          },
        },
        '127.0.0.2',
      );
      toClose.push(relay);

      const delivery = await openTransport(`smtp://user:secret@127.0.0.2:${relay.port}`).deliver(
        sampleMail(),
      );

      expect(delivery.kind).toBe('deferred');
      expect(relay.connections()).toBe(1);
      expect([...logins, ...relay.mails]).toEqual([]);
    },
  );

  test('is put off when the relay says nothing', async () => {
    const port = await listen(() => {});

    const patience = { ...SMTP_TIMEOUTS, greeting: 50 };
    const delivery = await openTransport(`smtp://127.0.0.1:${port}`, patience).deliver(sampleMail());

    expect(delivery).toEqual({
      kind: 'deferred',
      concerns: 'relay',
      reply: 'Greeting never received',
    });
  });

  test('is put off when the relay is never silent and never done', async () => {
    const port = await listen((socket) => {
      socket.write('220 hello\r\n');
      const trickle = setInterval(() => socket.write('250-still thinking\r\n'), 10);
      socket.on('close', () => clearInterval(trickle));
    });

    const patience = { ...SMTP_TIMEOUTS, delivery: 100 };
    const delivery = await openTransport(`smtp://127.0.0.1:${port}`, patience).deliver(sampleMail());

    expect(delivery.kind).toBe('deferred');
  });
});

describe('closing', () => {
  test('lets what is under way finish', async () => {
    const relay = await openRelay();
    const transport = openTransport(relay.url);

    const delivery = transport.deliver(sampleMail());
    await transport.close();

    expect((await delivery).kind).toBe('accepted');
  });

  test('puts off what comes later', async () => {
    const relay = await openRelay();
    const transport = openTransport(relay.url);
    await transport.close();

    expect((await transport.deliver(sampleMail())).kind).toBe('deferred');
    expect(relay.mails).toEqual([]);
  });
});

test('mails over SMTP leave the house', () => {
  expect(openTransport('smtp://127.0.0.1:1').leavesTheHouse).toBe(true);
});

function afterData(code: number, words: string): SMTPServerOptions {
  return {
    onData(stream, _session, callback) {
      stream.resume();
      stream.on('end', () => callback(smtpReply(code, words)));
    },
  };
}

/** A server that only does what `talk` does. */
function listen(talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    talk(socket);
  });
  toClose.push({
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
