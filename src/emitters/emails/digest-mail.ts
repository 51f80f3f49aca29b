// The digest of a roster as a mail to whoever keeps it. It names people by HR's own keys only.

import type { Digest } from '../../domain/roster/digest.ts';
import type { MailMessage } from '../../ports/mail-transport.ts';
import { digestWordsOf } from '../roster/digest-words.ts';
import { digestView } from './digest-view.ts';
import { listHeaders } from './list-headers.ts';
import { renderMailParts } from './mail-parts.ts';
import type { ReminderMailOptions } from './reminder-mail.ts';

export interface DigestMailOptions
  extends Pick<
    ReminderMailOptions,
    'locale' | 'to' | 'messageId' | 'unsubscribeUrl' | 'threadId' | 'listId'
  > {
  /** How HR calls the roster; empty: it has no name. */
  readonly rosterTitle: string;
  /** Keys of those of whom no plan can be made. */
  readonly misfits: readonly string[];
  /** Shows the board; nothing can be changed there. */
  readonly boardUrl: string;
}

export function renderDigestMail(digest: Digest, options: DigestMailOptions): MailMessage {
  const { locale, to, messageId, unsubscribeUrl, boardUrl } = options;
  const parts = renderMailParts('digest', locale, {
    digest: digestView(digest, options, locale),
    say: digestWordsOf(locale),
    mainUrl: boardUrl,
    boardUrl,
    unsubscribeUrl,
  });
  const headers = { ...listHeaders(options), ...parts.headers };
  return { ...parts, messageId, to, headers, calendar: null };
}
