// Everything around a board that its owner can do: a newer file, links to hand out and to share, HR's calendar, its
// digest by mail, settings,
// the end of it.

import { renderTemplate } from '../../templates.ts';
import { type Frame, frameView } from '../frame.ts';
import { rosterPageWordsOf } from '../words/roster-page-words-of.ts';
import { type DigestSection, digestView } from './digest-section.ts';
import { type FaultLine, faultsView } from './fault-lines.ts';
import type { SettingsFaults, TypedSettings } from './settings-view.ts';

export interface ManagePage {
  readonly frame: Frame;
  /** The board, without a query. */
  readonly path: string;
  /** Whole addresses. */
  readonly links: {
    readonly edit: string;
    readonly view: string;
    readonly feed: string;
    readonly webcal: string;
  };
  readonly typed: TypedSettings;
  readonly faults: SettingsFaults;
  readonly fileFault: string | null;
  readonly fileFaults: readonly FaultLine[];
  /** Whether new links were asked for and none was ticked. */
  readonly isNothingRenewed: boolean;
  readonly digest: DigestSection;
}

export function renderManagePage(page: ManagePage): string {
  const { frame, fileFaults } = page;
  const words = rosterPageWordsOf(frame.locale);
  const isRefused = fileFaults.length > 0 || page.fileFault !== null;
  return renderTemplate('pages/roster-manage', {
    ...frameView(frame, isRefused ? words.upload.refusedTitle : words.manage.title),
    words,
    page,
    isRefused,
    digest: digestView(page.digest, frame.locale),
    fileFaults: faultsView(fileFaults, words),
  });
}
