// The catalogue of the pages of a stored roster, which HR reads. What the board itself says is in emitters/roster.

import type { Actor } from '../../../domain/planned-activity.ts';

/** What is noted of many people at once. */
export type ManyMarkKind = 'done' | 'started' | 'taken-back';

/** What became of the form that led back to the board. */
export type RosterNews = 'taken-back' | 'removed' | 'changed' | 'renewed';

export interface RosterPageWords {
  readonly start: {
    readonly title: string;
    readonly lead: string;
    readonly steps: readonly string[];
    readonly fileTitle: string;
    readonly fileText: string;
    readonly template: string;
    readonly example: string;
    readonly exampleColumn: string;
    readonly exampleCell: string;
    readonly key: string;
    readonly keyHint: string;
    readonly dayHint: string;
    readonly yesNoHint: string;
    readonly numberHint: string;
    readonly doneColumn: (title: string) => string;
    readonly doneHint: string;
    readonly moreColumns: string;
    readonly privacyTitle: string;
    readonly privacy: readonly string[];
    readonly upload: string;
  };
  readonly field: {
    readonly file: string;
    readonly fileHint: string;
    readonly noFile: string;
    readonly policy: string;
    readonly title: string;
    readonly titleHint: string;
    readonly approvals: string;
    readonly visits: string;
    readonly placesHint: string;
    readonly onDays: string;
    readonly onDaysHint: string;
    readonly daysOff: string;
    readonly daysOffHint: string;
    readonly notTitle: string;
    readonly notCapacity: (typed: string) => string;
    readonly notDaysOff: (typed: string) => string;
  };
  readonly upload: {
    readonly title: (planned: number) => string;
    readonly refusedTitle: string;
    readonly toBoard: string;
    readonly keepTitle: string;
    readonly keepText: string;
    readonly keepLink: string;
    readonly faultsTitle: (faults: number) => string;
    readonly faultsHint: string;
    readonly refusedHint: string;
    readonly place: (line: number, column: number) => string;
    readonly moreFaults: (faults: number) => string;
    readonly unused: (names: readonly string[]) => string;
    readonly added: (people: number) => string;
    readonly unchanged: (people: number) => string;
    readonly changedTitle: (people: number) => string;
    readonly change: (what: string, before: string, after: string) => string;
    readonly nothing: string;
    readonly keptTitle: (people: number) => string;
    readonly keptHint: string;
    readonly kept: (what: string, noted: string, inFile: string) => string;
    readonly refusedChangeTitle: (people: number) => string;
    readonly absentTitle: (people: number) => string;
    readonly absentHint: string;
    readonly absentAll: (people: number) => string;
    readonly remove: string;
    readonly actual: (started: string | null, finished: string | null, outcome: string | null) => string;
  };
  /** What is wrong in a file, by how the fault's own `what` begins; what is not here is told in its own words. */
  readonly fileFault: Readonly<Record<string, string>>;
  readonly board: {
    readonly title: string;
    readonly asOf: (day: string) => string;
    readonly cutoff: (day: string, status: string) => string;
    readonly noPolicy: string;
    readonly viewOnly: string;
    readonly verdicts: string;
    readonly everybody: string;
    readonly filter: string;
    readonly who: string;
    readonly step: string;
    readonly refSearch: string;
    readonly any: string;
    readonly count: (title: string, people: number) => string;
    readonly show: string;
    readonly showing: (from: number, to: number, of: number) => string;
    readonly none: string;
    readonly clear: string;
    readonly pages: string;
    readonly page: (page: number) => string;
    readonly caption: string;
    readonly stands: string;
    readonly float: (workingDays: number) => string;
    readonly until: (day: string) => string;
    readonly link: string;
    readonly employeeLink: string;
    readonly look: string;
    readonly assumedTitle: string;
    readonly handsTitle: string;
    readonly noHands: string;
    readonly noHandsEdit: string;
    readonly handsDay: string;
    readonly misfitsTitle: (people: number) => string;
    readonly misfitsHint: string;
    readonly deletedTitle: (people: number) => string;
    readonly deletedHint: string;
    readonly csv: string;
    readonly linksCsv: string;
    readonly again: string;
    readonly manage: string;
    readonly legend: string;
    readonly news: Readonly<Record<RosterNews, string>>;
  };
  readonly mark: {
    readonly title: string;
    readonly kind: Readonly<Record<ManyMarkKind, string>>;
    readonly what: string;
    readonly day: string;
    readonly all: (people: number) => string;
    readonly submit: string;
    readonly nobody: string;
    readonly notDay: (typed: string) => string;
    readonly resultTitle: Readonly<Record<ManyMarkKind, (people: number) => string>>;
    readonly refusedTitle: (people: number) => string;
    readonly moved: string;
    readonly gone: string;
    readonly undo: string;
    readonly back: string;
  };
  readonly manage: {
    readonly title: string;
    readonly back: string;
    readonly againTitle: string;
    readonly againText: string;
    readonly againSubmit: string;
    readonly linksTitle: string;
    readonly linksText: string;
    readonly shareTitle: string;
    readonly editLink: string;
    readonly editHint: string;
    readonly viewLink: string;
    readonly viewHint: string;
    readonly digest: {
      readonly title: string;
      readonly text: string;
    };
    readonly calendarTitle: string;
    readonly calendarText: string;
    readonly calendarOpen: string;
    readonly calendarAddress: string;
    readonly renewTitle: string;
    readonly renewText: string;
    readonly renewKind: Readonly<Record<'view' | 'feed', string>>;
    readonly renew: string;
    readonly renewNothing: string;
    readonly settingsTitle: string;
    readonly save: string;
    readonly removeTitle: string;
    readonly removeText: string;
    readonly remove: string;
    readonly removeAsk: string;
    readonly removeAskText: (plans: number) => string;
    readonly removeButton: string;
    readonly removed: string;
    readonly removedText: string;
  };
  readonly labelled: (label: string, text: string) => string;
  readonly actor: Readonly<Record<Actor, string>>;
  /** On the page of a plan that a roster made. */
  readonly ofRoster: string;
  readonly ofRosterDelete: string;
  /** The link to the first of these pages. */
  readonly footLink: string;
}
