// Mails as .eml files in a folder, for an instance without SMTP: exactly what would be sent, with CRLF.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Delivery, MailMessage, MailTransport } from '../../ports/mail-transport.ts';
import {
  type DkimKey,
  dkimOption,
  type MailSender,
  nodemailerMessage,
  refusalOf,
} from './nodemailer-message.ts';

export interface FolderTransportOptions {
  /** Made when it is not there. */
  readonly folder: string;
  readonly from: MailSender;
  readonly dkim: DkimKey | null;
}

/** Longest name of a file without its ending; file systems take 255 octets. */
const LONGEST_NAME = 120;
/** Mails carry secret links: nobody else on the machine reads them. */
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/**
 * Writes each mail to `folder`. The name comes from the Message-ID: a further try replaces the file. A file is
 * seen only when it is whole and on the disk. What the disk refuses is `deferred`.
 */
export function openFolderTransport({ folder, from, dkim }: FolderTransportOptions): MailTransport {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...dkimOption(dkim),
  });
  return {
    leavesTheHouse: false,
    relay: 'folder',
    async deliver(message: MailMessage): Promise<Delivery> {
      const refusal = refusalOf(message);
      if (refusal !== null) return refusal;
      try {
        const { message: content } = await composer.sendMail(nodemailerMessage(message, from));
        const name = mailFileName(message.messageId);
        if (!Buffer.isBuffer(content)) throw new Error('the composed mail is not a buffer');
        await writeWhole(folder, name, content);
        return { kind: 'accepted', reply: `written to ${name}` };
      } catch (error) {
        return {
          kind: 'deferred',
          concerns: 'relay',
          reply: error instanceof Error ? error.message : String(error),
        };
      }
    },
    async close(): Promise<void> {
      composer.close();
    },
  };
}

/** A file name that is safe everywhere, the same for the same Message-ID and no other. */
export function mailFileName(messageId: string): string {
  const safe = messageId.replace(/[^A-Za-z0-9@._-]/g, '_').replace(/^\.+/, '_');
  if (safe === messageId && safe.length <= LONGEST_NAME) return `${safe}.eml`;
  const digest = createHash('sha256').update(messageId).digest('hex').slice(0, 16);
  return `${safe.slice(0, LONGEST_NAME)}-${digest}.eml`;
}

async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', OWNER_ONLY.file);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Without it a power cut may forget the new name, though the file's octets are safe. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
