// What people do to a server without scripts, and what comes to them: forms sent by a page, and mails as they are read.

import { type ParsedMail, simpleParser } from 'mailparser';
import type { RunningServer } from './running-server.ts';

/** Sends a form as a page does. Where the answer leads is not followed. */
export function postForm(
  address: string,
  values: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(address, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(values) });
}

/** Lets the server send what is due; the mails to an address, as another library reads them, oldest first. */
export async function mailsTo(server: RunningServer, address: string): Promise<ParsedMail[]> {
  const mails = await Promise.all((await server.mails()).map((mail) => simpleParser(mail)));
  return mails
    .filter(({ to }) => [to].flat().some((field) => field?.text === address))
    .toSorted((one, other) => Number(one.date) - Number(other.date));
}
