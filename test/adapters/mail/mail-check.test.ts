// Whether mails can leave, asked of real relays and real folders.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  checkFolder,
  checkRelay,
  MailUnavailable,
  remembered,
} from '../../../src/adapters/mail/mail-check.ts';
import type { Instant } from '../../../src/ports/clock.ts';
import { openScriptedRelay, type ScriptedRelay, smtpReply } from './scripted-relay.ts';

async function openRelay(script = {}): Promise<ScriptedRelay> {
  const relay = await openScriptedRelay(script);
  onTestFinished(() => relay.close());
  return relay;
}

describe('a relay', () => {
  test('that greets and lets in is fine, and gets no mail', async () => {
    const relay = await openRelay({
      onAuth: (_: unknown, __: unknown, callback: (e: null, s: object) => void) =>
        callback(null, { user: 'lastbus' }),
    });

    await expect(checkRelay(relay.url.replace('://', '://lastbus:right@'))).resolves.toBeUndefined();

    expect(relay.mails).toEqual([]);
  });

  test('that refuses the login is told with its words, without the password', async () => {
    const relay = await openRelay({
      onAuth: (_: unknown, __: unknown, callback: (error: Error) => void) =>
        callback(smtpReply(535, 'use an authorisation code')),
    });

    const failure = await checkRelay(relay.url.replace('://', '://lastbus:hush@')).catch(
      (error: unknown) => error,
    );

    expect(failure).toBeInstanceOf(MailUnavailable);
    expect(String(failure)).toBe(
      `MailUnavailable: The mail relay 127.0.0.1:${relay.port} cannot be used: it refuses the login (535 use an authorisation code); check SMTP_URL.`,
    );
  });

  test('where nothing listens is told', async () => {
    const relay = await openRelay();
    await relay.close();

    await expect(checkRelay(relay.url)).rejects.toThrow(
      /^The mail relay 127\.0\.0\.1:\d+ cannot be used: .*ECONNREFUSED.*; check SMTP_URL\.$/,
    );
  });
});

describe('a folder', () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'lastbus-mail-'));
    onTestFinished(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };

  test('that can be written, or made, is fine', async () => {
    await expect(checkFolder(folder())).resolves.toBeUndefined();
    await expect(checkFolder(join(folder(), 'a/b/c'))).resolves.toBeUndefined();
  });

  test('below a regular file is told', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o444);

    await expect(checkFolder(join(file, 'mail'))).rejects.toThrow(
      `The mail folder ${file}/mail cannot be written (ENOTDIR); allow it, or set MAIL_DIR to another one.`,
    );
  });
});

describe('a remembered answer', () => {
  function counting(answers: readonly boolean[]) {
    let now = Date.parse('2026-12-07T09:00:00+08:00');
    let asked = 0;
    const check = remembered(
      async () => {
        const isGood = answers[asked] ?? true;
        asked += 1;
        if (!isGood) throw new MailUnavailable('no');
      },
      { now: () => now as Instant },
    );
    return {
      ask: () =>
        check().then(
          () => 'good',
          () => 'bad',
        ),
      minutesLater: (minutes: number) => {
        now += minutes * 60_000;
      },
      asked: () => asked,
    };
  }

  test('that was good holds for half an hour', async () => {
    const relay = counting([true, false]);

    const answers = [await relay.ask(), await relay.ask()];
    relay.minutesLater(29);
    answers.push(await relay.ask());
    relay.minutesLater(2);
    answers.push(await relay.ask());

    expect(answers).toEqual(['good', 'good', 'good', 'bad']);
    expect(relay.asked()).toBe(2);
  });

  test('that was bad holds for five minutes', async () => {
    const relay = counting([false, true]);

    const answers = [await relay.ask()];
    relay.minutesLater(4);
    answers.push(await relay.ask());
    relay.minutesLater(2);
    answers.push(await relay.ask());

    expect(answers).toEqual(['bad', 'bad', 'good']);
  });

  test('is asked anew when the clock was set back', async () => {
    const relay = counting([true, true]);
    await relay.ask();

    relay.minutesLater(-60);
    await relay.ask();

    expect(relay.asked()).toBe(2);
  });
});
