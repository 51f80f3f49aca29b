import { expect, it } from 'vitest';
import { refusalCause } from '../../../src/emitters/pages/refusal-cause.ts';

it.each([
  ['550 5.1.1 <a@example.com>: Recipient address rejected: User unknown', 'no-such-mailbox'],
  ['550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help', 'no-such-mailbox'],
  ['550 User not found: a@163.com', 'no-such-mailbox'],
  ['550 Invalid User: a@example.com', 'other'],
  ['550 No such user here', 'no-such-mailbox'],
  ['550 5.1.2 Bad destination system address', 'no-such-domain'],
  ['550 Host not found', 'no-such-domain'],
  ['552 5.2.2 The email account that you tried to reach is over quota', 'mailbox-full'],
  ['552 Quota exceeded or service disabled', 'mailbox-full'],
  ['550 5.2.1 The email account that you tried to reach is disabled', 'mailbox-closed'],
  ['554 5.7.1 Rejected by policy', 'other'],
  ['', 'other'],
])('%s means %s', (reply, cause) => {
  expect(refusalCause(reply)).toBe(cause);
});
