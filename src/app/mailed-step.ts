// The step that a reminder is about, noted from the mail. What that link may do is in docs/decisions/0024.

import { timingSafeEqual } from 'node:crypto';
import { type Plan, recommendedRouteOf } from '../domain/plan.ts';
import type { PlannedActivity } from '../domain/planned-activity.ts';
import type { StepNote } from '../domain/step-note.ts';
import type { Subscription } from '../ports/subscription-store.ts';
import { SUBSCRIPTION_GENERATION } from './ask-for-confirmation.ts';
import type { Dependencies } from './dependencies.ts';
import type { ChangeOutcome } from './lastbus.ts';
import { noteStep } from './note-step.ts';
import { planOfStored, tokensOf } from './open-plan.ts';
import type { SecretLinks } from './secret-links.ts';

export interface MailedStep {
  readonly plan: Plan;
  /** Null: it is no part of the way any more. */
  readonly activity: PlannedActivity | null;
  /** Shows the plan, as the mail itself does. */
  readonly viewToken: string;
}

/** 44 characters of base64url: 128 bits that name the subscription, and 128 that nobody can guess. */
const TOKEN_FORM = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{22})$/;

/** The token by which the address of `subscriptionId` may note that one step. */
export function mailedStepToken(links: SecretLinks, subscriptionId: string, activity: string): string {
  const name = Buffer.from(subscriptionId.replaceAll('-', ''), 'hex').toString('base64url');
  return name + secretOf(links, subscriptionId, activity);
}

/** The step behind a mail's link; undefined for an unknown link and for an address that gets no mails any more. */
export async function findMailedStep(
  dependencies: Dependencies,
  token: string,
  activity: string,
): Promise<MailedStep | undefined> {
  const opened = await openMailed(dependencies, token, activity);
  if (opened === undefined) return undefined;
  const plan = planOfStored(dependencies, opened.stored, null);
  const found = recommendedRouteOf(plan)?.activities.find(({ id }) => id === activity) ?? null;
  return {
    plan,
    activity: found,
    viewToken: tokensOf(dependencies, opened.stored, false).view,
  };
}

/** Notes that step and no other. */
export async function noteMailedStep(
  dependencies: Dependencies,
  token: string,
  activity: string,
  note: StepNote,
): Promise<ChangeOutcome> {
  const opened = await openMailed(dependencies, token, activity);
  if (opened === undefined) return { kind: 'unknown' };
  const { edit } = tokensOf(dependencies, opened.stored, true);
  if (edit === null) throw new Error('an owner without a token');
  return noteStep(dependencies, edit, { activity, note, isEarlierDone: false });
}

async function openMailed(
  { links, planStore, subscriptionStore }: Dependencies,
  token: string,
  activity: string,
) {
  const [, name, secret] = TOKEN_FORM.exec(token) ?? [];
  if (name === undefined || secret === undefined) return undefined;
  const id = uuidOf(name);
  // Compared before the database is asked: a guess costs the same whether the subscription is there or not.
  if (!isSame(secret, secretOf(links, id, activity))) return undefined;
  const subscription = await subscriptionStore.find(id);
  if (subscription === undefined || !getsThePlan(subscription)) return undefined;
  const stored = await planStore.find(subscription.of.id);
  return stored && { stored };
}

function getsThePlan({ state, audience }: Subscription): boolean {
  return state === 'confirmed' && audience === 'family';
}

function secretOf(links: SecretLinks, subscriptionId: string, activity: string): string {
  return links.tokenOf('mailed-step', `${subscriptionId}:${activity}`, SUBSCRIPTION_GENERATION);
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function uuidOf(name: string): string {
  const hex = Buffer.from(name, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
