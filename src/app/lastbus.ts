// Everything the server can do, as one face: adapters call this and nothing below it. One use case a member;
// each is made in a file of its own.

import type { Day } from '../domain/day.ts';
import type { Locale, Localized } from '../domain/localized.ts';
import type { Plan } from '../domain/plan.ts';
import type { Fault, Result } from '../domain/problem.ts';
import type { StepNote } from '../domain/step-note.ts';
import type { Policy } from '../policies/policy.ts';
import type { PlanLinkKind, StoredPlan } from '../ports/plan-store.ts';
import type { ListedSubscription, PlanAudience, Subscription } from '../ports/subscription-store.ts';
import type { WhatIf, WhatIfComparison } from './compare-what-if.ts';
import type { EmployerStep, MarkOutcome, StepMark } from './employer-step.ts';
import type { ExportOutcome } from './export-plan.ts';
import type { PlanHistory } from './list-plan-changes.ts';
import type { MailedStep } from './mailed-step.ts';
import type { NotedStep } from './note-step.ts';
import type { Rosters } from './stored-roster/rosters.ts';

/** The secret links of a stored plan, as tokens. `edit` is null for somebody who may only look. */
export interface PlanTokens {
  readonly edit: string | null;
  readonly view: string;
  readonly feed: string;
  /** Of the employer's step; null for somebody who may only look, and where none was given out. */
  readonly step: string | null;
}

export interface OpenedPlan {
  readonly stored: StoredPlan;
  readonly plan: Plan;
  readonly tokens: PlanTokens;
  readonly subscriptions: readonly ListedSubscription[];
}

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly opened: OpenedPlan }
  /** Unknown or revoked token. */
  | { readonly kind: 'unknown' }
  /** The token shows the plan and cannot change it. */
  | { readonly kind: 'view-only' }
  /** Somebody else changed it since `expectedVersion`. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'invalid'; readonly problems: readonly Fault[] };

export type StoreOnceOutcome =
  /** By this request, or by an earlier one that was the same (not `isNew`): the answer is that of the first. */
  | { readonly kind: 'stored'; readonly isNew: boolean; readonly opened: OpenedPlan }
  /** The key was used for another request. */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'invalid'; readonly problems: readonly Fault[] };

export type RenewOutcome =
  | { readonly kind: 'renewed'; readonly tokens: PlanTokens }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'view-only' }
  /** Somebody else renewed one of them at the same moment; nothing changed by this call. */
  | { readonly kind: 'stale' };

export interface SubscribeOptions {
  /** Default: the family. */
  readonly audience?: PlanAudience | undefined;
  /** By what the employer knows whom it is about; left out or empty: nothing. */
  readonly reference?: unknown;
  /** The id of the subscription whose place it takes; left out or null: none. */
  readonly replaces?: string | null;
  /** Who asks, such as a network address, for the limits; left out or null: it is not counted. */
  readonly client?: string | null;
}

/** More confirmation mails were asked for than are sent in an hour; nothing changed. */
interface TooMany {
  readonly kind: 'too-many';
  readonly retryAfterSeconds: number;
}

export type SubscribeOutcome =
  /** A confirmation mail is on its way. */
  | { readonly kind: 'confirmation-sent' }
  /** It gets reminders already; no mail goes out. */
  | { readonly kind: 'already-confirmed' }
  /** It wants none of this plan or roster any more, and gets no mail. */
  | { readonly kind: 'unsubscribed' }
  | TooMany
  | { readonly kind: 'unknown' }
  | { readonly kind: 'view-only' }
  | { readonly kind: 'invalid'; readonly problems: readonly Fault[] };

export type ReopenOutcome =
  | { readonly kind: 'confirmation-sent' }
  /** Not the address that has unsubscribed, or none at all. */
  | { readonly kind: 'another-address' }
  /** It has not unsubscribed, or is asked already. */
  | { readonly kind: 'open' }
  | TooMany
  | { readonly kind: 'unknown' };

/** What somebody is told before and after confirming an address. */
export interface Confirmation {
  readonly subscription: Subscription;
  readonly policyTitle: Localized;
  /** On how many mornings a mail is still to come, as the plan stands now; of a roster 0: nobody knows. */
  readonly mornings: number;
}

export type NextSeasonOutcome =
  | { readonly kind: 'planned'; readonly opened: OpenedPlan }
  /** The plan is not done, or there are no rules for the year after. */
  | { readonly kind: 'not-yet' }
  /** Something has to be asked before it can be planned: what is known is to stand in the form. */
  | {
      readonly kind: 'incomplete';
      readonly policyId: string;
      readonly facts: Readonly<Record<string, string | number | boolean>>;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'view-only' };

export interface CalendarFile {
  readonly content: string;
  /** RFC 9110 entity tag, quotes included. */
  readonly etag: string;
  readonly changedAt: Date;
}

/** An entry of a plan's calendar, to be taken along alone. */
export interface CalendarEntry {
  /** The part of its identifier that is its own. */
  readonly name: string;
  readonly title: string;
  readonly day: Day;
}

