// The way a mail leaves the house.

export interface MailMessage {
  /** Without angle brackets; the same for every try. */
  readonly messageId: string;
  /** One plain address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Further headers, such as List-Unsubscribe. */
  readonly headers: Readonly<Record<string, string>>;
  /** An .ics that goes along; null: none. */
  readonly calendar: { readonly filename: string; readonly content: string } | null;
}

/**
 * What became of one try. `refused`: this recipient will never take it. `deferred`: not now; the mail may even
 * have arrived, so a further try must carry the same Message-ID.
 */
export type Delivery =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'refused'; readonly reply: string }
  | { readonly kind: 'deferred'; readonly reply: string; readonly concerns: DeferralScope };

/** Who else would hear the same now: nobody, all mails to the recipient's domain, or all mails of this relay. */
export type DeferralScope = 'mail' | 'domain' | 'relay';

export interface MailTransport {
  /** Whether mails leave by SMTP, or are only written to a folder (and pages must say so). */
  readonly leavesTheHouse: boolean;
  /** The relay by name, the same in every process that uses it. */
  readonly relay: string;
  /** Tries once. Never throws for a mail that could not be delivered. */
  deliver(message: MailMessage): Promise<Delivery>;
  /** Ends pooled connections; what is under way is finished. */
  close(): Promise<void>;
}
