// Settings that are allowed, each by itself, and still shut somebody out.

import { type Finding, fine, warning } from './finding.ts';

export interface Settings {
  /** Null: not set. */
  readonly publicUrl: string | null;
  readonly host: string;
  readonly trustedProxies: number;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly heartbeatUrl: string | null;
}

export function examineSettings(settings: Settings): Finding[] {
  return [reach(settings), ...proxy(settings), ...sender(settings), ...heartbeat(settings)];
}

function reach({ publicUrl }: Settings): Finding {
  if (publicUrl === null) {
    return warning(
      'configuration',
      'PUBLIC_URL is not set: links in pages, mails and calendars lead to this machine only',
      'set it to the https address at which people reach the server',
    );
  }
  if (!publicUrl.startsWith('https:')) {
    return warning(
      'configuration',
      `PUBLIC_URL is ${publicUrl}: links are keys, and without https anybody on the way can read them`,
      'put a reverse proxy with https in front (docs/operate.md) and set the https address',
    );
  }
  return fine('configuration', `people reach the server at ${publicUrl}`);
}

/** We speak no https ourselves: an https address means that a proxy stands in front. */
function proxy({ publicUrl, trustedProxies, host }: Settings): Finding[] {
  const isBehindProxy = publicUrl?.startsWith('https:') ?? false;
  if (isBehindProxy && trustedProxies === 0) {
    return [
      warning(
        'configuration',
        'PUBLIC_URL is https and TRUST_PROXY is 0: all people look like one, the proxy, to limits of requests',
        'set TRUST_PROXY to the number of reverse proxies in front, mostly 1',
      ),
    ];
  }
  if (!isBehindProxy && trustedProxies > 0 && host !== '127.0.0.1' && host !== 'localhost') {
    return [
      warning(
        'configuration',
        `TRUST_PROXY is ${trustedProxies} and the server listens on ${host}: who reaches it without the proxy can pose as another address`,
        'let only the proxy reach it (HOST=127.0.0.1), or set TRUST_PROXY=0',
      ),
    ];
  }
  return [];
}

/** Chinese providers, and most others, take only the sender that has logged in. */
function sender({ smtpUrl, mailFrom }: Settings): Finding[] {
  const login = smtpUrl === null ? '' : decodeURIComponent(new URL(smtpUrl).username);
  if (!login.includes('@') || login.toLowerCase() === mailFrom.toLowerCase()) return [];
  return [
    warning(
      'configuration',
      `MAIL_FROM is ${mailFrom} and the login in SMTP_URL is ${login}: most providers refuse another sender`,
      'set MAIL_FROM to the address of the login, unless the provider allows another',
    ),
  ];
}

function heartbeat({ heartbeatUrl }: Settings): Finding[] {
  if (heartbeatUrl !== null) return [];
  return [
    warning(
      'configuration',
      'HEARTBEAT_URL is not set: nobody is told when this machine is gone',
      'set it to a check of a monitor outside, such as Healthchecks',
    ),
  ];
}
