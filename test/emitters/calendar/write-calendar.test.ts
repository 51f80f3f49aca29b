import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../src/emitters/calendar/clean-text.ts';
import {
  type CalendarHead,
  type WrittenEntry,
  writeCalendar,
} from '../../../src/emitters/calendar/write-calendar.ts';
import { day } from '../../support/sample-plan.ts';
import { contentLines, octetLines, readCalendar } from './read-calendar.ts';

const head: CalendarHead = {
  name: '末班车',
  locale: 'zh',
  category: '末班车',
};

/** An entry on Wednesday 2026-12-09. */
function entry(changes: Partial<WrittenEntry> = {}): WrittenEntry {
  return {
    uid: 'k7f3.renew-permit.step@lastbus.example',
    day: day('2026-12-09'),
    summary: '最晚今天：居住证签注',
    description: '带什么：居住证',
    changedAt: Date.UTC(2026, 10, 22, 4),
    sequence: 3,
    isCancelled: false,
    url: null,
    alarms: [],
    ...changes,
  };
}

test('the calendar says what it is, what it is called and how often to look again', () => {
  const lines = contentLines(writeCalendar(head, [entry()]));
  expect(lines.slice(0, 11)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lastbus//Lastbus//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:末班车',
    'X-WR-CALNAME:末班车',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    'COLOR:teal',
    'X-APPLE-CALENDAR-COLOR:#0B5F57',
  ]);
});

test('an entry is a whole day that blocks nothing: Wednesday 9 December, up to but not including the 10th', () => {
  const lines = contentLines(writeCalendar(head, [entry()]));
  expect(lines).toEqual(
    expect.arrayContaining([
      'DTSTART;VALUE=DATE:20261209',
      'DTEND;VALUE=DATE:20261210',
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    ]),
  );
  expect(lines.filter((line) => line.includes('TZID'))).toEqual([]);
});

test('31 December ends on 1 January', () => {
  const [read] = readCalendar(writeCalendar(head, [entry({ day: day('2026-12-31') })])).entries;
  expect(read).toMatchObject({ start: '2026-12-31', end: '2027-01-01' });
});

test('an entry that fell away is cancelled, and blocks nothing', () => {
  const lines = contentLines(writeCalendar(head, [entry({ isCancelled: true })]));

  expect(lines).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'TRANSP:TRANSPARENT']));
});

test('stamp and sequence are those of the revision', () => {
  const lines = contentLines(writeCalendar(head, [entry()]));
  expect(lines).toEqual(
    expect.arrayContaining(['DTSTAMP:20261122T040000Z', 'LAST-MODIFIED:20261122T040000Z', 'SEQUENCE:3']),
  );
});

describe('on a server in any zone', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each([
    ['Asia/Shanghai', -480],
    ['Pacific/Kiritimati', -840],
    ['America/Los_Angeles', 480],
  ])('%s: the same bytes', (name, minutesBehindUtc) => {
    process.env.TZ = 'UTC';
    const inUtc = writeCalendar(head, [entry()]);

    process.env.TZ = name;
    expect(new Date(2026, 11, 9).getTimezoneOffset()).toBe(minutesBehindUtc);
    expect(writeCalendar(head, [entry()])).toBe(inUtc);
  });
});

describe('alarms', () => {
  const alarms = [
    { secondsBefore: 54_000, text: 'a day before' },
    { secondsBefore: 572_400, text: 'a week before' },
  ];

  test('stand last in the entry, before its start, in the order given', () => {
    const lines = contentLines(writeCalendar(head, [entry({ alarms })]));
    expect(lines.slice(lines.indexOf('BEGIN:VALARM'))).toEqual([
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT15H',
      'DESCRIPTION:a day before',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P6DT15H',
      'DESCRIPTION:a week before',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });
});

describe('text', () => {
  const evil = 'x\r\nX-EVIL:1\r\nEND:VEVENT\nBEGIN:VALARM\rATTACH:file:///\u2028X-EVIL:2\u0085X-EVIL:3';

  test('cannot end a line, wherever it stands', () => {
    const alarms = [{ secondsBefore: 54_000, text: evil }];
    const plain = writeCalendar(head, [entry({ alarms: [{ secondsBefore: 54_000, text: 'x' }] })]);

    const text = writeCalendar({ ...head, name: evil, category: evil }, [
      entry({ summary: evil, description: evil, alarms }),
    ]);

    const namesOf = (calendar: string) => contentLines(calendar).map((line) => line.split(/[:;]/)[0]);
    expect(namesOf(text)).toEqual(namesOf(plain));
    expect(text).not.toMatch(/[\u0085\u2028]/);
  });

  test('an address keeps its meaning: a comma in it is percent-encoded, not escaped', () => {
    const lines = contentLines(writeCalendar(head, [entry({ url: 'https://lastbus.example/plans/a,b;c' })]));
    expect(lines).toContain('URL;VALUE=URI:https://lastbus.example/plans/a%2Cb%3Bc');
  });

  /** Texts as people and attackers write them. */
  const anyText = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          ',',
          ';',
          ':',
          '\\',
          '\\n',
          '\n',
          '\r',
          '\r\nX-EVIL:1',
          '"',
          '^',
          ' ',
          '\t',
          '\u0000',
        ),
        fc.constantFrom(
          '末班车',
          '🎫',
          '👨\u200d👩\u200d👧',
          '🇨🇳',
          'e\u0301',
          'مرحبا',
          '\u202e',
          '\u2028',
          '\ud800',
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test('whatever it holds, it reads back as it was cleaned, on lines of at most 75 octets of whole characters', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    fc.assert(
      fc.property(anyText, anyText, anyText, (summary, description, name) => {
        const text = writeCalendar({ ...head, name: `n${name}` }, [
          entry({ summary: `s${summary}`, description: `d${description}` }),
        ]);

        for (const line of octetLines(text)) {
          expect(line.length).toBeLessThanOrEqual(75);
          expect(() => decoder.decode(line)).not.toThrow();
        }
        const { name: readName, entries } = readCalendar(text);
        expect(entries).toHaveLength(1);
        expect(entries[0]?.summary).toBe(cleanLine(`s${summary}`));
        expect(entries[0]?.description).toBe(cleanText(`d${description}`));
        expect(readName).toBe(cleanLine(`n${name}`));
      }),
      { numRuns: 500 },
    );
  });
});

test.each(['lastbus.example', 'localhost', 'my_host', '127.0.0.1', '[::1]'])(
  'a server may be called %s',
  (host) => {
    const uid = `k7f3.renew-permit.step@${host}`;
    expect(readCalendar(writeCalendar(head, [entry({ uid })])).entries[0]?.uid).toBe(uid);
  },
);

describe('identifiers and numbers are ours, so a wrong one is a bug', () => {
  test.each([
    ['an identifier with a line end', { uid: 'a@host\r\nX-EVIL:1' }],
    ['an identifier with a comma', { uid: 'a,b@host' }],
    ['an identifier without a host', { uid: 'a' }],
    ['half a second', { alarms: [{ secondsBefore: 1.5, text: 'x' }] }],
    ['an alarm after the start', { alarms: [{ secondsBefore: -60, text: 'x' }] }],
    ['no address', { url: 'see the plan' }],
    ['a broken sequence', { sequence: 1.5 }],
    ['a negative sequence', { sequence: -1 }],
    ['no time', { changedAt: Number.NaN }],
  ])('%s', (_, changes) => {
    expect(() => writeCalendar(head, [entry(changes)])).toThrow();
  });
});
