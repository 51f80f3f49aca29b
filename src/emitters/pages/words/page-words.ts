// The catalogue of what only pages say: labels of forms and buttons, explanations, errors. What a plan itself
// says is in emitters/wording, and shared with mails, calendar entries and the command line.

import type { Contradiction } from '../../../domain/problem.ts';
import type { TypeSize } from '../frame.ts';

/** Why a request got no page or no plan; also the `code` of a problem in the API. */
export type Refusal =
  | 'not-found'
  | 'malformed'
  | 'invalid-case'
  | 'impossible-facts'
  | 'key-reused'
  | 'conflict'
  | 'view-only'
  | 'stale'
  | 'too-large'
  | 'unsupported-media-type'
  | 'too-many-confirmations'
  | 'unsubscribed'
  | 'cross-site'
  | 'internal'
  | 'unavailable'
  | 'too-many-requests'
  | 'overloaded';

/** Pages that say one thing, and at most offer one button. */
export type Notice = 'renew-feed-ask' | 'renew-view-ask' | 'renew-step-ask' | 'delete-ask' | 'delete-done';

interface NoticeWords {
  readonly title: string;
  readonly text: string;
  /** Of the one button; null where there is nothing to press. */
  readonly button: string | null;
  /** Of the box above the button, ticked beforehand; left out: none. */
  readonly option?: string;
}

export interface PageWords {
  /** Why a recorded step cannot have been so; `title` is the step, `predecessor` the one it waits for. */
  readonly contradiction: Readonly<Record<Contradiction, (title: string, predecessor: string) => string>>;
  readonly site: {
    readonly skipToContent: string;
    /** Names the links that choose language and size of type. */
    readonly choices: string;
    /** The name of the other language, in that language. */
    readonly otherLanguage: string;
    /** The link to the same page in the other size of type, by the size that it is in now. */
    readonly otherType: Readonly<Record<TypeSize, string>>;
    readonly notOfficial: string;
    readonly privacy: string;
    /** The link to the list of policies. */
    readonly policies: string;
    readonly startOver: string;
    readonly back: string;
  };
  readonly home: {
    readonly title: string;
    readonly lead: string;
    readonly formTitle: string;
    readonly more: string;
    readonly moreHint: string;
    readonly submit: string;
    readonly faultCount: (count: number) => string;
  };
  readonly field: {
    readonly missing: string;
    readonly notDay: (given: string) => string;
    readonly notMonth: (given: string) => string;
    readonly notDayOrMonth: (given: string) => string;
    readonly notCount: (given: string) => string;
    readonly notChoice: string;
    /** A day that people write, but in a year that cannot be; both inclusive. */
    readonly notInYears: (given: string, from: number, until: number) => string;
    readonly conflicts: (detail: string) => string;
    readonly dayHint: string;
    readonly monthHint: string;
    readonly dayOrMonthHint: string;
    readonly noAnswer: string;
    readonly ifEmpty: (shown: string) => string;
    readonly notAddress: string;
  };
  readonly plan: {
    readonly asOf: (day: string) => string;
    readonly today: string;
    /** Above the last days of the step that comes first. */
    readonly boundsOf: (title: string) => string;
    readonly usuallyUntil: string;
    readonly safestUntil: string;
    /** In the place of the two above where all readings agree. */
    readonly untilUnderAll: string;
    readonly allAreSafe: string;
    /** No day is early enough under every reading. */
    readonly noneIsSafe: string;
    readonly chance: string;
    /** What a chance rests on, and the outcomes that it counts on. */
    readonly chanceBasis: (seen: readonly string[], isReportedOnly: boolean) => string;
    readonly cutoff: string;
    readonly ownValue: string;
    readonly source: string;
    readonly steps: (route: string) => string;
    readonly legend: string;
    readonly on: (earliest: string, latest: string) => string;
    readonly onOneDay: (day: string) => string;
    readonly from: (day: string) => string;
    readonly latest: (day: string) => string;
    readonly lastStart: (day: string) => string;
    readonly start: string;
    readonly finish: string;
    readonly earliestLatest: (earliest: string, latest: string) => string;
    readonly expectedLatest: (expected: string, latest: string) => string;
    readonly expected: (day: string) => string;
    readonly doneOn: (day: string) => string;
    readonly dayUnknown: string;
    readonly driving: string;
    readonly overdue: string;
    readonly lastByChannel: (channel: string, day: string) => string;
    readonly bring: string;
    readonly place: string;
    readonly tips: string;
    /** Folds where, what to bring and what to mind away; each only where there is some. */
    readonly practical: (parts: readonly string[]) => string;
    readonly why: string;
    readonly surety: (confidence: string) => string;
    readonly otherRoutes: string;
    readonly problems: string;
    readonly scenarioNote: (scenario: string) => string;
    readonly jumpToSteps: string;
    readonly factLine: (question: string, shown: string) => string;
    readonly assumedCount: (count: number) => string;
    readonly assumedHint: string;
    readonly answered: string;
    /** A heading and how many lines are folded below it. */
    readonly counted: (heading: string, count: number) => string;
    readonly coverAndFee: string;
    readonly inTime: string;
    readonly ifMissed: string;
    readonly coverFrom: (day: string) => string;
    readonly fee: string;
    readonly sources: string;
    readonly published: (day: string) => string;
    readonly verified: (day: string) => string;
    readonly projectedPolicy: (year: number) => string;
    readonly terminus: string;
  };
  readonly actions: {
    readonly title: string;
    readonly download: string;
    readonly downloadHint: string;
    readonly save: string;
    readonly saveHint: string;
    readonly calendar: string;
    readonly calendarHint: string;
  };
  readonly stored: {
    readonly keepTitle: string;
    readonly keepText: string;
    readonly thisLink: string;
    readonly shareTitle: string;
    readonly shareText: string;
    readonly viewRenew: string;
    readonly viewRenewed: string;
    readonly bothRenewed: string;
    readonly viewOnly: string;
    readonly changed: string;
    readonly changeFacts: string;
    readonly saveFacts: string;
    readonly exportAll: string;
    readonly remove: string;
  };
  readonly notice: Readonly<Record<Notice, NoticeWords>>;
  readonly refusal: Readonly<Record<Refusal, { readonly title: string; readonly text: string }>>;
}
