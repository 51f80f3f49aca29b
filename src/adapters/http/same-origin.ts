// Refuses forms that another site sends in a reader's name.
//
// No cookie opens anything here: what may change a plan is the secret in its address, which no other site knows. So
// the check is a second wall, for what needs no secret (storing a plan) and for addresses that leaked. One-click
// unsubscription is outside of it: mail providers post from their own servers (RFC 8058).

import type { AnyRequest, Guard, HttpContext } from './http-context.ts';
import { sendRefusal } from './refusals.ts';

export function requireSameOrigin(context: HttpContext): Guard {
  return (req, res, next) => {
    if (isSameOrigin(req, context.options.publicUrl)) next();
    else sendRefusal(context, req, res, 'cross-site');
  };
}

function isSameOrigin(req: AnyRequest, publicUrl: string): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  // Browsers leave Sec-Fetch-Site out on plain http. Because of our `Referrer-Policy: no-referrer` they then send
  // `Origin: null` with our own forms too, so only an origin that names another site says something.
  const origin = req.get('Origin');
  if (origin === undefined || origin === 'null') return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === req.get('Host') || host === new URL(publicUrl).host;
}
