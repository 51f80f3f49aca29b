// The parts of the bench by name, in the order in which they are printed. A part is only loaded where it runs.

import type { Part } from './figure.ts';

type Load = () => Promise<{ readonly part: Part }>;

export const PARTS: ReadonlyMap<string, Load> = new Map<string, Load>([
  ['plans', () => import('../parts/plans.ts')],
  ['long-chain', () => import('../parts/long-chain.ts')],
  ['likelihood', () => import('../parts/likelihood.ts')],
  ['working-days', () => import('../parts/working-days.ts')],
  ['schedule-lines', () => import('../parts/schedule-lines.ts')],
  ['roster', () => import('../parts/roster.ts')],
  ['server', () => import('../parts/server.ts')],
  ['calendar', () => import('../parts/calendar.ts')],
  ['feed', () => import('../parts/feed.ts')],
  ['reminders', () => import('../parts/reminders.ts')],
  ['stored-plans', () => import('../parts/stored-plans.ts')],
  ['following', () => import('../parts/following.ts')],
]);
