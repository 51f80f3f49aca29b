// The colour of a calendar. ical-generator writes further properties of a calendar behind its events, where RFC 5545
// 3.6 has none, so these two lines are put before the first event here.

export interface CalendarColour {
  /** A colour name of CSS 3 (RFC 7986 5.9). */
  readonly name: string;
  /** As Apple's programs read it: `#RRGGBB`. */
  readonly code: string;
}

/** The calendar with its colour. @param raw content lines parted by CRLF, with at least one event. */
export function withColour(raw: string, { name, code }: CalendarColour): string {
  const firstEvent = '\r\nBEGIN:VEVENT\r\n';
  return raw.replace(firstEvent, `\r\nCOLOR:${name}\r\nX-APPLE-CALENDAR-COLOR:${code}${firstEvent}`);
}
