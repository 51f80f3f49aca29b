// The arrows of the house: main → adapters → app → { policies, emitters, ports, input } → domain. The rule is a
// table; a planted violation shows that it can fail.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** What each folder may import, beside itself. Files that stand in `src` itself are main. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['adapters', 'app', 'policies', 'emitters', 'ports', 'input', 'domain'],
  adapters: ['app', 'policies', 'emitters', 'ports', 'input', 'domain'],
  app: ['policies', 'emitters', 'ports', 'input', 'domain'],
  policies: ['input', 'domain'],
  emitters: ['ports', 'domain'],
  ports: ['domain'],
  input: ['domain'],
  domain: [],
};

/** Packages that a folder may import; what is not named here may import any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = { domain: [], ports: [] };

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Static imports and re-exports at the beginning of a line, and types imported in place. */
const IMPORT = /^(?:import|export)\b[^;]*?\bfrom '([^'\n]+)';|^import '([^'\n]+)';|\bimport\('([^'\n]+)'\)/gm;

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, from, bare, inPlace]) => ({
    from: file,
    to: from ?? bare ?? inPlace ?? '',
  }));
}

/** `src/adapters/http/x.ts` is in `adapters`, `src/main.ts` in `main`. */
function layerOf(file: string): string {
  const [first = '', ...rest] = relative(SRC, file).split('/');
  return rest.length === 0 ? 'main' : first;
}

function adapterOf(file: string): string | undefined {
  const [layer, adapter] = relative(SRC, file).split('/');
  return layer === 'adapters' ? adapter : undefined;
}

function violationsOf({ from, to }: Import): string[] {
  const layer = layerOf(from);
  const place = relative(SRC, from);
  if (!to.startsWith('.')) {
    const allowed = PACKAGES[layer];
    return allowed === undefined || allowed.includes(to)
      ? []
      : [`${place}: ${layer} imports the package ${to}`];
  }
  const target = join(from, '..', to);
  const targetLayer = layerOf(target);
  if (targetLayer === layer) {
    const isOtherAdapter = adapterOf(from) !== adapterOf(target);
    return isOtherAdapter ? [`${place}: the adapter imports another one, ${relative(SRC, target)}`] : [];
  }
  return MAY_IMPORT[layer]?.includes(targetLayer)
    ? []
    : [`${place}: ${layer} imports ${relative(SRC, target)}`];
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name));
const imports = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

describe('the house', () => {
  it('was found: files in every layer, and imports between them', () => {
    const layers = new Set(files.map(layerOf));

    expect([...layers].toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
    expect(imports.length).toBeGreaterThan(100);
  });

  it('keeps its arrows', () => {
    expect(imports.flatMap(violationsOf)).toEqual([]);
  });

  it.each([
    ['domain/plan.ts', '../emitters/ical.ts', 'domain imports emitters/ical.ts'],
    ['domain/plan.ts', 'luxon', 'domain imports the package luxon'],
    ['domain/plan.ts', 'node:fs', 'domain imports the package node:fs'],
    ['app/make-plan.ts', '../adapters/files/policy-folder.ts', 'app imports adapters/files/policy-folder.ts'],
    ['emitters/ical.ts', '../policies/policy.ts', 'emitters imports policies/policy.ts'],
    [
      'adapters/http/pages.ts',
      '../database/tables.ts',
      'the adapter imports another one, adapters/database/tables.ts',
    ],
    ['adapters/cli/plan.ts', '../../main.ts', 'adapters imports main.ts'],
  ])('would refuse %s importing %s', (from, to, complaint) => {
    const [planted] = importsOf(join(SRC, from), `import { x } from '${to}';`);

    expect(planted === undefined ? [] : violationsOf(planted)).toEqual([`${from}: ${complaint}`]);
  });
});

/** What can begin a connection, a look-up of a name, a process or a thread. */
const WAY_OUT =
  /\bfrom '((?:node:)?(?:dgram|dns|dns\/promises|http2|https|tls|child_process|cluster|worker_threads|undici)|pg|nodemailer)'|import \{[^}]*\b(?:connect|createConnection|request|Socket)\b[^}]*\} from '(node:(?:net|http))'|\b(fetch|WebSocket|EventSource)\(/g;

function waysOutOf(text: string): string[] {
  const code = text.replaceAll(/^import type .*$|^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return [...code.matchAll(WAY_OUT)].map(([, module, part, called]) => module ?? part ?? `${called}()`);
}

describe('the ways out of the house', () => {
  it('are the database, the mail and the heartbeat', () => {
    const found = files.flatMap((file) =>
      waysOutOf(readFileSync(file, 'utf8')).map((way) => `${relative(SRC, file)}: ${way}`),
    );

    expect(found.toSorted()).toEqual([
      'adapters/database/engines/node-postgres.ts: pg',
      'adapters/database/engines/open-postgres.ts: pg',
      'adapters/mail/folder-transport.ts: nodemailer',
      'adapters/mail/mail-check.ts: nodemailer',
      'adapters/mail/smtp-transport.ts: nodemailer',
      'adapters/timer/heartbeat.ts: fetch()',
    ]);
  });

  it.each([
    [`import { get } from 'node:https';`, 'node:https'],
    [`import { createServer, request } from 'node:http';`, 'node:http'],
    [`import { isIP, connect } from 'node:net';`, 'node:net'],
    ['const page = await fetch(source.address);', 'fetch()'],
  ])('would include %s', (text, way) => {
    expect(waysOutOf(text)).toEqual([way]);
  });
});
