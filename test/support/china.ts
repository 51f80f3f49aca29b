// The shipped working calendar, and one that closes nothing but weekends and knows its end.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_POLICIES } from '../../src/adapters/files/policy-folder.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../../src/domain/working-calendar.ts';
import { parseDocumentText } from '../../src/input/document.ts';
import { type PublishedCalendar, parseCalendarFile } from '../../src/policies/calendars/calendar-file.ts';
import { day } from './sample-plan.ts';

export const publishedChina: PublishedCalendar = readChina();
/** What the notices settle; every other day is refused. */
export const china: WorkingCalendar = publishedChina.settled;
/** The same, with the years behind it in brackets. */
export const chinaWithBrackets: WorkingCalendar = publishedChina.workingCalendar;

function readChina(): PublishedCalendar {
  const document = parseDocumentText(readFileSync(join(SHIPPED_POLICIES, 'calendars/china.yaml'), 'utf8'));
  if (!document.ok) throw new Error('china.yaml is no YAML');
  const parsed = parseCalendarFile(document.value);
  if (!parsed.ok) throw new Error(`china.yaml is at fault: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

/** Monday to Friday from 2026-11-02 (Mon) to 2026-12-31 (Thu), with the closures and make-up days given. */
export function smallCalendar(
  closures: readonly string[] = [],
  makeUpWorkingDays: readonly string[] = [],
): WorkingCalendar {
  return buildWorkingCalendar({
    id: 'small',
    weekend: [6, 7],
    closures: closures.map(day),
    makeUpWorkingDays: makeUpWorkingDays.map(day),
    coversFrom: day('2026-11-02'),
    coversUntil: day('2026-12-31'),
    afterCover: 'closed',
  });
}
