// The only reader of the environment: every key of .env.example → one frozen, typed configuration.

import { z } from 'zod';

/** An empty value is the same as a key that is not there. */
function optional<T extends z.ZodType>(shape: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), shape.optional());
}

/** Digits only: no blanks, signs or other notations. */
function wholeNumber(largest: number, form: { readonly error: string }) {
  return z.string().regex(/^\d+$/, form).transform(Number).pipe(z.number().max(largest, form));
}

const RATE_FORM = { error: 'mails in a second: 0 (no limit), or 0.01 to 10000' };
const Rate = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,2})?$/, RATE_FORM)
  .transform(Number)
  .pipe(z.number().max(10_000, RATE_FORM));

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'HH:MM, for example 09:00' });
const PORT_FORM = { error: 'a port, 0 to 65535' };
const Port = wholeNumber(65_535, PORT_FORM);
const PROXY_FORM = { error: 'how many proxies stand in front, 0 to 9' };
const REQUESTS_FORM = { error: 'requests a minute, 0 to 1000000' };
const HttpUrl = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });

/** Not as strict as for those we write to: `lastbus@localhost` is one. */
const ONE_ADDRESS = /^[^\s\p{Cc}@,;:<>"]+@[^\s\p{Cc}@,;:<>"]+$/u;

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const Environment = z.object({
  HOST: optional(z.string()),
  PORT: optional(Port),
  PUBLIC_URL: optional(HttpUrl),
  DATABASE_URL: optional(z.string()),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: 'an address that begins with smtp:// or smtps://' }),
  ),
  MAIL_DIR: optional(z.string()),
  MAIL_FROM: optional(
    z.string().regex(ONE_ADDRESS, { error: 'one address and nothing else, lastbus@example.org' }),
  ),
  MAIL_PER_SECOND: optional(Rate),
  MAIL_PER_SECOND_TO_DOMAIN: optional(Rate),
  DKIM_DOMAIN: optional(z.string()),
  DKIM_SELECTOR: optional(z.string()),
  DKIM_PRIVATE_KEY_FILE: optional(z.string()),
  REMINDER_TIME: optional(TimeOfDay),
  SECRET_KEY: optional(z.string().min(32, { error: 'at least 32 characters' })),
  POLICY_DIR: optional(z.string()),
  HEARTBEAT_URL: optional(HttpUrl),
  TRUST_PROXY: optional(wholeNumber(9, PROXY_FORM)),
  RATE_LIMIT_PER_MINUTE: optional(wholeNumber(1_000_000, REQUESTS_FORM)),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, { error: LOG_LEVELS.join(' | ') })),
});

export interface DkimConfig {
  readonly domain: string;
  readonly selector: string;
  readonly privateKeyFile: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach the server; null: at its own host and port. */
  readonly publicUrl: string | null;
  readonly databaseUrl: string;
  /** Null: mails are written to `mailDir`. */
  readonly smtpUrl: string | null;
  readonly mailDir: string;
  readonly mailFrom: string;
  /** How many mails a second the relay is given, and one domain; null: as many as go. */
  readonly mailPace: { readonly relayPerSecond: number | null; readonly domainPerSecond: number | null };
  readonly dkim: DkimConfig | null;
  /** `HH:MM` in the policy's zone. */
  readonly reminderTime: string;
  /** Null: kept in a file beside the data. */
  readonly secretKey: string | null;
  readonly policyDir: string;
  /** False: the default folder, which need not be there. */
  readonly isPolicyDirSet: boolean;
  /** Called after each round of reminders that went well; null: nobody is. */
  readonly heartbeatUrl: string | null;
  /** How many reverse proxies stand in front of the server. */
  readonly trustedProxies: number;
  /** Of one address, in each process; 0: no limit. */
  readonly rateLimitPerMinute: number;
  readonly logLevel: string;
}

/** A key of the environment has a value that cannot be used. All such keys at once, a line each. */
export class ConfigInvalid extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigInvalid';
    this.lines = lines;
  }
}

