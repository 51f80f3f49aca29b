import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailFileName, openFolderTransport } from '../../../src/adapters/mail/folder-transport.ts';
import { readBack, SENDER } from './read-back.ts';
import { SAMPLE_CALENDAR, sampleMail } from './sample-mail.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lastbus-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a mail in the folder', () => {
  test('is the mail that would be sent: addresses, subject, both texts and the headers', async () => {
    const { parsed } = await readBack(sampleMail());

    expect(parsed.from?.value).toEqual([{ name: '末班车', address: 'lastbus@lastbus.example' }]);
    expect(parsed.to).toMatchObject({ value: [{ name: '', address: 'family@example.com' }] });
    expect(parsed.subject).toBe('居住证签注：最晚12月9日（周三），还有7天');
    expect(parsed.messageId).toBe('<p1.renew-permit.window-opens.2026-12-02@lastbus.example>');
    expect(parsed.text).toBe('居住证签注\n最晚12月9日（周三）办\n');
    expect(parsed.html).toContain('<p>居住证签注</p>');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('carries both unsubscribe lines of RFC 8058 once', async () => {
    const { raw } = await readBack(sampleMail());
    const [head = ''] = raw.split('\r\n\r\n');
    const unfolded = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');

    expect(unfolded.filter((line) => line.startsWith('List-Unsubscribe'))).toEqual([
      'List-Unsubscribe: <https://lastbus.example/reminders/unsubscribe/XyZ>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]);
  });

  test('holds the calendar once, as it was given, published and not requested', async () => {
    const { parsed } = await readBack(sampleMail());

    expect(parsed.attachments).toHaveLength(1);
    const [calendar] = parsed.attachments;
    expect(calendar).toMatchObject({ contentType: 'text/calendar', filename: 'plan.ics' });
    expect(calendar?.content.toString()).toBe(SAMPLE_CALENDAR);
    expect(calendar?.headers.get('content-type')).toMatchObject({
      params: { charset: 'utf-8', method: 'PUBLISH' },
    });
  });

  test('has no attachment when there is no calendar', async () => {
    const { parsed } = await readBack(sampleMail({ calendar: null }));

    expect(parsed.attachments).toEqual([]);
  });

  test('has CRLF at every line, also inside the encoded text', async () => {
    const { raw } = await readBack(sampleMail());

    expect(raw.match(/(?<!\r)\n/g)).toBeNull();
    expect(raw).toContain(
      Buffer.from('居住证签注\r\n最晚12月9日（周三）办\r\n').toString('base64').slice(0, 40),
    );
  });

  test('is not written at all when the address could be read as two', async () => {
    await expect(readBack(sampleMail({ to: 'a@example.com, b@example.net' }))).rejects.toThrow(
      'no mail was written',
    );
  });

  test('takes no header from a line break in a subject or a header', async () => {
    const evil = 'x\r\nBcc: thief@example.net';
    const { parsed } = await readBack(sampleMail({ subject: evil, headers: { 'List-Id': `<${evil}>` } }));

    expect(parsed.headers.has('bcc')).toBe(false);
    expect(parsed.bcc).toBeUndefined();
  });

  test('is signed over both unsubscribe lines when there is a key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const dkim = { domainName: 'lastbus.example', keySelector: 'autumn', privateKey };
    await openFolderTransport({ folder, from: SENDER, dkim }).deliver(sampleMail());
    const [name = ''] = await readdir(folder);
    const raw = await readFile(join(folder, name), 'utf8');
    const signature = /^DKIM-Signature:(?:.|\r\n[ \t])*/im.exec(raw)?.[0].replace(/\s+/g, '') ?? '';
    const signed = /;h=([^;]*)/.exec(signature)?.[1]?.toLowerCase().split(':') ?? [];

    expect(signature).toContain('d=lastbus.example');
    expect(signature).toContain('s=autumn');
    expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']));
    expect(signed).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));
  });
});

describe('the folder', () => {
  const open = (at = folder) => openFolderTransport({ folder: at, from: SENDER, dkim: null });

  test('is made when it is not there, for its owner only', async () => {
    const deep = join(folder, 'data', 'mail');

    expect((await open(deep).deliver(sampleMail())).kind).toBe('accepted');
    const [name = ''] = await readdir(deep);
    expect((await stat(join(deep, name))).mode & 0o077).toBe(0);
  });

  test('holds one file after two tries of one mail: the later one', async () => {
    await open().deliver(sampleMail({ text: 'first try' }));
    await open().deliver(sampleMail({ text: 'second try' }));

    const names = await readdir(folder);
    expect(names).toEqual(['p1.renew-permit.window-opens.2026-12-02@lastbus.example.eml']);
    const { text } = await simpleParser(await readFile(join(folder, names[0] ?? '')));
    expect(text?.trim()).toBe('second try');
  });

  test('holds two files after two mails, and nothing half written', async () => {
    const transport = open();
    await Promise.all([
      transport.deliver(sampleMail({ messageId: 'one@lastbus.example' })),
      transport.deliver(sampleMail({ messageId: 'two@lastbus.example' })),
    ]);

    expect((await readdir(folder)).toSorted()).toEqual([
      'one@lastbus.example.eml',
      'two@lastbus.example.eml',
    ]);
  });

  test('that cannot be written to puts the mail off, and says why', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');

    const delivery = await open(join(file, 'mail')).deliver(sampleMail());

    expect(delivery.kind).toBe('deferred');
    expect(delivery.reply).toContain('ENOTDIR');
  });

  test('does not leave the house', () => {
    expect(open().leavesTheHouse).toBe(false);
  });
});

describe('the name of the file', () => {
  test.each([
    ['../../etc/passwd@x', /^__\.\._etc_passwd@x-[0-9a-f]{16}\.eml$/],
    ['.hidden@x', /^_hidden@x-[0-9a-f]{16}\.eml$/],
    ['居住证@x', /^___@x-[0-9a-f]{16}\.eml$/],
    [`${'a'.repeat(300)}@x`, /^a{120}-[0-9a-f]{16}\.eml$/],
  ])('stays inside the folder: %s', (messageId, form) => {
    expect(mailFileName(messageId)).toMatch(form);
  });

  test('differs for two ids that differ only in what is not safe in a name', () => {
    expect(mailFileName('a/b@x')).not.toBe(mailFileName('a:b@x'));
  });
});
