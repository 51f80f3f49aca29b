// Two editions of a working calendar → which holiday notices are new, gone, or say something else.

import type { PlanCause } from '../domain/plan-cause.ts';
import { dayWords } from '../emitters/wording/day-words.ts';
import { type HolidayNotice, parseCalendarFile } from '../policies/calendars/calendar-file.ts';
import { policyWordsOf } from './told-policy/policy-words.ts';

/** None where one of the two cannot be read by this program any more. */
export function noticeCauses(before: unknown, after: unknown): PlanCause[] {
  const [was, is] = [parseCalendarFile({ value: before }), parseCalendarFile({ value: after })];
  if (!was.ok || !is.ok) return [];
  const writtenBefore = writtenNotices(before);
  const writtenAfter = writtenNotices(after);
  const of = is.value.title;
  const changed = is.value.notices.flatMap((notice, index): PlanCause[] => {
    const at = was.value.notices.findIndex((earlier) => isSame(earlier, notice));
    if (at >= 0 && JSON.stringify(writtenBefore[at]) === JSON.stringify(writtenAfter[index])) return [];
    const earlier = was.value.notices[at];
    return [
      {
        kind: 'clause',
        of,
        what: yearOf(notice),
        before: earlier === undefined ? null : nameOf(earlier, false),
        after: nameOf(notice, earlier !== undefined),
        source: {
          title: nameOf(notice, false),
          publisher: notice.number ?? '',
          publishedOn: notice.publishedOn,
          address: notice.address,
          confidence: 'confirmed',
        },
      },
    ];
  });
  const gone = was.value.notices
    .filter((notice) => !is.value.notices.some((later) => isSame(later, notice)))
    .map(
      (notice): PlanCause => ({
        kind: 'clause',
        of,
        what: yearOf(notice),
        before: nameOf(notice, false),
        after: null,
        source: null,
      }),
    );
  return [...changed, ...gone];
}

function writtenNotices(calendar: unknown): readonly unknown[] {
  const { notices } = Object(calendar);
  return Array.isArray(notices) ? notices : [];
}

function isSame(a: HolidayNotice, b: HolidayNotice): boolean {
  return a.year === b.year && a.number === b.number;
}

function yearOf({ year }: HolidayNotice) {
  return { zh: policyWordsOf('zh').holidaysOf(year), en: policyWordsOf('en').holidaysOf(year) };
}

/** @param isMended it was there before, and says other days now. */
function nameOf({ number, year, publishedOn }: HolidayNotice, isMended: boolean) {
  const say = (locale: 'zh' | 'en') => {
    const words = policyWordsOf(locale);
    const name = number ?? words.holidaysOf(year);
    const published = publishedOn === null ? [] : [words.published(dayWords(publishedOn, locale, null))];
    return words.list([name, ...published, ...(isMended ? [words.mended] : [])]);
  };
  return { zh: say('zh'), en: say('en') };
}
