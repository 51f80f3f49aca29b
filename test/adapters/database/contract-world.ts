// A valid default world for the storage contracts, changed one fact at a time: one plan of a family whose
// renewed permit has to be in hand by Friday 11 December 2026. No engine is named here.

import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/adapters/database/open-database.ts';
import { type Day, parseDay } from '../../../src/domain/day.ts';
import type { Instant } from '../../../src/ports/clock.ts';
import type { MailMessage } from '../../../src/ports/mail-transport.ts';
import type { NewOutboxMail, OutboxMail } from '../../../src/ports/outbox.ts';
import type { LinkHash, StoredPlan } from '../../../src/ports/plan-store.ts';
import type { DueReminder, PlanReminder } from '../../../src/ports/reminder-ledger.ts';
import type {
  Ending,
  Subscribed,
  Subscription,
  SubscriptionLinks,
} from '../../../src/ports/subscription-store.ts';

export interface ContractWorld extends Database {
  /** The names of all tables that hold data of families. */
  listTables(): Promise<readonly string[]>;
  /** What a table really holds, read past the stores; columns are named as in SQL. */
  readRows(table: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Opens an empty database, which ends with the test that is running. */
export type OpenWorld = () => Promise<ContractWorld>;

/** The instant of an ISO text with its offset. */
export function at(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`no instant: ${text}`);
  return instant as Instant;
}

export function dayFrom(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`no day: ${text}`);
  return day;
}

const SUNDAY_NOON = at('2026-11-22T12:00:00+08:00');
export const MONDAY_NINE = at('2026-12-07T09:00:00+08:00');
export const TUESDAY_NINE = at('2026-12-08T09:00:00+08:00');
/** When everything is due. */
export const LONG_AFTER = at('2027-03-01T09:00:00+08:00');
export const WEDNESDAY_NINE = at('2026-12-09T09:00:00+08:00');

export function secondsAfter(instant: Instant, seconds: number): Instant {
  return (instant + seconds * 1_000) as Instant;
}

export function aPlan(changes: Partial<StoredPlan> = {}): StoredPlan {
  return {
    id: 'plan-1',
    caseJson: '{"policy":"shanghai-2027","facts":{"enrolling":"child-out-of-school"}}',
    policyId: 'shanghai-2027',
    policyFingerprint: 'as in November',
    locale: 'zh',
    version: 1,
    editGeneration: 1,
    viewGeneration: 1,
    feedGeneration: 1,
    stepGeneration: 0,
    createdAt: SUNDAY_NOON,
    changedAt: SUNDAY_NOON,
    ...changes,
  };
}

/** The plan as it is after one more change, made on Monday. */
export function nextVersionOf(plan: StoredPlan, changes: Partial<StoredPlan> = {}): StoredPlan {
  return { ...plan, version: plan.version + 1, changedAt: MONDAY_NINE, ...changes };
}

export function linksOf(planId: string): readonly LinkHash[] {
  return (['edit', 'view', 'feed'] as const).map((kind) => ({ kind, hash: `${kind} of ${planId}` }));
}

type AddressedSubscription = Subscription & { readonly address: string };

/** What a subscription to a plan is to. */
export function ofPlan(id: string): Subscribed {
  return { kind: 'plan', id };
}

export function aSubscription(changes: Partial<AddressedSubscription> = {}): AddressedSubscription {
  return {
    id: 'subscription-1',
    of: ofPlan('plan-1'),
    address: 'mama@example.org',
    state: 'pending',
    locale: 'zh',
    audience: 'family',
    reference: null,
    replaces: null,
    createdAt: SUNDAY_NOON,
    ...changes,
  };
}

/** What would be kept of an address that has ended. */
export function addressHashOf(address: string): string {
  return `hash of ${address.replace('@', ' at ')}`;
}

/** The end of a subscription, with what is kept of its address. */
export function endingOf(subscription: Subscription): Ending {
  const { id, address } = subscription;
  return { id, addressHash: address === null ? null : addressHashOf(address) };
}

/** Ends it by its owner's will. */
export function unsubscribe(database: Database, id = 'subscription-1'): Promise<void> {
  return database.subscriptionStore.erase({ id, addressHash: `hash of ${id}` }, 'unsubscribed');
}

export function hashesOf(subscriptionId: string): SubscriptionLinks {
  return { confirmHash: `confirm ${subscriptionId}`, unsubscribeHash: `unsubscribe ${subscriptionId}` };
}

