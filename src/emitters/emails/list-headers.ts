// The headers of mails that somebody is subscribed to: threads by plan, and how to end it.

import type { ReminderMailOptions } from './reminder-mail.ts';

export function listHeaders({
  threadId,
  listId,
  unsubscribeUrl,
}: Pick<ReminderMailOptions, 'threadId' | 'listId' | 'unsubscribeUrl'>): Record<string, string> {
  return {
    References: `<${threadId}>`,
    'In-Reply-To': `<${threadId}>`,
    'List-Id': `<${listId}>`,
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    // RFC 8058 knows the one-click POST for https only.
    ...(unsubscribeUrl.startsWith('https://')
      ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  };
}
