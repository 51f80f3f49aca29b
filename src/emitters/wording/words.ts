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
  readonly reminderKind: Readonly<Record<ReminderKind, string>>;
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
  /** Calendar entries. `on` is null on the entry's own day; an alarm that rings before it names the day. */
  readonly calendar: {
    readonly name: (policy: string) => string;
    /** The title of an entry that fell away. */
    readonly cancelled: (title: string) => string;
    readonly title: {
      readonly opens: (what: string, on: string | null) => string;
      readonly lastDay: (what: string, on: string | null) => string;
      /** The same where the employer has to act. */
      readonly lastDayOfEmployer: (what: string, on: string | null) => string;
      /** It is under way and must come to its end. */
      readonly finish: (what: string, on: string | null) => string;
      /** It has no last day; the first on which it can be finished. */
      readonly act: (what: string, on: string | null) => string;
      /** How it ended decides the way on. */
      readonly look: (what: string, on: string | null) => string;
      /** An office is at work; the first day on which its answer can be there. */
      readonly result: (what: string, on: string | null) => string;
      readonly done: (what: string) => string;
      /** `what` null: nothing has its last day then. `at` null: the end of the day. */
      readonly cutoff: (cutoff: {
        readonly what: string | null;
        readonly on: string | null;
        readonly at: string | null;
        readonly isExpected: boolean;
      }) => string;
      readonly cutoffMet: string;
      readonly ask: string;
      readonly today: string;
    };
    /** Lines of a description. */
    readonly line: {
      /** What, and who does it. */
      readonly step: (title: string, actor: string) => string;
      readonly place: (place: string) => string;
      readonly bring: (papers: string) => string;
      readonly tip: (tip: string) => string;
      readonly channel: (channel: string, lastStart: string) => string;
      readonly floatFromHere: (float: string, latestStart: string) => string;
      readonly floatUsedUp: (float: string, earliestStart: string) => string;
      readonly noFloat: string;
      readonly late: (float: string) => string;
      readonly why: (reasons: readonly string[]) => string;
      readonly earliest: (reasons: readonly string[]) => string;
      readonly wait: (title: string, actor: string, period: string | null) => string;
      /** It counts on a step that is still to be done. */
      readonly after: (title: string) => string;
      readonly result: (earliestFinish: string) => string;
      readonly mustFinishBy: (mustFinishBy: string) => string;
      readonly sources: (titles: readonly string[]) => string;
      readonly confidence: (confidence: string) => string;
      readonly cutoff: (on: string, at: string | null, status: string) => string;
      readonly ownCutoff: string;
      readonly ifMissed: (text: string) => string;
      readonly notEligible: (route: string, because: string) => string;
      readonly finished: (on: string) => string;
      readonly link: (address: string) => string;
    };
  };
  /** Sentences of the mails; `on`, `from` and `by` are days in words. */
  readonly mail: {
    /** `by` is null where no last day is known; `more` counts the further steps in the mail. */
    readonly subject: (title: string, by: string | null, daysLeft: string | null, more: number) => string;
    readonly deadline: (on: string, daysLeft: string, isSameDay: boolean) => string;
    /** The mail should have come on the morning of an earlier day. */
    readonly late: (on: string) => string;
    /** From the day of the mail to the last day; negative: it is past. */
    readonly daysLeft: (days: number) => string;
    readonly noLastDay: string;
    /** Told late: the last day that was safe under every reading. */
    readonly safeDayWas: (on: string) => string;
    /** Null: the day of the mail. */
    readonly opensOn: (on: string | null) => string;
    readonly askEmployer: string;
    /** Asks for a plan: a day, a time, a place. */
    readonly makePlan: string;
    readonly heading: Readonly<
      Record<'place' | 'bring' | 'why' | 'tips' | 'otherDates' | 'unsure' | 'ifMissed', string>
    >;
    readonly by: (on: string) => string;
    readonly byChannel: (channel: string, on: string) => string;
    /** Makes a sentence of a part of one. */
    readonly sentence: (part: string) => string;
    readonly onlyOn: (on: string) => string;
    /** `by` is a part of a sentence that `by` or `byChannel` made. */
    readonly span: (from: string | null, by: string | null) => string;
    readonly cutoff: string;
    readonly unsure: {
      readonly cutoffExpected: (on: string) => string;
      readonly cutoffOwn: (on: string) => string;
      readonly projected: (policyYear: number) => string;
      readonly weak: (title: string, confidence: string) => string;
      readonly assumed: (facts: number) => string;
    };
    /** Leads to the page on which the step is noted. */
    readonly noteDone: string;
    readonly openPlan: string;
    readonly attached: (filename: string) => string;
    readonly whyYou: (policyTitle: string) => string;
    readonly stop: string;
    readonly confirm: {
      readonly subject: string;
      readonly asked: (policyTitle: string) => string;
      readonly whatToDo: string;
      readonly link: string;
      readonly nothingElse: string;
      readonly ignore: string;
    };
  };
}
