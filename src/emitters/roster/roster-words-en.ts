// A roster in English.

import type { RosterWords } from './roster-words.ts';

function count(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}

export const rosterWordsEn: RosterWords = {
  title: 'Roster',
  column: {
    rank: 'rank',
    ref: 'ref',
    line: 'line',
    verdict: 'verdict',
    chance: 'chance',
    float: 'float (working days)',
    route: 'route',
    renew: 'renew',
    renewFrom: 'renew from',
    renewUntil: 'renew until',
    safeUntil: 'own first step safest by',
    approve: 'HR to act',
    approveFrom: 'HR to act from',
    approveUntil: 'HR to act until',
    visit: 'HR along',
    visitFrom: 'HR along from',
    visitUntil: 'HR along until',
    wave: 'planned (at the latest)',
    approveOn: 'HR acts on',
    approveBy: 'HR acts by',
    visitOn: 'HR along on',
    visitBy: 'HR along by',
    missing: 'missing',
    next: 'next step',
    nextFrom: 'next step from',
    nextUntil: 'next step until',
    who: 'who',
  },
  people: (people, verdicts) => `${count(people)}: ${verdicts.join(', ')}`,
  faulty: (rows) =>
    `${rows === 1 ? '1 row has' : `${rows} rows have`} faults and ${rows === 1 ? 'is' : 'are'} left out; standard error tells them`,
  legend:
    'Both days of a range count, floats are working days; ranked by verdict, chance, float, last day of the next step',
  assumedTitle: 'Not answered, so assumed (the letters under “missing”):',
  assumed: (letter, question, shown, people) =>
    `${letter}  ${question}: taken as “${shown}”, ${count(people)}`,
  projected: (policyYear) =>
    `The rules for ${policyYear} are not published yet; the dates follow earlier rules`,
  noDay: 'no day left',
  actor: { applicant: 'employee', employer: 'HR', office: 'office' },
  ask: (whom) => `ask ${whom}`,
  nothing: 'all done',
  everybody: 'Nobody in the roster could be planned',
  waves: {
    title: 'Planned on the hands that HR has:',
    allServed: (people) => `${count(people)} in need of HR, all of them in time`,
    left: (people, left) =>
      `${count(people)} in need of HR, ${left} of them not in time because HR's days are full`,
    proved: 'Proved: no other plan leaves out fewer',
    unproved: (more) => `Another plan might serve ${more} more; that is not proved`,
    day: (on, approvals, visits) => `${on}  HR acts for ${approvals}  goes along with ${visits}`,
    load: (served, places) => (places === null ? `${served}` : `${served}/${places}`),
    full: 'full',
    oneMoreTitle: 'What one more place would save:',
    oneMoreNone: 'One more place saves nobody, whatever the day',
    oneMore: (on, kind, saves) =>
      `${on}  one more ${kind === 'visits' ? 'visit' : 'approval'}: ${count(saves)}`,
    leftTitle: 'Not in time:',
    meaning:
      'Planned is the earliest day that HR has; at the latest: if everybody is served on their own such day, all are still in time',
  },
  calendar: {
    name: (policy) => `Lastbus HR: ${policy}`,
    approvals: (people) => `HR acts for ${count(people)}`,
    visits: (people) => `HR goes along with ${count(people)}`,
    lastDay: (title, people) => `Last day for HR: ${title} (${count(people)})`,
    refs: (refs, more) => (more === 0 ? refs : `${refs} and ${more} more`),
  },
};
