// The files for those who run it must fit the program: what the image holds, which keys are set, which commands are told.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const keys = new Set(Object.keys(parseEnv(read('.env.example'))));

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' '),
  );

  it('is made of files that are there and that .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));

    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it('has every folder that the program reads', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, read(`src/${name}`)] as const);
    const isOutsideOfSource = (name: string, path: string) =>
      path.split('../').length - 1 > name.split('/').length - 1;
    const folders = sources.flatMap(([name, text]) =>
      [...text.matchAll(/new URL\('((?:\.\.\/)+[^']*)', import\.meta\.url\)/g)]
        .map(([, path = '']) => path)
        .filter((path) => isOutsideOfSource(name, path))
        .map((path) => path.replaceAll('../', '').split('/')[0] ?? ''),
    );

    expect(folders).toContain('templates');
    expect(folders.filter((folder) => folder !== '' && !copied.includes(folder))).toEqual([]);
  });

  it('takes the Node of the packaged version', () => {
    const { node } = JSON.parse(read('package.json')).dependencies;

    expect(dockerfile).toContain(`/node:${node.split('.')[0]}-`);
  });
});

describe.each(['deploy/compose.sqlite.yaml', 'deploy/compose.postgres.yaml'])('%s', (path) => {
  const servers: Record<string, Record<string, unknown>> = parse(read(path), { merge: true }).services;
  const ours = Object.values(servers).filter(({ image }) => String(image).startsWith('lastbus:'));

  it('sets keys that the program knows, and those that an empty key of lastbus.env would take away', () => {
    for (const { environment } of ours) {
      const set = Object.keys(environment as object);
      expect(set.filter((key) => !keys.has(key))).toEqual([]);
      expect(set).toEqual(expect.arrayContaining(['HOST', 'PORT', 'PUBLIC_URL', 'TRUST_PROXY']));
    }
  });

  it('gives the servers no more than they need', () => {
    expect(ours.length).toBe(path.includes('postgres') ? 2 : 1);
    for (const server of ours) {
      expect(server).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(server).not.toHaveProperty('ports');
    }
  });
});

describe('the proxies', () => {
  const drain = Number(/const DRAIN = ([\d_]+)/.exec(read('src/listening.ts'))?.[1]?.replace('_', ''));

  it('see that a server is ending while it still answers: Caddy asks twice in that time', () => {
    const [, seconds] =
      /health_uri \/healthz\n\s+health_interval (\d+)s/.exec(read('deploy/Caddyfile')) ?? [];

    expect(drain).toBe(2_000);
    expect(Number(seconds) * 1_000 * 2).toBeLessThanOrEqual(drain);
  });

  it('try a server again sooner than the next one is started anew: nginx leaves it out for less than the recipe waits', () => {
    const [, leftOut] =
      /^ {4}server 127\.0\.0\.1:3000 fail_timeout=(\d+)s;$/m.exec(read('deploy/nginx.conf')) ?? [];
    const waits = [...read('docs/operate.md').matchAll(/^ {2}sleep (\d+)$/gm)].map(([, seconds]) =>
      Number(seconds),
    );

    expect(waits.length).toBe(2);
    expect(waits.filter((seconds) => seconds <= Number(leftOut))).toEqual([]);
  });
});

describe('docs/operate.md', () => {
  const text = read('docs/operate.md');

  it('tells commands that the program has', () => {
    const usage = /const USAGE = `([^`]+)`/.exec(read('src/main.ts'))?.[1] ?? '';
    const told = [...text.matchAll(/src\/main\.ts ([a-z]+)/g)].map(([, name]) => name);

    expect(new Set(told)).toEqual(new Set(['doctor', 'backup', 'restore']));
    expect(told.filter((name) => !new RegExp(`^ {2}${name}\\b`, 'm').test(usage))).toEqual([]);
  });

  it('names keys that the program knows', () => {
    const named = [...text.matchAll(/^([A-Z_]{4,})=/gm)].map(([, key = '']) => key);

    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('names metrics that the server tells', () => {
    const source = `${read('src/adapters/metrics/prometheus.ts')}${read('src/adapters/metrics/data-gauges.ts')}`;
    const named = [...text.matchAll(/\b(lastbus_[a-z_]+)/g)].map(([, name = '']) => name);

    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
  });

  it('and the units agree where program, settings and data are', () => {
    for (const unit of ['lastbus.service', 'lastbus-backup.service']) {
      expect(read(`deploy/${unit}`)).toContain('WorkingDirectory=/opt/lastbus\n');
      expect(text).toContain(`deploy/${unit}`);
    }
    expect(text).toContain('DATABASE_URL=sqlite:/var/lib/lastbus/lastbus.sqlite');
  });
});
