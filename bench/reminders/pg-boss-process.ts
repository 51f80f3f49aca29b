// The peer: a process that takes jobs from pg-boss and sends the mail in each over one pooled connection, as we do.
// `one`: takes, sends and records one after the other, so that a kill repeats one mail at most, as with us.
// `batch`: its own loop, 25 at a time, recorded together.
// Arguments: the database, the port of the relay, one | batch.

import { createTransport } from 'nodemailer';
import { PgBoss } from 'pg-boss';
import { nodemailerMessage } from '../../src/adapters/mail/nodemailer-message.ts';
import type { MailMessage } from '../../src/ports/mail-transport.ts';

const [databaseUrl = '', relayPort, way] = process.argv.slice(2);
const QUEUE = 'mail';
const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
boss.on('error', () => {});
await boss.start();
const relay = createTransport({
  pool: true,
  maxConnections: 1,
  host: '127.0.0.1',
  port: Number(relayPort),
  ignoreTLS: true,
});
const from = { name: '末班车', address: 'lastbus@example.org' };

if (way === 'batch') {
  await boss.work<MailMessage>(QUEUE, { batchSize: 25, pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { data } of jobs) await relay.sendMail(nodemailerMessage(data, from));
  });
} else {
  for (;;) {
    const [job] = await boss.fetch<MailMessage>(QUEUE);
    if (job === undefined) break;
    await relay.sendMail(nodemailerMessage(job.data, from));
    await boss.complete(QUEUE, job.id);
  }
  relay.close();
  await boss.stop();
}
