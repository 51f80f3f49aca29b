// What stands in front of the servers: Caddy or nginx as they are shipped in deploy/, on free ports of this machine.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Front } from './rolling-restart.ts';

/** What docs/operate.md says to wait before the next server is started anew. */
const SETTLE_MILLISECONDS = 5_000;

const DEPLOY = fileURLToPath(new URL('../../deploy', import.meta.url));

/** deploy/Caddyfile, over http. */
export async function openCaddy(program: string, servers: readonly string[]): Promise<Front> {
  const [port, adminPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-caddy-'));
  const config = join(DEPLOY, 'Caddyfile');
  const child = spawn(program, ['run', '--config', config, '--adapter', 'caddyfile'], {
    env: {
      HOME: folder,
      LASTBUS_HOST: url,
      LASTBUS_SERVERS: servers.map((server) => new URL(server).host).join(' '),
      CADDY_ADMIN: `127.0.0.1:${adminPort}`,
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  return opened(child, url, folder);
}

/** deploy/nginx.conf, over http, with a line for each server. */
export async function openNginx(program: string, servers: readonly string[]): Promise<Front> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'lastbus-nginx-'));
  await mkdir(join(folder, 'logs'));
  const shipped = await readFile(join(DEPLOY, 'nginx.conf'), 'utf8');
  await writeFile(join(folder, 'site.conf'), siteOnHttp(shipped, port, servers));
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid nginx.pid; error_log logs/error.log;
     events {}
     http {
       client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
       include site.conf;
     }`,
  );
  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return opened(child, `http://127.0.0.1:${port}`, folder);
}

/** The upstream and the locations as they are, on a port without a certificate. */
function siteOnHttp(shipped: string, port: number, servers: readonly string[]): string {
  const [head = '', , site = ''] = shipped.split(/^server \{$/m);
  const [line = ''] = /^ {4}server 127\.0\.0\.1:3000.*$/m.exec(head) ?? [];
  const lines = servers.map((server) => line.replace('127.0.0.1:3000', new URL(server).host));
  const here = site
    .replaceAll(/^ {4}(?:listen|ssl_|error_log).*$/gm, '')
    .replace('server_name lastbus.example.org;', `listen 127.0.0.1:${port};`);
  return `${head.replace(line, lines.join('\n'))}server {${here}`;
}

async function opened(child: ChildProcess, url: string, folder: string): Promise<Front> {
  const close = async () => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
    await rm(folder, { recursive: true });
  };
  for (let turn = 0; turn < 100; turn += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return { url, settled: () => pause(SETTLE_MILLISECONDS), close };
    await pause(100);
  }
  await close();
  throw new Error('the proxy does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
