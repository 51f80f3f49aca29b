// The same texts as in test/emitters/calendar/wild-texts.test.ts, read by programs that share nothing with the writer.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderCalendar } from '../../src/emitters/calendar/render-calendar.ts';
import { planSaying, wildTexts } from '../support/wild-texts.ts';
import { type ForeignReader, openReader, PYTHON_READERS, readWithIcalJs } from './calendar-readers.ts';
import { tellSkipped } from './foreign-programs.ts';

const RUNS = 60;
/** Fixed, so that a run says the same every time. */
const SEED = 20_161_225;

for (const { name, debian, isInstalled } of PYTHON_READERS) {
  tellSkipped(isInstalled ? [] : [debian], `how ${name} reads wild texts`);

  describe.skipIf(!isInstalled)(`${name} reads what ical.js reads`, () => {
    let reader: ForeignReader;
    beforeAll(() => {
      reader = openReader(name);
    });
    afterAll(() => reader.close());

    test.each(['feed', 'file'] as const)('in a %s whose texts hold whatever there is', async (kind) => {
      await fc.assert(
        fc.asyncProperty(wildTexts, fc.constantFrom('zh', 'en'), async (texts, locale) => {
          const text = renderCalendar(planSaying(texts), {
            locale,
            kind,
            calendarId: 'k7f3',
            host: 'lastbus.example',
            stamp: Date.UTC(2026, 10, 22, 4),
            sequence: 3,
            viewUrl: 'https://lastbus.example/plans/view-token',
          });

          expect(await reader.read(text)).toEqual(readWithIcalJs(text));
        }),
        { seed: SEED, numRuns: RUNS },
      );
    });
  });
}
