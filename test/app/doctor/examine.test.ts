// What the doctor makes of what it finds: settings that shut somebody out, clocks that differ, disks that fill,
// policies nobody has looked at, and calendars that end.

import { describe, expect, it } from 'vitest';
import { readPolicyFolders, SHIPPED_POLICIES } from '../../../src/adapters/files/policy-folder.ts';
import { examineClock } from '../../../src/app/doctor/examine-clock.ts';
import { type ExaminedDatabase, examineDatabase } from '../../../src/app/doctor/examine-database.ts';
import { examineHolidays } from '../../../src/app/doctor/examine-holidays.ts';
import { examinePolicies } from '../../../src/app/doctor/examine-policies.ts';
import { examineSettings, type Settings } from '../../../src/app/doctor/examine-settings.ts';
import type { Finding } from '../../../src/app/doctor/finding.ts';
import type { Instant } from '../../../src/ports/clock.ts';
import { day } from '../../support/sample-plan.ts';

const book = await readPolicyFolders([SHIPPED_POLICIES]);
const on = (text: string) => () => day(text);
const severities = (findings: readonly Finding[]) => findings.map(({ severity }) => severity);

describe('settings', () => {
  const PUBLIC: Settings = {
    publicUrl: 'https://lastbus.example.org',
    host: '127.0.0.1',
    trustedProxies: 1,
    smtpUrl: 'smtps://lastbus%40example.org:hush@smtp.example.org:465',
    mailFrom: 'lastbus@example.org',
    heartbeatUrl: 'https://hc.example.org/1',
  };

  it('of a server behind a proxy with https, a relay of its sender and a heartbeat are fine', () => {
    expect(severities(examineSettings(PUBLIC))).toEqual(['fine']);
  });

  it.each<readonly [string, Partial<Settings>, RegExp]>([
    [
      'no PUBLIC_URL',
      { publicUrl: null, trustedProxies: 0 },
      /^PUBLIC_URL is not set: links .* lead to this machine only$/,
    ],
    [
      'http',
      { publicUrl: 'http://lastbus.example.org', trustedProxies: 0 },
      /without https anybody on the way can read them/,
    ],
    ['https and no trusted proxy', { trustedProxies: 0 }, /all people look like one, the proxy/],
    [
      'a trusted proxy that can be gone round',
      { publicUrl: 'http://10.0.0.5', host: '0.0.0.0' },
      /can pose as another address/,
    ],
    [
      'a sender that is not the login',
      { mailFrom: 'info@example.org' },
      /the login in SMTP_URL is lastbus@example\.org: most providers refuse another sender/,
    ],
    ['no heartbeat', { heartbeatUrl: null }, /^HEARTBEAT_URL is not set/],
  ])('with %s are warned of, with what to do', (_, changes, told) => {
    const findings = examineSettings({ ...PUBLIC, ...changes });

    const warnings = findings.filter(({ severity }) => severity === 'warning');
    expect(warnings.some(({ what }) => told.test(what))).toBe(true);
    expect(warnings.every(({ remedy }) => remedy !== null)).toBe(true);
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});

describe('a clock', () => {
  const now = Date.parse('2026-11-22T10:00:00+08:00') as Instant;

  it.each([
    [null, ['fine', 'fine']],
    [1_900, ['fine', 'fine', 'fine']],
    [-2_100, ['fine', 'warning', 'fine']],
    [14_000, ['fine', 'warning', 'fine']],
    [-16_000, ['fine', 'mend', 'fine']],
  ])('with a database %s ms ahead is judged %j', (databaseAhead, expected) => {
    expect(severities(examineClock({ now, databaseAhead }, book))).toEqual(expected);
  });

  it('that stands before the program was written is wrong', () => {
    const [own] = examineClock(
      { now: Date.parse('2020-01-01T00:00:00Z') as Instant, databaseAhead: null },
      book,
    );

    expect(own).toMatchObject({
      severity: 'mend',
      what: 'the clock of this machine stands at 2020-01-01T00:00:00.000Z',
    });
  });
});

describe('a database', () => {
  const WELL: ExaminedDatabase = {
    place: '/data/lastbus.sqlite',
    isThere: true,
    hasTables: true,
    pendingMigrations: [],
    unknownMigrations: [],
    fault: null,
    freeOctets: 5_000_000_000,
    isReadableByOthers: false,
  };

  it.each<readonly [string, Partial<ExaminedDatabase>, readonly string[], RegExp]>([
    ['well', {}, ['fine'], /has the tables of this version/],
    ['not there yet', { isThere: false, hasTables: false }, ['fine'], /the first start makes it/],
    [
      'empty',
      { hasTables: false, pendingMigrations: ['0001'] },
      ['fine'],
      /is empty: the first start makes its tables/,
    ],
    ['of an earlier version', { pendingMigrations: ['0009'] }, ['fine'], /\(1 step\): make a backup first/],
    [
      'of a later version',
      { unknownMigrations: ['9999-last-light'] },
      ['mend'],
      /later version of the program \(9999-last-light\)/,
    ],
    [
      'damaged',
      { fault: 'row 3 missing from index' },
      ['fine', 'mend'],
      /is damaged: row 3 missing from index/,
    ],
    ['on a disk that fills', { freeOctets: 150_000_000 }, ['fine', 'warning'], /150 MB are free/],
    ['on a disk that is full', { freeOctets: 3_000_000 }, ['fine', 'mend'], /3 MB are free/],
    [
      'that others may read',
      { isReadableByOthers: true },
      ['fine', 'warning'],
      /can be read by other accounts/,
    ],
  ])('that is %s', (_, changes, expected, told) => {
    const findings = examineDatabase({ ...WELL, ...changes });

    expect(severities(findings)).toEqual(expected);
    expect(findings.at(-1)?.what).toMatch(told);
  });
});

describe('policies', () => {
  it('as they ship are fine on Sunday 22 November 2026', () => {
    expect(examinePolicies(book, on('2026-11-22'))).toMatchObject([
      {
        severity: 'fine',
        what: expect.stringMatching(/^\d+ can be planned, the latest for 2027 \(shanghai-2027\)$/),
      },
    ]);
  });

  it('that nobody has looked at for more than a year are a warning each', () => {
    const findings = examinePolicies(book, on('2028-01-03'));

    expect(severities(findings)).toContain('warning');
    expect(findings.find(({ what }) => what.startsWith('shanghai-2027: '))).toMatchObject({
      severity: 'warning',
      what: expect.stringMatching(
        /sources? w(as|ere) not looked at for more than a year, the first since 20\d\d-\d\d-\d\d$/,
      ),
    });
  });

  it('at fault are to be mended, and named with their first fault', () => {
    const broken = [{ file: '/own/mine.yaml', faults: ['/own/mine.yaml:2:1: $.policy: twice', 'another'] }];

    expect(examinePolicies({ ...book, broken }, on('2026-11-22'))[0]).toMatchObject({
      severity: 'mend',
      what: '/own/mine.yaml is left out: /own/mine.yaml:2:1: $.policy: twice (and 1 more)',
    });
  });

  it('of which none can be planned are no use', () => {
    expect(severities(examinePolicies({ ...book, policies: new Map() }, on('2026-11-22')))).toEqual(['mend']);
  });
});

describe('the holidays of next year', () => {
  // The last notice that ships is that of 2026.
  it.each([
    ['2026-10-31', 'fine'],
    ['2026-11-01', 'warning'],
    ['2026-12-28', 'warning'],
    ['2026-12-29', 'mend'],
  ])('as of %s: %s', (today, severity) => {
    const [finding] = examineHolidays(book, on(today));

    expect(finding?.severity).toBe(severity);
    expect(finding?.what).toContain('2026-12-28');
  });

  it('are there when their notice is', () => {
    const china = book.calendars.get('china');
    if (china === undefined) throw new Error('no calendar');
    const notices = [
      ...china.notices,
      { year: 2027, number: null, publishedOn: null, address: 'https://example.gov.cn' },
    ];
    const calendars = new Map([['china', { ...china, notices }]]);

    expect(severities(examineHolidays({ ...book, calendars }, on('2026-11-22')))).toEqual(['fine']);
  });
});
