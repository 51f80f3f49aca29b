// The English catalogue of the pages of a stored roster.

import type { RosterPageWords } from './roster-page-words.ts';

function count(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}

export const rosterPageEn: RosterPageWords = {
  start: {
    title: 'For HR: one roster, everybody’s dates',
    lead: 'Upload one table and see whom to look at first, who has to renew when, on which days HR approves or goes along, and who does not fit any more.',
    steps: [
      'Take the template: a row for each person, as much as you know.',
      'Save it as CSV in your spreadsheet program and upload it.',
      'Hand everybody their own link. A newer table updates only what changed in it; what was noted stays.',
    ],
    fileTitle: 'What stands in the table',
    fileText:
      'The first row names the columns, in any order; further columns are not read. What is left empty is taken as usual, and said.',
    template: 'Download the template (CSV)',
    example: 'The columns of the template',
    exampleColumn: 'Column',
    exampleCell: 'What to write',
    key: 'employee id',
    keyHint: 'HR’s own key, one for each person. No names, please.',
    dayHint: '2026-12-31, 2026/12/31 or 2026年12月31日',
    yesNoHint: 'yes, no',
    numberHint: 'a whole number',
    doneColumn: (title) => `${title} finished`,
    doneHint: 'the day on which it was done; empty: not yet',
    moreColumns: 'Further columns that are read',
    privacyTitle: 'Who sees what',
    privacy: [
      'No names and no numbers of documents are needed; please leave them out of the table.',
      'There are no accounts: whoever has the link of the roster sees everybody in it. Give it only to those who should.',
      'Each employee sees their own plan alone, with what HR said of it and what was noted; what they note themselves HR sees too.',
    ],
    upload: 'Upload and plan',
  },
  field: {
    file: 'The roster (CSV)',
    fileHint:
      'At most 2 MB and 2,000 people. UTF-8 and GB18030 are both read; an .xlsx has to be saved as CSV first.',
    noFile: 'Choose a CSV file',
    policy: 'By the rules of',
    title: 'A name for this roster (may stay empty)',
    titleHint: 'For example: Pudong office. No names of people.',
    approvals: 'Approvals that HR can do in a day (may stay empty)',
    visits: 'Visits that HR can go along with in a day (may stay empty)',
    placesHint: 'With it everybody gets a day, and who does not fit is named.',
    onDays: 'Other numbers on some days (may stay empty)',
    onDaysHint:
      'For example visits=8/2026-12-01..2026-12-03: eight visits on each of three days; approvals= likewise.',
    daysOff: 'Days on which HR does not work (may stay empty)',
    daysOffHint: 'For example 2026-12-24, 2026-12-28..2026-12-30. Weekends and public holidays are known.',
    notTitle: 'A name has at most 60 characters, on one line',
    notCapacity: (typed) => `“${typed}” cannot be read; write a whole number, such as 5`,
    notDaysOff: (typed) => `“${typed}” cannot be read; write 2026-12-24 or 2026-12-28..2026-12-30`,
  },
  upload: {
    title: (planned) => `${count(planned)} planned`,
    refusedTitle: 'This file could not be read as a roster',
    toBoard: 'Open the roster',
    keepTitle: 'Keep this link',
    keepText:
      'It is the only way back to this roster: there is no account and no password. Bookmark it, or keep it where only HR can see it.',
    keepLink: 'The link of the roster (it may change it)',
    faultsTitle: (faults) =>
      `${faults === 1 ? '1 fault' : `${faults} faults`}; the rows they stand in are left out`,
    faultsHint:
      'Lines are the rows of the table; the first one holds the names. Mend them and upload the whole table again: nobody is taken in twice.',
    refusedHint: 'Nothing was stored. Mend it and upload it again.',
    place: (line, column) => `line ${line}, column ${column}`,
    moreFaults: (faults) => `${faults} more; mend those above, upload again, and they will be shown.`,
    unused: (names) => `Columns that were not read: ${names.join(', ')}`,
    added: (people) => `${count(people)} added`,
    unchanged: (people) => `${count(people)} unchanged`,
    changedTitle: (people) => `Changed: ${count(people)}`,
    change: (what, before, after) => `${what}: ${before} → ${after}`,
    nothing: 'nothing said',
    keptTitle: (people) => `What was noted stays: ${count(people)}`,
    keptHint:
      'The table says another thing than was noted. What was noted stays; change it in the plan of that person.',
    kept: (what, noted, inFile) => `${what}: noted ${noted}, the table says ${inFile}`,
    refusedChangeTitle: (people) => `Could not be changed as the table says: ${count(people)}`,
    absentTitle: (people) => `Not in this table: ${count(people)}`,
    absentHint:
      'They stay in the roster. Who has left can be removed; that deletes their plan and cannot be undone.',
    absentAll: (people) => `All ${people} of them`,
    remove: 'Remove those ticked and delete their plans',
    actual: (started, finished, outcome) =>
      [
        ...(started === null ? [] : [`started ${started}`]),
        ...(finished === null ? [] : [`finished ${finished}`]),
        ...(outcome === null ? [] : [outcome]),
      ].join(', '),
  },
  fileFault: {
    'a workbook of Excel':
      'This is a workbook of Excel, not CSV. Use “Save as” and choose “CSV UTF-8” or “CSV”.',
    'a table without people': 'Nobody is in the table: write a row for each person below the names.',
    'an empty table': 'The file is empty: its first row has to name the columns.',
    'too many people': 'Too many people: a roster has at most 2,000; make several of it.',
    'no column with a key': 'No column holds a key: give everybody an “employee id” of your own.',
    'a second column for the same': 'Two columns for the same; keep one.',
    'a cell beyond the last column': 'This cell is beyond the last column.',
    'characters that cannot be read': 'Some characters cannot be read; save the table as “CSV UTF-8”.',
    'a quotation mark that is never closed': 'A quotation mark is never closed; nothing behind it was read.',
    'a row of more than':
      'This row is too long: most likely a quotation mark is open; nothing behind it was read.',
    'not the CSV of a spreadsheet':
      'This is not the CSV of a spreadsheet program; save it anew and upload it again.',
    missing: 'This cell must not be empty.',
    'not a key': 'A key has at most 64 characters, on one line.',
    'a key for the second time': 'This key was there before; each person has one row.',
    'several policies are open': 'Several seasons are open; choose one.',
    'no policy is open': 'No season is open now.',
    'unknown policy': 'There are no rules of that name.',
    'a policy that is not there any more': 'The rules that this roster was planned by are gone.',
  },
  board: {
    title: 'Roster',
    asOf: (day) => `As of ${day}`,
    cutoff: (day, status) => `cutoff ${day} (${status})`,
    noPolicy:
      'The rules that this roster was planned by are gone, so it has no dates now. Everybody’s plan is still there.',
    viewOnly: 'This link only shows the roster.',
    verdicts: 'By verdict',
    everybody: 'everybody',
    filter: 'Filter',
    who: 'Next step by',
    step: 'Next step',
    refSearch: 'Key contains',
    any: 'any',
    count: (title, people) => `${title} (${people})`,
    show: 'Filter',
    showing: (from, to, of) => `${from} to ${to} of ${of}`,
    none: 'Nobody is like that',
    clear: 'Show everybody',
    pages: 'Pages',
    page: (page) => `Page ${page}`,
    caption: 'The most urgent first',
    stands: 'how it stands',
    float: (workingDays) =>
      workingDays < 0
        ? `${-workingDays} working ${workingDays === -1 ? 'day' : 'days'} late`
        : `${workingDays} working ${workingDays === 1 ? 'day' : 'days'} to spare`,
    until: (day) => `by ${day}`,
    link: 'link',
    employeeLink: 'To hand out',
    look: 'See the plan',
    assumedTitle: 'Not answered, so assumed',
    handsTitle: 'Whether HR has hands enough',
    noHands: 'Nobody said how many approvals and visits HR can do in a day, so no days are planned.',
    noHandsEdit: 'Say it',
    handsDay: 'day',
    misfitsTitle: (people) => `No plan can be made: ${count(people)}`,
    misfitsHint:
      'The rules have changed since, and what was said of them does not fit. Correct their plans, or the table, and upload it again.',
    deletedTitle: (people) => `Deleted by themselves: ${count(people)}`,
    deletedHint: 'Only the key is kept. If the table still has them, uploading it again plans them anew.',
    csv: 'Download this board (CSV)',
    linksCsv: 'Download everybody’s links (CSV)',
    again: 'Upload a newer table',
    manage: 'Links, calendar, settings',
    legend:
      'Both days of a range count; dates are those of the best route of each person. Of what is planned, the day in brackets is the last one.',
    news: {
      'taken-back': 'What was noted is taken back, and the dates are planned anew.',
      removed: 'They are removed, and their plans deleted.',
      changed: 'Saved, and the dates are planned anew.',
      renewed: 'The links are new.',
    },
  },
  mark: {
    title: 'Note the next step',
    kind: { done: 'done', started: 'started', 'taken-back': 'take the last note back' },
    what: 'What happened',
    day: 'On which day',
    all: (people) => `All on this page (${people})`,
    submit: 'Note it',
    nobody: 'Nobody is ticked. Go back and tick those that you mean, or all of them.',
    notDay: (typed) => `“${typed}” is not a day; write it like 2026-12-02.`,
    resultTitle: {
      done: (people) => `Noted as done: ${count(people)}`,
      started: (people) => `Noted as started: ${count(people)}`,
      'taken-back': (people) => `Taken back: ${count(people)}`,
    },
    refusedTitle: (people) => `Not noted: ${count(people)}`,
    moved:
      'somebody noted this step already, or it is not the next one any more; see the roster as it is now',
    gone: 'nobody of this roster with a plan',
    undo: 'Take back what was just noted',
    back: 'Back to the roster',
  },
  manage: {
    title: 'Links, calendar, settings',
    back: 'Back to the roster',
    againTitle: 'Upload a newer table',
    againText:
      'People are known again by their keys: only what changed in the table is changed, what was noted stays, and who is not in it stays and is named.',
    againSubmit: 'Upload',
    linksTitle: 'Links for the employees',
    linksText:
      'A table of keys and links, for a mail merge. Each link opens the plan of that person alone, to look at and to note; please never post them in a group.',
    digest: {
      title: 'Digest by mail',
      text: 'One mail every Monday morning, and one on mornings when somebody turned red (at risk or too late); at most one a day. It says who turned red, what comes first, and whom HR serves on which day of the week, by staff number and without names. First comes a mail to confirm; nothing else is sent before that is done.',
    },
    shareTitle: 'For colleagues',
    editLink: 'The link that may change it',
    editHint: 'Whoever has it sees everybody, and may change and delete everything.',
    viewLink: 'The link to look at',
    viewHint: 'It shows everybody, changes nothing, and has no links of employees.',
    calendarTitle: 'HR’s own calendar',
    calendarText:
      'Subscribed to, it shows on which day HR approves for how many and goes along with how many, and follows the roster.',
    calendarOpen: 'Subscribe in a calendar',
    calendarAddress: 'Address of the subscription',
    renewTitle: 'New links',
    renewText: 'Where a link went to the wrong people: the old one opens nothing from then on.',
    renewKind: {
      view: 'the link to look at',
      feed: 'the address of the calendar',
    },
    renew: 'Renew those ticked',
    renewNothing: 'Tick at least one link to renew',
    settingsTitle: 'Settings',
    save: 'Save',
    removeTitle: 'Delete this roster',
    removeText: 'The roster goes, and everybody’s plan with it; the employees’ links open nothing any more.',
    remove: 'Delete this roster…',
    removeAsk: 'Delete this roster?',
    removeAskText: (plans) =>
      `The roster goes, and ${plans === 1 ? '1 plan' : `${plans} plans`} with it: what was said, what was noted, the addresses for reminders. All links and calendars stop working. It cannot be undone.`,
    removeButton: 'Delete it all',
    removed: 'Deleted',
    removedText: 'The roster and all its plans are gone.',
  },
  labelled: (label, text) => `${label}: ${text}`,
  actor: { applicant: 'employee', employer: 'HR', office: 'office' },
  ofRoster:
    'HR of your employer made this plan from a roster: whatever stands on this page HR sees too, with what you note and the addresses for reminders. When you delete it, HR keeps only your employee id.',
  ofRosterDelete:
    'This plan is from a roster of your employer. When it is deleted, HR keeps only your employee id and sees that you deleted it.',
  footLink: 'For HR: a whole roster',
};
