// What a mail server's refusal means for whoever gave the address. The enhanced status codes of RFC 3463 tell it where a
// server sends them; where it does not, its words do, as Chinese and foreign providers put them.

import type { RefusalCause } from './words/reminder-words.ts';

const BY_CODE: readonly (readonly [RegExp, RefusalCause])[] = [
  [/\b5\.1\.(?:2|8)\b/, 'no-such-domain'],
  [/\b5\.1\.(?:0|1|3|6|10)\b/, 'no-such-mailbox'],
  [/\b5\.2\.2\b/, 'mailbox-full'],
  [/\b5\.2\.1\b/, 'mailbox-closed'],
];

const BY_WORDS: readonly (readonly [RegExp, RefusalCause])[] = [
  [/mailbox (?:is )?full|over ?quota|quota exceeded/i, 'mailbox-full'],
  [/host (?:or domain )?(?:name )?not found|domain (?:not found|does not exist)/i, 'no-such-domain'],
  [/disabled|inactive|suspended|frozen/i, 'mailbox-closed'],
  [
    /(?:user|mailbox|recipient|account|address)[^.]*(?:unknown|not found|unavailable|not exist|does ?n.t exist|invalid)|no such (?:user|mailbox|recipient)|unknown (?:user|mailbox|recipient)/i,
    'no-such-mailbox',
  ],
];

export function refusalCause(reply: string): RefusalCause {
  const found = [...BY_CODE, ...BY_WORDS].find(([pattern]) => pattern.test(reply));
  return found?.[1] ?? 'other';
}
