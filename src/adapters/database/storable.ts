/** What a mail server said, without the one character that PostgreSQL keeps in no text. */
export function storable(reply: string): string {
  return reply.replaceAll('\0', '');
}
