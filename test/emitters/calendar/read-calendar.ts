// Reads a calendar back: as the bytes that a program receives, and through ical.js, which shares nothing with
// the writer.

import ICAL from 'ical.js';

export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly start: string;
  readonly end: string;
  readonly alarms: readonly { readonly trigger: string; readonly text: string }[];
}

export interface ReadCalendar {
  readonly name: string | undefined;
  readonly entries: readonly ReadEntry[];
}

export function readCalendar(text: string): ReadCalendar {
  const root = new ICAL.Component(ICAL.parse(text));
  return {
    name: nameOf(text),
    entries: root.getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
      status: String(event.getFirstPropertyValue('status')),
      summary: String(event.getFirstPropertyValue('summary')),
      description: String(event.getFirstPropertyValue('description')),
      start: String(event.getFirstPropertyValue('dtstart')),
      end: String(event.getFirstPropertyValue('dtend')),
      alarms: event.getAllSubcomponents('valarm').map((alarm) => ({
        trigger: String(alarm.getFirstPropertyValue('trigger')),
        text: String(alarm.getFirstPropertyValue('description')),
      })),
    })),
  };
}

/** NAME is newer (RFC 7986) than ical.js, which gives it as it stands: TEXT, with its escapes. */
function nameOf(text: string): string | undefined {
  const value = contentLines(text)
    .find((line) => line.startsWith('NAME:'))
    ?.slice('NAME:'.length);
  if (value !== undefined && /[,;]/.test(value.replace(/\\./g, '')))
    throw new Error(`bare , or ; in ${value}`);
  return value?.replace(/\\([\\;,])/g, '$1');
}

/** The lines as they are sent, folds kept, as octets. */
export function octetLines(text: string): Buffer[] {
  const lines: Buffer[] = [];
  const bytes = Buffer.from(text, 'utf8');
  let from = 0;
  for (let end = bytes.indexOf('\r\n'); end !== -1; end = bytes.indexOf('\r\n', from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 2;
  }
  if (from < bytes.length) throw new Error(`no line end after ${bytes.subarray(from).toString()}`);
  return lines;
}

/** The content lines: unfolded. */
export function contentLines(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}
