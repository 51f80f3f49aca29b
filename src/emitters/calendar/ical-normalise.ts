// Mends what ical-generator 11 writes against RFC 5545. Each repair leaves right output as it is, so that it
// can go when upstream mends the fault; test/emitters/calendar/ical-normalise.test.ts shows each fault.

import { escape as escapeText } from 'ical-generator';

/**
 * A calendar's name for ical-generator, which writes NAME and X-WR-CALNAME as they come although both are TEXT
 * (RFC 7986 5.1).
 */
export function escapeCalendarName(name: string): string {
  return escapeText(name, false);
}

/**
 * The calendar with
 * - each VALARM last in its VEVENT: RFC 5545 3.6.1 wants the properties first, and Outlook stops reading an
 *   event where the first alarm begins;
 * - a line end after END:VCALENDAR: RFC 5545 3.1 ends every content line with one.
 *
 * @param raw content lines parted by CRLF. A folded line cannot be taken for a BEGIN or END line: it starts
 *   with a blank.
 */
export function normaliseCalendar(raw: string): string {
  const ordered = raw.includes('\r\nBEGIN:VALARM\r\n') ? alarmsLast(raw) : raw;
  return ordered.endsWith('\r\n') ? ordered : `${ordered}\r\n`;
}

function alarmsLast(raw: string): string {
  const lines: string[] = [];
  let alarms: string[] = [];
  let isInAlarm = false;
  for (const line of raw.split('\r\n')) {
    if (line === 'BEGIN:VALARM') isInAlarm = true;
    if (line === 'END:VEVENT') {
      lines.push(...alarms);
      alarms = [];
    }
    (isInAlarm ? alarms : lines).push(line);
    if (line === 'END:VALARM') isInAlarm = false;
  }
  return lines.join('\r\n');
}
