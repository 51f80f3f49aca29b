// A process of its own that sends what is due, once, and may be killed on the way. Reads its policies at the start, and
// begins when a line on its standard input says with what. Prints how many points there were at which it could be killed.
// Argument: the folder of policies.

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { dispatchReminders } from '../../src/app/dispatch-reminders.ts';
import type { Instant } from '../../src/ports/clock.ts';
import { countKillPoints } from './kill-points.ts';
import { openSendingWorld, readOnePolicy } from './sending-world.ts';

export interface DispatchOrder {
  readonly databaseUrl: string;
  readonly relayPort: number;
  readonly now: Instant;
  /** Null: it is not killed. */
  readonly killAt: number | null;
}

const book = await readOnePolicy(process.argv[2] ?? '');
const lines = createInterface({ input: process.stdin });
process.stdout.write('ready\n');
const [line] = await once(lines, 'line');
const order: DispatchOrder = JSON.parse(String(line));
const world = await openSendingWorld({ ...order, book });
const points = countKillPoints(order.killAt, order.relayPort);
await dispatchReminders(world.dependencies);
const counted = points();
await world.close();
process.stdout.write(`${counted}\n`);
lines.close();
