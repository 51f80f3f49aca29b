// One family on the usual way: a plan with time to spare, the online route recommended.

import type { RosterCase } from './cases.ts';

export const ONLINE_CASE: RosterCase = {
  policy: 'shanghai-2027',
  asOf: '2026-11-22',
  facts: { permitExpiresOn: '2026-12-31', pointsChange: 'unchanged', childOnPointsNotice: 'yes' },
};
