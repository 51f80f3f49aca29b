// A made employer: as many employees as wanted, the same ones in every run, with the mix that domain.md describes.
// Permits end all through the year, a third of them in December; every route has its people.

import { type Random, randomFrom } from '../../bench/roster/random.ts';
import { addDays, type Day, formatDay, parseDay } from '../../src/domain/day.ts';

export interface MadeEmployee {
  readonly ref: string;
  readonly facts: Readonly<Record<string, string | boolean>>;
  /** Step and field, as `renew-permit.finishedOn`, and the day. */
  readonly actuals: Readonly<Record<string, string>>;
}

const SEED = 20_270_101;

/** The day on which HR looks. */
export const ROSTER_AS_OF = '2026-11-22';

export function madeRoster(count: number): MadeEmployee[] {
  const random = randomFrom(SEED);
  return Array.from({ length: count }, (_, index) =>
    employee(random, `E${String(index + 1).padStart(4, '0')}`),
  );
}

function employee(random: Random, ref: string): MadeEmployee {
  const enrolling = random.oneOf(
    ...([
      'child-out-of-school',
      'child-out-of-school',
      'child-out-of-school',
      'spouse',
      'child-in-school',
    ] as const),
  );
  if (enrolling === 'child-in-school') return { ref, facts: { enrolling }, actuals: {} };
  const permitExpiresOn = permitEnd(random);
  const isRenewable = permitExpiresOn <= dayOfText('2026-12-18');
  const hasRenewed = isRenewable && random.below(4) === 0;
  return {
    ref,
    facts: {
      enrolling,
      permitExpiresOn: formatDay(permitExpiresOn),
      insuredLastYear: random.below(10) < 4,
      ...sometimes(random, 7, {
        pointsChange: random.oneOf('unchanged', 'unchanged', 'unchanged', 'changed'),
      }),
      ...sometimes(random, 1, { pointsChange: 'first-application' }),
      ...sometimes(random, 6, { childOnPointsNotice: random.oneOf('yes', 'yes', 'yes', 'yes', 'no') }),
      ...sometimes(random, 2, { addressUnchanged: random.below(2) === 0 }),
    },
    actuals: hasRenewed ? { 'renew-permit.finishedOn': '2026-11-20' } : {},
  };
}

function sometimes<T extends object>(random: Random, tenths: number, value: T): T | object {
  return random.below(10) < tenths ? value : {};
}

/** A third in December 2026; of the others most in the eleven months after, and some lapsed already. */
function permitEnd(random: Random): Day {
  const kind = random.below(12);
  if (kind < 4) return addDays(dayOfText('2026-12-01'), random.below(31));
  if (kind === 4) return addDays(dayOfText('2026-10-10'), random.below(50));
  return addDays(dayOfText('2027-01-01'), random.below(330));
}

function dayOfText(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`not a day: ${text}`);
  return day;
}
