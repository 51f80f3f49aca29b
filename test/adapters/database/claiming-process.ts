// A process of its own that claims mails until there is none left, and prints the ids as JSON.
// Arguments: database address, now, lease until (milliseconds).

import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import type { Instant } from '../../../src/ports/clock.ts';

const [url = '', now, leaseUntil] = process.argv.slice(2);
const database = await openDatabase(url, '.');
const claimed: string[] = [];
for (;;) {
  const mail = await database.outbox.claimMail(Number(now) as Instant, Number(leaseUntil) as Instant);
  if (mail === undefined) break;
  claimed.push(mail.id);
}
await database.close();
process.stdout.write(JSON.stringify(claimed));
