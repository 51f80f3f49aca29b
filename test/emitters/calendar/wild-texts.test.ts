// Whatever a text holds and wherever it stands: no line of its own, no line over 75 octets, no character cut in two.

import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../src/emitters/calendar/clean-text.ts';
import { type CalendarOptions, renderCalendar } from '../../../src/emitters/calendar/render-calendar.ts';
import { forAll } from '../../support/laws.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { planSaying, wildTexts } from '../../support/wild-texts.ts';
import { contentLines, octetLines, readCalendar } from './read-calendar.ts';

const RUNS = 150;
const MOST_OCTETS = 75;

const options = {
  locale: 'zh',
  kind: 'file',
  calendarId: 'k7f3',
  host: 'lastbus.example',
  stamp: Date.UTC(2026, 10, 22, 4),
  sequence: 3,
  viewUrl: 'https://lastbus.example/plans/view-token',
} as const satisfies CalendarOptions;

interface Shape {
  readonly head: string[];
  readonly events: string[][];
  readonly alarms: string[][];
}

/** The names of the content lines in each event and in each alarm, and outside of both. */
function shapeOf(text: string): Shape {
  const shape: Shape = { head: [], events: [], alarms: [] };
  let into = shape.head;
  const begin = (list: string[][]) => {
    into = [];
    list.push(into);
  };
  for (const line of contentLines(text)) {
    if (line === 'BEGIN:VEVENT') begin(shape.events);
    if (line === 'BEGIN:VALARM') begin(shape.alarms);
    into.push(line.split(/[:;]/)[0] ?? '');
    if (line === 'END:VALARM') into = shape.events.at(-1) ?? [];
    if (line === 'END:VEVENT') into = shape.head;
  }
  return shape;
}

const plain = shapeOf(renderCalendar(samplePlan(), options));

describe.each(['zh', 'en'] as const)(
  'texts of 10 to 2,000 characters everywhere in a plan (%s)',
  (locale) => {
    test('stand on lines of at most 75 octets, each of whole characters and ended by CRLF', () => {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      forAll(wildTexts, RUNS, (texts) => {
        for (const line of octetLines(renderCalendar(planSaying(texts), { ...options, locale }))) {
          expect(line.length).toBeLessThanOrEqual(MOST_OCTETS);
          // No control character: neither a bare CR or LF, nor a NUL.
          expect(line.every((octet) => octet >= 0x20 && octet !== 0x7f)).toBe(true);
          expect(() => decoder.decode(line)).not.toThrow();
        }
      });
    });

    test('add no line to the calendar, to an event or to an alarm', () => {
      forAll(wildTexts, RUNS, (texts) => {
        const { head, events, alarms } = shapeOf(renderCalendar(planSaying(texts), { ...options, locale }));

        expect(head).toEqual(plain.head);
        for (const event of events) expect(event).toEqual(plain.events[0]);
        for (const alarm of alarms) expect(alarm).toEqual(plain.alarms[0]);
      });
    });

    test('are read back by ical.js as they were cleaned', () => {
      forAll(wildTexts, RUNS, (texts) => {
        const { name, entries } = readCalendar(renderCalendar(planSaying(texts), { ...options, locale }));
        const entry = (id: string) => entries.find(({ uid }) => uid === `k7f3.${id}@lastbus.example`);
        const renewal = entry('renew-permit.step');

        expect(name).toContain(cleanLine(texts.policy));
        expect(renewal?.summary).toContain(cleanLine(texts.title));
        for (const text of [texts.title, texts.place, texts.bring, texts.tip]) {
          expect(renewal?.description).toContain(cleanText(text));
        }
        expect(entry('registration.step')?.description).toContain(cleanText(texts.office));
        for (const text of [texts.ownCutoff, texts.source, texts.ifMissed]) {
          expect(entry('plan.cutoff')?.description).toContain(cleanText(text));
        }
      });
    });
  },
);
