// A process of its own that claims mails until there is none left, and prints the ids as JSON.
// Arguments: database address, now (milliseconds).

import { openDatabase } from '../../../src/adapters/database/open-database.ts';
import type { Instant } from '../../../src/ports/clock.ts';
import { claimMail } from './contract-world.ts';

const [url = '', now] = process.argv.slice(2);
const database = await openDatabase(url, '.');
const claimed: string[] = [];
for (;;) {
  const mail = await claimMail(database, Number(now) as Instant, `host/${process.pid}/claiming`);
  if (mail === undefined) break;
  claimed.push(mail.id);
}
await database.close();
process.stdout.write(JSON.stringify(claimed));
