// A mail as its reader gets it: composed by the real transport, read by another library (mailparser).

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { openFolderTransport } from '../../../src/adapters/mail/folder-transport.ts';
import type { MailMessage } from '../../../src/ports/mail-transport.ts';

export const SENDER = { name: '末班车', address: 'lastbus@lastbus.example' };

/** The octets of `message` and what mailparser makes of them. */
export async function readBack(message: MailMessage): Promise<{ raw: string; parsed: ParsedMail }> {
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-mail-'));
  try {
    await openFolderTransport({ folder, from: SENDER, dkim: null }).deliver(message);
    const [name] = await readdir(folder);
    if (name === undefined) throw new Error('no mail was written');
    const raw = await readFile(join(folder, name), 'utf8');
    return { raw, parsed: await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true }) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
