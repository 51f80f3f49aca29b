// The English catalogue of noting what happened to a step.

import type { MarkWords } from './mark-words.ts';

export const markEn: MarkWords = {
  title: 'Note progress',
  otherwise: 'On another day, or it failed',
  correct: 'Correct it or take it back',
  doneToday: {
    applicant: 'Done today',
    employer: 'HR approved it today',
    office: 'The result is there today',
  },
  startedToday: 'Started today',
  seenToday: (outcome) => `Seen today: ${outcome}`,
  what: 'What happened',
  done: { applicant: 'Done', employer: 'HR has done it', office: 'The result is there' },
  kind: {
    started: 'Started, still under way',
    refused: 'Refused or sent back, to be done again',
    failed: 'It failed, to be done again',
  },
  when: 'On which day',
  today: (day) => `Today, ${day}`,
  yesterday: (day) => `Yesterday, ${day}`,
  otherDay: 'Another day',
  dayLabel: 'Which other day',
  startedLabel: 'Started on (left empty: the same day)',
  outcome: 'What the screen says',
  noOutcome: 'Not known',
  reason: 'Why it came to nothing (may stay empty)',
  earlier: (titles) => `The steps before it are done too: ${titles.join(', ')}`,
  note: 'Note it',
  takeBack: 'Take the last note back',
  noted: (title) => `Noted: “${title}”. The days have been worked out again.`,
  takenBack: (title) => `The last note on “${title}” is taken back. The days have been worked out again.`,
  attempt: (outcome, on, reason) =>
    `${on}: ${outcome === 'refused' ? 'refused or sent back' : 'failed'}${reason === null ? '' : ` (${reason})`}. To be done again.`,
  mailed: {
    ask: (title) => `“${title}”: is it done?`,
    isDone: (title) => `“${title}” is noted`,
    gone: 'This step is no part of the plan any more',
    goneText: 'The plan has changed since: this step is not needed. The plan says what to do now.',
    reach: 'This link is from a reminder: it can note this one step and take that back, nothing else.',
    next: 'What comes next',
    openPlan: 'See the whole plan',
  },
  notKind: 'Please choose: done, started, or to be done again',
  notDay: (typed) =>
    typed === '' ? 'Please say which other day' : `“${typed}” is not a day; write it like 2026-12-02`,
};
