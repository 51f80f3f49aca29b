// A stored roster and what became of an upload, as JSON.

import type { MergedUpload } from '../../../app/stored-roster/merge-upload.ts';
import type { OpenedRoster } from '../../../app/stored-roster/open-roster.ts';
import type { UploadFault } from '../../../app/stored-roster/read-upload.ts';
import type { UploadReport } from '../../../app/stored-roster/upload.ts';
import type { Locale } from '../../../domain/localized.ts';
import type { Fault } from '../../../domain/problem.ts';
import { boardObject } from '../../../emitters/roster/board-json.ts';
import { faultSentence, jsonPath } from '../../../input/fault-text.ts';
import { issueOf } from '../refusals.ts';
import { feedAddress, webcalAddress } from './plan-links.ts';

/** What only HR may do is null for somebody with a view-only link. */
export function rosterJson(opened: OpenedRoster, publicUrl: string, locale: Locale) {
  const { stored, roster, misfits, deleted } = opened;
  return {
    title: stored.title,
    policy: stored.policyId,
    settings: { capacity: stored.capacity, daysOff: stored.daysOff },
    links: rosterLinks(opened, publicUrl),
    board: roster === null ? null : boardJson(opened, roster, publicUrl, locale),
    misfits: misfits.map(({ ref, faults }) => ({ ref, issues: faults.map(issueOf) })),
    deleted,
  };
}

function boardJson(
  { links }: OpenedRoster,
  roster: NonNullable<OpenedRoster['roster']>,
  publicUrl: string,
  locale: Locale,
) {
  const { people, ...head } = boardObject(roster, locale);
  const pageOf = (ref: string) => {
    const { edit = null, view = null } = links.get(ref) ?? {};
    return { page: edit && `${publicUrl}/plans/${edit}`, viewPage: view && `${publicUrl}/plans/${view}` };
  };
  return { ...head, people: people.map((person) => ({ ...person, links: pageOf(person.ref) })) };
}

function rosterLinks({ tokens }: Pick<OpenedRoster, 'tokens'>, publicUrl: string) {
  const { edit, view, feed } = tokens;
  const calendarFeed = feedAddress(publicUrl, feed);
  return {
    self: rosterAddress(publicUrl, edit ?? view),
    page: `${publicUrl}/rosters/${edit ?? view}`,
    view: rosterAddress(publicUrl, view),
    viewPage: `${publicUrl}/rosters/${view}`,
    calendarFile: `${calendarFeed}?download=1`,
    calendarFeed,
    webcal: webcalAddress(calendarFeed),
  };
}

export function rosterAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/api/v1/rosters/${token}`;
}

export function uploadJson({ added, changed, unchanged, absent, faults, unused }: UploadReport) {
  const changeJson = ({ section, id, before, after }: MergedUpload['changes'][number]) => ({
    section,
    id,
    before,
    after,
  });
  return {
    added,
    changed: changed.map(({ ref, changes, kept, refused }) => ({
      ref,
      changes: changes.map(changeJson),
      kept: kept.map(changeJson),
      refused: refused.map(issueOf),
    })),
    unchanged,
    absent,
    faults: faults.map((fault) => ({
      line: fault.line,
      column: fault.column,
      path: jsonPath(fault.path),
      message: faultSentence(fault),
    })),
    unusedColumns: unused,
  };
}

/** The faults of a file at the places of a table: `$.lines[3].columns[2]`, both from 1. */
export function tableFaults(faults: readonly UploadFault[]): Fault[] {
  return faults.map(({ line, column, ...fault }) => ({ ...fault, path: ['lines', line, 'columns', column] }));
}