/** @throws ConfigInvalid naming every key, its value and the allowed form. Secrets are not repeated. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  const lines = parsed.success ? [] : parsed.error.issues.map((issue) => describe(issue, environment));
  const values = parsed.data ?? {};
  const dkim = dkimOf(environment, lines);
  if (!parsed.success || lines.length > 0) throw new ConfigInvalid(lines);
  return Object.freeze({
    host: values.HOST ?? '127.0.0.1',
    port: values.PORT ?? 3000,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: values.DATABASE_URL ?? 'sqlite:./data/lastbus.sqlite',
    smtpUrl: values.SMTP_URL ?? null,
    mailDir: values.MAIL_DIR ?? './data/mail',
    mailFrom:
      values.MAIL_FROM ??
      `lastbus@${values.PUBLIC_URL === undefined ? 'localhost' : new URL(values.PUBLIC_URL).hostname}`,
    mailPace: {
      relayPerSecond: rateOf(values.MAIL_PER_SECOND, defaultRate(values.SMTP_URL)),
      domainPerSecond: rateOf(
        values.MAIL_PER_SECOND_TO_DOMAIN,
        values.SMTP_URL === undefined ? null : DEFAULT_PER_SECOND_TO_DOMAIN,
      ),
    },
    dkim,
    reminderTime: values.REMINDER_TIME ?? '09:00',
    secretKey: values.SECRET_KEY ?? null,
    policyDir: values.POLICY_DIR ?? './data/policies',
    isPolicyDirSet: values.POLICY_DIR !== undefined,
    heartbeatUrl: values.HEARTBEAT_URL ?? null,
    trustedProxies: values.TRUST_PROXY ?? 0,
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE ?? 300,
    logLevel: values.LOG_LEVEL ?? 'info',
  });
}

/**
 * The folder from which a command's paths are meant: npm runs its scripts in the package's folder, whatever
 * folder they were typed in.
 */
export function folderOfUser(environment: NodeJS.ProcessEnv): string {
  const isNpmScript = environment.npm_lifecycle_event === 'lastbus';
  return (isNpmScript ? environment.INIT_CWD : undefined) ?? process.cwd();
}

const DEFAULT_PER_SECOND = 10;
const DEFAULT_PER_SECOND_TO_DOMAIN = 5;

/** Mailbox providers in China lock out an account that sends faster; they publish no figure. */
const ONE_A_SECOND = /(?:^|\.)(?:qq|foxmail|163|126|yeah|188|139|189|sina|sohu|aliyun)\.(?:com|net|cn)$/i;

/** Mails a second that a relay is given when nobody says; a folder takes all. */
function defaultRate(smtpUrl: string | undefined): number | null {
  if (smtpUrl === undefined) return null;
  return ONE_A_SECOND.test(new URL(smtpUrl).hostname) ? 1 : DEFAULT_PER_SECOND;
}

function rateOf(value: number | undefined, byDefault: number | null): number | null {
  if (value === undefined) return byDefault;
  return value === 0 ? null : value;
}

/** All three keys or none. */
function dkimOf(environment: NodeJS.ProcessEnv, lines: string[]): DkimConfig | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY_FILE: privateKeyFile } = environment;
  if (domain && selector && privateKeyFile) return { domain, selector, privateKeyFile };
  if (domain || selector || privateKeyFile) {
    lines.push(
      'DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY_FILE: only some are set, allowed: all three or none',
    );
  }
  return null;
}

const SECRET_KEYS = new Set(['DATABASE_URL', 'HEARTBEAT_URL', 'SECRET_KEY', 'SMTP_URL']);

function describe({ path, message }: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): string {
  const key = String(path[0]);
  const value = SECRET_KEYS.has(key) ? '' : ` "${environment[key]}",`;
  return `${key}:${value} not an allowed value, allowed: ${message}`;
}
