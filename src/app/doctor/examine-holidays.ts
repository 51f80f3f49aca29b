// Do the calendars reach into the next year? The notice on its holidays comes in late October or November.

import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { isPlannable } from '../../policies/policy.ts';
import type { TodayIn } from '../make-plan.ts';
import type { PolicyBook } from '../policy-book.ts';
import { type Finding, fine, toMend, warning } from './finding.ts';

/** From the first of this month on the notice of the year after should be there. */
const NOTICE_MONTH = '11';

/** Of each calendar that a plannable policy counts by, as of today in that policy's zone. */
export function examineHolidays({ policies, calendars }: PolicyBook, todayIn: TodayIn): Finding[] {
  const zones = new Map(
    [...policies.values()].filter(isPlannable).map(({ calendar, zone }) => [calendar, zone]),
  );
  return [...zones].flatMap(([id, zone]) => {
    const calendar = calendars.get(id);
    if (calendar === undefined) return [];
    const years = calendar.notices.map(({ year }) => year);
    return [findingOf({ id, years, coversUntil: calendar.settled.coversUntil }, todayIn(zone))];
  });
}

interface Cover {
  readonly id: string;
  readonly years: readonly number[];
  readonly coversUntil: Day;
}

function findingOf({ id, years, coversUntil }: Cover, today: Day): Finding {
  const until = formatDay(coversUntil);
  const remedy = `add the State Council's notice to the calendar ${id}, in a newer version of Lastbus or in a file of your own in POLICY_DIR/calendars, and move coversUntil`;
  if (coversUntil < today) {
    return toMend(
      'holidays',
      `the calendar ${id} ended on ${until}: every date from then on is a range`,
      remedy,
    );
  }
  const [year = ''] = formatDay(today).split('-');
  const isExpected = today >= (parseDay(`${year}-${NOTICE_MONTH}-01`) ?? today);
  const nextYear = Number(year) + 1;
  if (isExpected && !years.includes(nextYear)) {
    return warning(
      'holidays',
      `the holidays of ${nextYear} are not in the calendar ${id}: dates after ${until} are ranges`,
      `${remedy}, as soon as it is out`,
    );
  }
  return fine('holidays', `the calendar ${id} knows the holidays until ${until}`);
}
