// npm run restarts [-- --proxy caddy|nginx --program PATH --servers 2 --rounds 3 --families 8]: servers behind the
// proxy with the file that deploy/ ships, each started anew in turn under load. Caddy and nginx come from Debian.

import { parseArgs } from 'node:util';
import { rollingRestart } from './rolling-restart.ts';
import { openCaddy, openNginx } from './shipped-fronts.ts';

const FRONTS = { caddy: openCaddy, nginx: openNginx };

const { values } = parseArgs({
  options: {
    proxy: { type: 'string', default: 'caddy' },
    program: { type: 'string' },
    servers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    families: { type: 'string', default: '8' },
  },
});
const { proxy } = values;
if (proxy !== 'caddy' && proxy !== 'nginx') throw new Error(`--proxy: "${proxy}", allowed: caddy | nginx`);

const { failures, slowestMilliseconds, seconds, ...counts } = await rollingRestart({
  openFront: (servers) => FRONTS[proxy](values.program ?? proxy, servers),
  servers: Number(values.servers),
  rounds: Number(values.rounds),
  families: Number(values.families),
});
const print = (what: string, figure: string | number) => process.stdout.write(`| ${what} | ${figure} |\n`);
print('proxy', proxy);
for (const [what, count] of Object.entries(counts)) print(what, count);
print('the slowest answer', `${(slowestMilliseconds / 1_000).toFixed(1)} s`);
print('all in all', `${seconds.toFixed(0)} s`);
print(
  'failed',
  [...failures.values()].reduce((sum, times) => sum + times, 0),
);
for (const [what, times] of failures) print(what, times);
process.exitCode = failures.size === 0 ? 0 : 1;
