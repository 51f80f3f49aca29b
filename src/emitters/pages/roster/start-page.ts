// The page on which HR uploads its roster: what it is for, what the file looks like, who will see what. After a file that
// could not be read it says why.

import { renderTemplate } from '../../templates.ts';
import { type Frame, frameView } from '../frame.ts';
import { rosterPageWordsOf } from '../words/roster-page-words-of.ts';
import { type FaultLine, faultsView } from './fault-lines.ts';
import type { SettingsFaults, TypedSettings } from './settings-view.ts';

/** A column of the file: its name, and what may stand in its cells. */
export interface ColumnHelp {
  readonly name: string;
  readonly help: string;
}

export interface RosterStartPage {
  readonly frame: Frame;
  readonly columns: readonly ColumnHelp[];
  readonly more: readonly ColumnHelp[];
  /** The policies of which one is to be chosen; one or none: nothing is to be chosen. */
  readonly policies: readonly { readonly id: string; readonly title: string; readonly isChosen: boolean }[];
  readonly typed: TypedSettings;
  readonly faults: SettingsFaults;
  /** Why no file came, or what it was planned by is not there; null: nothing of that. */
  readonly fileFault: string | null;
  /** What is wrong in the file. */
  readonly fileFaults: readonly FaultLine[];
}

export function renderRosterStartPage(page: RosterStartPage): string {
  const { frame, fileFaults } = page;
  const words = rosterPageWordsOf(frame.locale);
  const isRefused = fileFaults.length > 0 || page.fileFault !== null || Object.keys(page.faults).length > 0;
  return renderTemplate('pages/roster-start', {
    ...frameView(frame, isRefused ? words.upload.refusedTitle : words.start.title),
    words,
    page,
    isRefused,
    fileFaults: faultsView(fileFaults, words),
  });
}
