// A round of the reminder clock in a server: who is told when it went well, when nobody can be reminded, and when it
// failed.

import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MailTransport } from '../src/ports/mail-transport.ts';
import { reminderRound } from '../src/reminder-round.ts';
import { ONLINE_CASE, openTestWorld } from './support/world.ts';

/** A world with one mail that waits, and everything that a round tells of. */
async function roundWith(delivers: MailTransport['deliver']) {
  const transport: MailTransport = {
    leavesTheHouse: true,
    relay: 'relay.example:465',
    deliver: delivers,
    close: async () => {},
  };
  const world = await openTestWorld(transport);
  onTestFinished(() => world.close());
  const stored = await world.lastbus.storePlan(ONLINE_CASE, 'zh');
  if (!stored.ok || stored.value.tokens.edit === null) throw new Error('the case of a test is at fault');
  await world.lastbus.subscribe(stored.value.tokens.edit, 'parent@example.com', 'zh');
  const told: string[] = [];
  const round = reminderRound({
    dependencies: world.dependencies,
    logger: pino({ level: 'silent' }),
    metrics: {
      roundEnded: (counts) => told.push(counts === null ? 'failed' : `${counts.confirmations} confirmations`),
    },
    heartbeat: { beat: () => told.push('heartbeat'), stop: async () => {} },
    signal: new AbortController().signal,
  });
  return { round, told, world };
}

describe('a round', () => {
  test('that went well beats the heart once, and says when it ended', async () => {
    const { round, told, world } = await roundWith(async () => ({ kind: 'accepted', reply: '250 ok' }));
    expect(round.lastEndedAt()).toBeNull();

    await round.run();

    expect(told).toEqual(['heartbeat', '1 confirmations']);
    expect(round.lastEndedAt()).toBe(world.dependencies.clock.now());
  });

  test('in which the relay takes nothing does not beat it: nobody is reminded then', async () => {
    const { round, told } = await roundWith(async () => ({
      kind: 'deferred',
      reply: '535 the login is refused',
      concerns: 'relay',
    }));

    await round.run();

    expect(told).toEqual(['0 confirmations']);
    expect(round.lastEndedAt()).not.toBeNull();
  });

  test('that failed does not beat it either, is counted as failed, and tells its caller why', async () => {
    const { round, told, world } = await roundWith(async () => ({ kind: 'accepted', reply: '250 ok' }));
    world.dependencies.idempotencyStore.sweep = async () => {
      throw new Error('the database is away');
    };

    await expect(round.run()).rejects.toThrow('the database is away');

    expect(told).toEqual(['failed']);
    expect(round.lastEndedAt()).toBeNull();
  });
});
