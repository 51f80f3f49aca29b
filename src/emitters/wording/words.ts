// The catalogue's shape: every sentence and word that we say to people, once, in each language. Pages, mails,
// calendar entries and the command line all take their words from here.

import type { Unit } from '../../domain/duration.ts';
import type { Locale } from '../../domain/localized.ts';
import type { ActivityState, Scenario } from '../../domain/network.ts';
import type { Fee, PlannedCutoff } from '../../domain/plan.ts';
import type { Actor, Channel } from '../../domain/planned-activity.ts';
import type { Confidence } from '../../domain/provenance.ts';
import type { ReminderKind } from '../../domain/reminder.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { EntryWords } from '../calendar/words/entry-words.ts';
import type { MailWords } from '../emails/words/mail-words.ts';
import type { AnswerWords } from './answer-words.ts';
import type { ChangeWords } from './change-words.ts';

/** A count of days, or of months, which only windows are counted in. */
export interface Counted {
  readonly amount: number;
  readonly unit: Unit | 'months';
}

export interface Words {
  readonly locale: Locale;
  readonly productName: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** The verdict of a whole plan as one sentence. */
  readonly verdictSentence: Readonly<Record<Verdict, string>>;
  readonly actor: Readonly<Record<Actor, string>>;
  readonly state: Readonly<Record<ActivityState, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly scenario: Readonly<Record<Scenario, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly cutoffStatus: Readonly<Record<PlannedCutoff['status'], string>>;
  readonly feeStatus: Readonly<Record<Fee['status'], string>>;
  /** Of what is said of a plan. */
  readonly reminderKind: Readonly<Record<Exclude<ReminderKind, 'digest'>, string>>;
  /** `3 个工作日`, `3 working days`; 0 is `当天`, `the same day`. */
  readonly period: (period: Counted) => string;
  /** `可宽限7天（5个工作日）`; negative: too late by so much. */
  readonly float: (days: number, workingDays: number) => string;
  /** What something is called, and what it is; an empty text leaves the name and its mark. */
  readonly label: (name: string, text: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** Statements in one sentence. */
  readonly clauses: (statements: readonly string[]) => string;
  /** A statement and what qualifies it. */
  readonly aside: (text: string, aside: string) => string;
  /** The labels of a plan told as plain text. */
  readonly text: Readonly<
    Record<
      | 'asOf'
      | 'cutoff'
      | 'ownCutoff'
      | 'today'
      | 'route'
      | 'otherRoutes'
      | 'place'
      | 'bring'
      | 'why'
      | 'earliest'
      | 'finishes'
      | 'latest'
      | 'mustFinishBy'
      | 'assumed'
      | 'ifMissed'
      | 'coverFrom'
      | 'fee'
      | 'sources'
      | 'verifiedOn'
      | 'remediesTooLate'
      | 'remediesIfSlow',
      string
    >
  >;
  readonly answers: AnswerWords;
  readonly changes: ChangeWords;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly today: {
    /** `isEmployers`: the employer does it, and has to be asked. */
    readonly do: (title: string, latestStart: string | null, isEmployers: boolean) => string;
    readonly await: (title: string, mustFinishBy: string | null) => string;
    /** `needsEmployer`: a step of the way is the employer's. */
    readonly prepare: (
      title: string,
      until: string,
      latestStart: string | null,
      needsEmployer: boolean,
    ) => string;
    readonly ask: (whom: string, because: 'too-late' | 'not-eligible') => string;
    readonly nothing: string;
  };
  readonly reason: {
    readonly startsToday: (on: string) => string;
    readonly windowOpens: (on: string, arithmetic: string | null) => string;
    readonly countedFrom: (fact: string, on: string, period: string, sign: 1 | -1) => string;
    readonly waitsFor: (title: string, finish: string, lag: string | null) => string;
    readonly paperExpires: (usedBy: string, usedOn: string, validity: string) => string;
    readonly officeClosed: (from: string, on: string, direction: 'forward' | 'backward') => string;
    readonly takes: (period: string, isSameDay: boolean) => string;
    readonly basis: Readonly<Record<'legal-limit' | 'planning-value' | 'observed' | 'own', string>>;
    readonly noLegalLimit: string;
    readonly legalLimit: (period: string) => string;
    readonly finishRolls: string;
    /** Days off in the week that were passed over; `notice` null: assumed, no notice is out yet. */
    readonly closures: (days: string, notice: string | null) => string;
    /** Weekend days that were counted. */
    readonly makeUpDays: (days: string, notice: string | null) => string;
    readonly cutoff: (on: string) => string;
    readonly windowCloses: (on: string) => string;
    readonly leavesTimeFor: (title: string, latestStart: string) => string;
  };
  /** A probability from 0 to 1 as people say it. */
  readonly chance: (probability: number) => string;
  /** The chance where nothing can be promised and it may do all the same. */
  readonly chanceOpen: string;
  /** The chance of a plan, and what it rests on. */
  readonly chanceSentence: (chance: string, isReportedOnly: boolean) => string;
  readonly remedy: {
    readonly hurry: (who: string, title: string, size: string) => string;
    readonly extension: (size: string) => string;
    readonly earlierWindow: (title: string, size: string) => string;
    readonly effect: (before: string, after: string) => string;
  };
  readonly problem: {
    /** How late at the cutoff, with the shortest and with the full durations. */
    readonly lateAtShortest: (days: number) => string;
    readonly lateAtShortestAtLeast: (days: number) => string;
    readonly lateIfSlow: (days: number) => string;
    readonly lateIfSlowAtLeast: (days: number) => string;
    readonly release: (title: string, needed: string, earliest: string, days: number) => string;
    readonly releaseIfSlow: (title: string, needed: string, earliest: string, days: number) => string;
    readonly actualsDoNotFit: string;
    readonly calendarNotCovered: (title: string, coversUntil: string) => string;
  };
  readonly calendar: EntryWords;
  readonly mail: MailWords;
}