/** To renew the permit: due on the morning of Monday 7 December 2026. */
export function aReminder(changes: Partial<PlanReminder> = {}): PlanReminder {
  return {
    activity: 'renew-permit',
    actor: 'applicant',
    kind: 'start-soon',
    day: dayFrom('2026-12-07'),
    sendAt: MONDAY_NINE,
    staleAt: at('2026-12-12T00:00:00+08:00'),
    floatWorkingDays: 4,
    ...changes,
  };
}

/** What the ledger keeps of a reminder: who performs the step decided who gets it. */
export function entryOf({ actor: _, ...entry }: PlanReminder): Omit<PlanReminder, 'actor'> {
  return entry;
}

export const MESSAGE: MailMessage = {
  messageId: 'renew-permit.20794@lastbus.example',
  to: 'mama@example.org',
  subject: '本周请办理居住证签注',
  text: '最晚 12 月 11 日（周五）。\r\n“It is the last week.”\r\n',
  html: '<p>最晚 <b>12 月 11 日</b></p>',
  headers: { 'List-Unsubscribe': '<https://lastbus.example/u/1>' },
  calendar: { filename: 'lastbus.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
};

export function aMail(changes: Partial<NewOutboxMail> = {}): NewOutboxMail {
  return {
    id: 'mail-1',
    kind: 'reminder',
    subscriptionId: 'subscription-1',
    message: MESSAGE,
    reminderIds: [],
    urgency: 4,
    staleAt: LONG_AFTER,
    ...changes,
  };
}

/** Stores the default plan and one subscription that is confirmed, with these reminders in the ledger. */
export async function storeConfirmed(
  database: Database,
  reminders: readonly PlanReminder[],
  changes: Partial<AddressedSubscription> = {},
): Promise<Subscription> {
  const subscription = await storePending(database, changes);
  await database.subscriptionStore.confirm(
    subscription.id,
    reminders,
    subscription.of.kind === 'plan' ? 1 : null,
  );
  return { ...subscription, state: 'confirmed' };
}

/** Stores the plan of a subscription where there is none yet, and the subscription. */
export async function storePending(
  database: Database,
  changes: Partial<AddressedSubscription> = {},
): Promise<Subscription> {
  const subscription = aSubscription(changes);
  const { id, of } = subscription;
  if (of.kind === 'plan' && (await database.planStore.find(of.id)) === undefined) {
    await database.planStore.create(aPlan({ id: of.id }), linksOf(of.id));
  }
  const stored = await database.subscriptionStore.createOrFind(
    subscription,
    hashesOf(id),
    addressHashOf(subscription.address),
  );
  if (stored === undefined) throw new Error(`there is no ${of.kind} ${of.id}`);
  return stored;
}

/** What hangs on all mails together, or on nobody, and goes by itself. */
const OF_NO_PLAN: ReadonlySet<string> = new Set(['mail_lanes', 'confirmation_asks']);

/** Whether a table hangs on plans, and not on the engine, on all mails together, or on the policies. */
export function isOfFamilies(table: string): boolean {
  return !/^(kysely_|polic)/.test(table) && !OF_NO_PLAN.has(table);
}

/** The process that claims, where a story has one only. */
export const HOLDER = 'host/1/only';

/** What is due: claimed, and let go of at once. */
export async function dueAt(database: Database, now: Instant): Promise<readonly DueReminder[]> {
  const holder = randomUUID();
  const due = await database.reminderLedger.claimDue(now, { holder, until: secondsAfter(now, 30) }, 100_000);
  await database.leases.release(holder);
  return due;
}

/** Claims the most urgent mail, until 30 seconds later. */
export async function claimMail(
  database: Database,
  now: Instant,
  holder = HOLDER,
): Promise<OutboxMail | undefined> {
  const lease = { holder, until: secondsAfter(now, 30) };
  const [mail] = await database.outbox.claimMails({ now, lease, most: 1, exceptDomains: [] });
  return mail;
}

/** Stores a mail that carries everything that is due at `now`, and claims it until 30 seconds later. */
export async function claimMailOfDue(database: Database, now: Instant): Promise<void> {
  const due = await dueAt(database, now);
  await database.outbox.enqueue(aMail({ reminderIds: due.map(({ id }) => id) }), now);
  await claimMail(database, now);
}