export interface Lastbus {
  /** The policies that are known, newest year first. */
  readonly listPolicies: () => readonly Policy[];
  readonly findPolicy: (id: string) => Policy | undefined;
  /** Today in the policy's zone. */
  readonly todayIn: (zone: string) => Day;
  /** The plan of a case in the JSON of contracts.md §3; nothing is stored. `asOf` defaults to today. */
  readonly previewPlan: (caseJson: unknown, route?: string) => Result<Plan>;
  /** A case as it is and as it would be; nothing is stored. */
  readonly previewWhatIf: (caseJson: unknown, whatIf: WhatIf) => Result<WhatIfComparison>;
  /** The .ics of a plan that is not stored; of another route than the recommended one when `route` names it. */
  readonly previewCalendar: (caseJson: unknown, locale: Locale, route?: string) => Result<CalendarFile>;
  readonly storePlan: (caseJson: unknown, locale: Locale) => Promise<Result<OpenedPlan>>;
  /** The same, where whoever sends the same case with the same key again within 24 hours gets the first answer. */
  readonly storePlanOnce: (caseJson: unknown, locale: Locale, key: string) => Promise<StoreOnceOutcome>;
  /** The plan behind an edit or view token, as of `asOf` (default: today); undefined for an unknown token. */
  readonly openPlan: (token: string, asOf: Day | null) => Promise<OpenedPlan | undefined>;
  /** What changed of a stored plan and why; undefined for an unknown token. */
  readonly listPlanChanges: (token: string) => Promise<PlanHistory | undefined>;
  /** The plan behind a token as it is and as it would be; it stays as it is. Undefined for an unknown token. */
  readonly openWhatIf: (
    token: string,
    asOf: Day | null,
    whatIf: WhatIf,
  ) => Promise<Result<WhatIfComparison> | undefined>;
  /** Merges `{facts?, actuals?}` into the case. `expectedVersion` null: whatever it is now. */
  readonly changePlan: (
    token: string,
    patch: unknown,
    expectedVersion: number | null,
  ) => Promise<ChangeOutcome>;
  /** The step that the link of a reminder opens; undefined for an unknown link. Changes nothing. */
  readonly findMailedStep: (token: string, activity: string) => Promise<MailedStep | undefined>;
  readonly noteMailedStep: (token: string, activity: string, note: StepNote) => Promise<ChangeOutcome>;
  /** What happened to a step; the plan is made anew with it. */
  readonly noteStep: (token: string, noted: NotedStep) => Promise<ChangeOutcome>;
  /** What a link for HR shows; undefined for an unknown token. Changes nothing. */
  readonly findEmployerStep: (token: string) => Promise<EmployerStep | undefined>;
  /** Marks the employer's step as of today. @param activity the step that was seen. */
  readonly markEmployerStep: (token: string, activity: string, mark: StepMark) => Promise<MarkOutcome>;
  /** The policy of the same place for the year after; undefined where none can be planned yet. */
  readonly findPolicyAfter: (policy: Policy) => Policy | undefined;
  /** The plan of the year after, for the owner of one that is done. `client` counts confirmation mails. */
  readonly planNextSeason: (
    token: string,
    locale: Locale,
    client: string | null,
  ) => Promise<NextSeasonOutcome>;
  /** Everything that is kept of the plan behind an edit token. */
  readonly exportPlan: (token: string) => Promise<ExportOutcome>;
  readonly removePlan: (token: string) => Promise<'removed' | 'view-only' | 'unknown'>;
  /** Gives out these links anew; those of the same kinds given out before are unknown from then on. */
  readonly renewLinks: (token: string, kinds: readonly PlanLinkKind[]) => Promise<RenewOutcome>;
  readonly publishCalendar: (feedToken: string, kind: 'file' | 'feed') => Promise<CalendarFile | undefined>;
  /** A file with one entry of it. */
  readonly publishEntry: (feedToken: string, entryName: string) => Promise<CalendarFile | undefined>;
  /** The entries of a plan's calendar that stand; undefined for an unknown token. */
  readonly listCalendarEntries: (planToken: string) => Promise<readonly CalendarEntry[] | undefined>;
  readonly subscribe: (
    token: string,
    address: unknown,
    locale: Locale,
    options?: SubscribeOptions,
  ) => Promise<SubscribeOutcome>;
  /** Takes an address out of a plan. */
  readonly removeAddress: (
    token: string,
    subscriptionId: string,
  ) => Promise<'removed' | 'view-only' | 'unknown'>;
  /** Whose confirmation a token is, and of which plan or roster; undefined for an unknown token. Changes nothing. */
  readonly findConfirmation: (token: string) => Promise<Confirmation | undefined>;
  readonly confirm: (token: string) => Promise<Confirmation | undefined>;
  readonly findUnsubscription: (token: string) => Promise<Subscription | undefined>;
  readonly unsubscribe: (token: string) => Promise<Subscription | undefined>;
  /** Asks an address anew that has unsubscribed, for its owner. @param client as in SubscribeOptions. */
  readonly reopen: (token: string, address: string, client: string | null) => Promise<ReopenOutcome>;
  /** The rosters that employers keep. */
  readonly rosters: Rosters;
  /** Whether mails leave by SMTP; if not, pages say where they are written. */
  readonly mailFolder: string | null;
}
