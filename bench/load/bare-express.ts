// The ceiling: an Express with nothing in it, on the same Node. `/1234` is answered with a fixed string of 1234 octets,
// `/0` with 304. The address goes to standard output as the real server's does.

import type { AddressInfo } from 'node:net';
import express from 'express';

const texts = new Map<number, string>();
const app = express();
// Otherwise it would compute a tag of the fixed string for every answer.
app.disable('etag');
app.use((req, res) => {
  const octets = Number(req.path.slice(1));
  if (octets === 0) return void res.status(304).end();
  const text = texts.get(octets) ?? 'x'.repeat(octets);
  texts.set(octets, text);
  res.type('text/plain').send(text);
});
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Lastbus is at http://127.0.0.1:${port}\n`);
});
