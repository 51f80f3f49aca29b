// Each repair, and before it the fault in ical-generator's own output. When a "fault" test fails, upstream has
// mended it: the repair can go.

import ical, { ICalAlarmType, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { escapeCalendarName, normaliseCalendar } from '../../../src/emitters/calendar/ical-normalise.ts';
import { contentLines, readCalendar } from './read-calendar.ts';

/** One entry on Wednesday 2026-12-09 with two alarms. */
function rawCalendar({ name = 'plan', category = 'Lastbus', alarm = 'first' } = {}): string {
  const start = DateTime.fromISO('2026-12-09', { zone: 'utc' });
  const calendar = ical({ name });
  const stamp = DateTime.fromISO('2026-11-22T04:00:00Z', { zone: 'utc' });
  calendar.createEvent({
    id: 'a@host',
    stamp,
    start,
    end: start.plus({ days: 1 }),
    allDay: true,
    summary: 's',
    categories: [{ name: category }],
    status: ICalEventStatus.CANCELLED,
    alarms: [
      { type: ICalAlarmType.display, trigger: 54_000, description: alarm },
      { type: ICalAlarmType.display, trigger: 572_400, description: 'second' },
    ],
  });
  return calendar.toString();
}

describe('an alarm before its event’s last property: Outlook would not read the status', () => {
  test('fault: ical-generator writes STATUS after END:VALARM', () => {
    const lines = contentLines(`${rawCalendar()}\r\n`);
    expect(lines.indexOf('STATUS:CANCELLED')).toBeGreaterThan(lines.lastIndexOf('END:VALARM'));
  });

  test('mended: nothing but END:VEVENT stands after the alarms, and they keep their order', () => {
    const lines = contentLines(normaliseCalendar(rawCalendar()));
    expect(lines.slice(lines.indexOf('BEGIN:VALARM'))).toEqual([
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT15H',
      'DESCRIPTION:first',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P6DT15H',
      'DESCRIPTION:second',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(lines.indexOf('STATUS:CANCELLED')).toBeLessThan(lines.indexOf('BEGIN:VALARM'));
  });

  test('no line is lost or added', () => {
    const raw = `${rawCalendar()}\r\n`;
    expect(contentLines(normaliseCalendar(raw)).toSorted()).toEqual(contentLines(raw).toSorted());
  });

  // CATEGORIES comes after the alarms; at some of these lengths a fold falls just before or behind the words.
  test.each(['BEGIN:VALARM', 'END:VALARM', 'END:VEVENT'])('%s inside a text stays text', (words) => {
    for (let length = 0; length <= 150; length++) {
      const text = `${'-'.repeat(length)}${words}${'-'.repeat(80)}`;

      const lines = contentLines(normaliseCalendar(rawCalendar({ category: text, alarm: text })));

      expect(lines).toContain(`CATEGORIES:${text}`);
      expect(lines.slice(lines.indexOf('BEGIN:VALARM'), lines.indexOf('END:VEVENT'))).toEqual([
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-PT15H',
        `DESCRIPTION:${text}`,
        'END:VALARM',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-P6DT15H',
        'DESCRIPTION:second',
        'END:VALARM',
      ]);
    }
  });
});

describe('a calendar’s name with a comma', () => {
  const name = 'Shanghai, 2027; renewal';

  test('fault: ical-generator writes it raw', () => {
    expect(rawCalendar({ name })).toContain('\r\nNAME:Shanghai, 2027; renewal\r\n');
  });

  test('mended: it is escaped as TEXT, in both properties, and reads back whole', () => {
    const text = normaliseCalendar(rawCalendar({ name: escapeCalendarName(name) }));
    expect(text).toContain('\r\nNAME:Shanghai\\, 2027\\; renewal\r\n');
    expect(text).toContain('\r\nX-WR-CALNAME:Shanghai\\, 2027\\; renewal\r\n');
    expect(readCalendar(text).name).toBe(name);
  });
});

describe('the last line', () => {
  test('fault: ical-generator leaves it without its line end', () => {
    expect(rawCalendar()).toMatch(/END:VCALENDAR$/);
  });

  test('mended: one line end follows it, and no second one', () => {
    const once = normaliseCalendar(rawCalendar());
    expect(once).toMatch(/[^\n]\r\nEND:VCALENDAR\r\n$/);
    expect(normaliseCalendar(once)).toBe(once);
  });
});
