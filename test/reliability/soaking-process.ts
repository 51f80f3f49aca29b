// A process of its own that sends what is due, round after round, until it is killed or told to end.
// Arguments: the folder of policies, the database, the port of the relay, the instant that its clock shows at the start.

import { setTimeout as pause } from 'node:timers/promises';
import { dispatchReminders } from '../../src/app/dispatch-reminders.ts';
import type { Instant } from '../../src/ports/clock.ts';
import { openSendingWorld, readOnePolicy } from './sending-world.ts';

const BETWEEN_ROUNDS = 200;

const [policyFolder = '', databaseUrl = '', relayPort, now] = process.argv.slice(2);
const ending = new AbortController();
process.once('SIGTERM', () => ending.abort());
const book = await readOnePolicy(policyFolder);
const world = await openSendingWorld({
  databaseUrl,
  relayPort: Number(relayPort),
  book,
  now: Number(now) as Instant,
});
while (!ending.signal.aborted) {
  await dispatchReminders(world.dependencies, ending.signal);
  await pause(BETWEEN_ROUNDS, undefined, { signal: ending.signal }).catch(() => {});
}
await world.close();
