// The environment as the program reads it: defaults, refusals, and .env.example held against config.ts both ways.

import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Config, ConfigInvalid, folderOfUser, readConfig } from '../src/config.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

const DEFAULTS: Config = {
  host: '127.0.0.1',
  port: 3000,
  publicUrl: null,
  databaseUrl: 'sqlite:./data/lastbus.sqlite',
  smtpUrl: null,
  mailDir: './data/mail',
  mailFrom: 'lastbus@localhost',
  mailPace: { relayPerSecond: null, domainPerSecond: null },
  dkim: null,
  reminderTime: '09:00',
  secretKey: null,
  policyDir: './data/policies',
  isPolicyDirSet: false,
  heartbeatUrl: null,
  trustedProxies: 0,
  rateLimitPerMinute: 300,
  logLevel: 'info',
};

/** The keys that `readConfig` looks at, whatever it makes of them. */
function keysRead(): string[] {
  const keys = new Set<string>();
  const note = (key: string | symbol) => typeof key === 'string' && keys.add(key);
  const watched: NodeJS.ProcessEnv = new Proxy(
    {},
    {
      get: (_, key) => void note(key),
      has: (_, key) => {
        note(key);
        return false;
      },
    },
  );
  readConfig(watched);
  return [...keys].toSorted();
}

