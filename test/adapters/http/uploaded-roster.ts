// A roster uploaded through its page, as a browser sends the form.

import type { RunningServer } from './running-server.ts';

/** Three people on Sunday 22 November 2026: in time, too late, and with a permit that has lapsed. */
export const SMALL_ROSTER = [
  '工号,为谁参保,居住证有效期至,pointsChange',
  '1001,未入学入园的孩子,2027/6/30,没有变化',
  '1002,未入学入园的孩子,2026/12/31,有变化（工作、住址、学历等）',
  '1003,未入学入园的孩子,2026/10/31,没有变化',
].join('\r\n');

export interface UploadedRoster {
  readonly status: number;
  readonly html: string;
  /** Of the board, for its owner. */
  readonly path: string;
  /** The plan of who stands first on the board, 1002 of the small one, as it is handed out. */
  readonly employeePath: string;
}

export function sendRoster(
  address: string,
  content: string | Uint8Array<ArrayBuffer> | null,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (content !== null) form.set('file', new File([content], 'roster.csv', { type: 'text/csv' }));
  return fetch(address, { method: 'POST', body: form, redirect: 'manual', headers: { Accept: 'text/html' } });
}

export async function uploadedRoster(
  { url }: RunningServer,
  content: string | Uint8Array<ArrayBuffer> = SMALL_ROSTER,
  fields: Readonly<Record<string, string>> = {},
): Promise<UploadedRoster> {
  const response = await sendRoster(`${url}/rosters?lang=zh`, content, fields);
  const html = await response.text();
  const path = (response.headers.get('Location') ?? '').split('?')[0] ?? '';
  const board = await (await fetch(`${url}${path}`)).text();
  return {
    status: response.status,
    html,
    path,
    employeePath: /\/plans\/[\w-]{22}/.exec(board)?.[0] ?? '',
  };
}
