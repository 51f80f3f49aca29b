// The peer of the feed: the same Express with the same middleware, whose route sends a string that never changes.
// A process of its own; the string comes as a file, the address goes to standard output as the real server's does.

import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { logRequests } from '../../src/adapters/http/request-log.ts';
import { keepPrivate, securityHeaders } from '../../src/adapters/http/security-headers.ts';

const [file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const logger = pino({ level: 'info' });
const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.set('query parser', 'simple');
app.use(logRequests(logger));
app.use(securityHeaders('http://127.0.0.1'));
app.use('/calendars', keepPrivate);
app.get('/calendars/:feedToken.ics', (_req, res) => {
  res.set('Cache-Control', 'private, no-cache').type('text/calendar; charset=utf-8').send(text);
});
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  logger.info(`Lastbus is at http://127.0.0.1:${port}`);
});