/** Each key of .env.example with the comment right above it. */
const blocks = [...example.matchAll(/((?:^#.*\n)+)^([A-Z_]+)=(.*)$/gm)].map(
  ([, comment = '', key = '', value = '']) => ({ key, comment, value }),
);

/** The part of a block that begins with `LABEL:`, without the marks of the comment. */
function partOf(comment: string, label: string): string {
  const match = new RegExp(`^# ${label}: ((?:.*\\n)(?:^# (?![A-Z][A-Za-z_]+:).*\\n)*)`, 'm').exec(comment);
  return (match?.[1] ?? '').replaceAll('\n# ', ' ').trim();
}

function linesOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.lines;
    throw error;
  }
  return [];
}

describe('.env.example', () => {
  it('has every key that config.ts reads, and no other, each once', () => {
    expect(keysRead().length).toBeGreaterThan(10);
    expect(blocks.map(({ key }) => key).toSorted()).toEqual(keysRead());
  });

  it.each(blocks)(
    'says of $key what it does, its unit, default and effect, and gives an example',
    (block) => {
      for (const label of [block.key, 'Unit', 'Default', 'Effect', 'Example']) {
        expect(partOf(block.comment, label), label).not.toBe('');
      }
    },
  );

  it('copied as it is gives every default', () => {
    expect(readConfig(parseEnv(example))).toEqual(DEFAULTS);
  });

  it.each([
    ['HOST', 'host'],
    ['PORT', 'port'],
    ['DATABASE_URL', 'databaseUrl'],
    ['MAIL_DIR', 'mailDir'],
    ['REMINDER_TIME', 'reminderTime'],
    ['POLICY_DIR', 'policyDir'],
    ['TRUST_PROXY', 'trustedProxies'],
    ['RATE_LIMIT_PER_MINUTE', 'rateLimitPerMinute'],
    ['LOG_LEVEL', 'logLevel'],
  ] as const)('names the default of %s that the program takes', (key, field) => {
    const block = blocks.find((candidate) => candidate.key === key);

    expect(partOf(block?.comment ?? '', 'Default')).toBe(String(DEFAULTS[field]));
  });

  it('gives examples that the program takes, each of them changing something', () => {
    const examples = Object.assign({}, ...blocks.map(({ comment }) => parseEnv(partOf(comment, 'Example'))));

    const config = readConfig(examples);

    expect(Object.keys(examples).toSorted()).toEqual(keysRead());
    for (const [field, value] of Object.entries(config)) {
      expect(value, field).not.toEqual(DEFAULTS[field as keyof Config]);
    }
  });
});

describe('the configuration', () => {
  it('of an empty environment is every default, and cannot be changed afterwards', () => {
    const config = readConfig({});

    expect(config).toEqual(DEFAULTS);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes a key that is empty for one that is not there', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '', LOG_LEVEL: '', DKIM_DOMAIN: '' })).toEqual(DEFAULTS);
  });

  it('drops the slashes at the end of PUBLIC_URL, so that links have one', () => {
    expect(readConfig({ PUBLIC_URL: 'https://example.org/bus//' }).publicUrl).toBe('https://example.org/bus');
  });

  it.each([
    [{ PUBLIC_URL: 'https://bus.example.org:8443/x' }, 'lastbus@bus.example.org'],
    [{ PUBLIC_URL: 'https://bus.example.org', MAIL_FROM: 'bus@example.com' }, 'bus@example.com'],
  ])('sends mails from the public host unless it is told otherwise: %j', (environment, mailFrom) => {
    expect(readConfig(environment).mailFrom).toBe(mailFrom);
  });

  it('signs mails with all three keys of DKIM', () => {
    const keys = { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 's1', DKIM_PRIVATE_KEY_FILE: './dkim.pem' };

    expect(readConfig(keys).dkim).toEqual({
      domain: 'example.org',
      selector: 's1',
      privateKeyFile: './dkim.pem',
    });
  });

  it.each([
    ['PORT', '65536', 'a port, 0 to 65535'],
    ['PORT', '-1', 'a port, 0 to 65535'],
    ['PORT', '3000.5', 'a port, 0 to 65535'],
    ['PORT', 'http', 'a port, 0 to 65535'],
    ['PUBLIC_URL', 'example.org', 'an address that begins with http:// or https://'],
    ['PUBLIC_URL', 'ftp://example.org', 'an address that begins with http:// or https://'],
    ['REMINDER_TIME', '24:00', 'HH:MM, for example 09:00'],
    ['REMINDER_TIME', '9:00', 'HH:MM, for example 09:00'],
    ['TRUST_PROXY', 'true', 'how many proxies stand in front, 0 to 9'],
    ['TRUST_PROXY', '10', 'how many proxies stand in front, 0 to 9'],
    ['RATE_LIMIT_PER_MINUTE', '-1', 'requests a minute, 0 to 1000000'],
    ['LOG_LEVEL', 'loud', 'silent | fatal | error | warn | info | debug | trace'],
  ])('refuses %s=%s with the form it takes', (key, value, allowed) => {
    expect(linesOf({ [key]: value })).toEqual([
      `${key}: "${value}", not an allowed value, allowed: ${allowed}`,
    ]);
  });

  it.each([
    [{ SECRET_KEY: 'hunter2' }, 'SECRET_KEY: not an allowed value, allowed: at least 32 characters'],
    [
      { SMTP_URL: 'http://me:hunter2@example.org' },
      'SMTP_URL: not an allowed value, allowed: an address that begins with smtp:// or smtps://',
    ],
  ])('never repeats a secret: %j', (environment, line) => {
    expect(linesOf(environment)).toEqual([line]);
  });

  it.each([{ DKIM_DOMAIN: 'example.org' }, { DKIM_SELECTOR: 's1', DKIM_PRIVATE_KEY_FILE: './dkim.pem' }])(
    'refuses a DKIM key that is set without the others: %j',
    (environment) => {
      expect(linesOf(environment)).toEqual([
        'DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY_FILE: only some are set, allowed: all three or none',
      ]);
    },
  );

  it.each([
    ['a folder', {}, null, null],
    ['a relay', { SMTP_URL: 'smtp://relay.example.org:587' }, 10, 5],
    ['QQ', { SMTP_URL: 'smtps://me%40qq.com:code@smtp.qq.com:465' }, 1, 5],
    ['163', { SMTP_URL: 'smtps://me%40163.com:code@smtp.163.com:465' }, 1, 5],
    ['a host that only sounds like QQ', { SMTP_URL: 'smtp://notqq.com' }, 10, 5],
    ['a rate of its own', { SMTP_URL: 'smtp://smtp.qq.com', MAIL_PER_SECOND: '0.5' }, 0.5, 5],
    [
      'no limit',
      { SMTP_URL: 'smtp://x.org', MAIL_PER_SECOND: '0', MAIL_PER_SECOND_TO_DOMAIN: '0' },
      null,
      null,
    ],
  ])('gives mails to %s at a pace that it bears', (_, environment, relayPerSecond, domainPerSecond) => {
    expect(readConfig(environment).mailPace).toEqual({ relayPerSecond, domainPerSecond });
  });

  it.each(['-1', 'fast', '1e3', '10001'])('refuses a rate of %s', (value) => {
    expect(linesOf({ MAIL_PER_SECOND: value })).toEqual([
      `MAIL_PER_SECOND: "${value}", not an allowed value, allowed: mails in a second: 0 (no limit), or 0.01 to 10000`,
    ]);
  });

  it.each([
    'a@example.org, b@example.org',
    'Bus <a@example.org>',
    'a@example.org\r\nBcc: b@example.org',
    'nobody',
  ])('refuses a sender that is not one address: %j', (sender) => {
    expect(linesOf({ MAIL_FROM: sender })).toEqual([
      expect.stringMatching(/^MAIL_FROM: .*allowed: one address and nothing else, lastbus@example\.org$/s),
    ]);
  });

  it('tells every fault at once, a line each, in the message as well', () => {
    const environment = { PORT: 'x', REMINDER_TIME: 'noon', SECRET_KEY: 'short', LOG_LEVEL: 'loud' };

    expect(linesOf(environment).map((line) => line.split(':')[0])).toEqual([
      'PORT',
      'REMINDER_TIME',
      'SECRET_KEY',
      'LOG_LEVEL',
    ]);
    expect(() => readConfig(environment)).toThrow(linesOf(environment).join('\n'));
  });

  it('tells of DKIM keys that are not complete beside the other faults', () => {
    expect(linesOf({ PORT: 'x', DKIM_DOMAIN: 'example.org' })).toEqual([
      'PORT: "x", not an allowed value, allowed: a port, 0 to 65535',
      'DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY_FILE: only some are set, allowed: all three or none',
    ]);
  });
});

describe('the folder from which a command means its paths', () => {
  it.each([
    ['npm run lastbus', { npm_lifecycle_event: 'lastbus', INIT_CWD: '/home/ann' }, '/home/ann'],
    ['npm start', { npm_lifecycle_event: 'start', INIT_CWD: '/home/ann' }, process.cwd()],
    ['the program itself', {}, process.cwd()],
  ])('of %s', (_, environment, folder) => {
    expect(folderOfUser(environment)).toBe(folder);
  });
});
