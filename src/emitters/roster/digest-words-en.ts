// The digest of a roster in English.

import type { DigestWords } from './digest-words.ts';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

export const digestWordsEn: DigestWords = {
  subject: (title, { turnedRed, tooLate, thisWeek }) => {
    const counts = [
      ...(turnedRed === 0 ? [] : [`${turnedRed} turned red`]),
      ...(tooLate === 0 ? [] : [`${tooLate} too late`]),
      thisWeek === 0 ? 'nothing for HR this week' : `HR acts for ${thisWeek} this week`,
    ];
    return `Roster${title === '' ? '' : ` “${title}”`}: ${counts.join(', ')}`;
  },
  heading: {
    turnedRed: 'Turned red (at risk or too late)',
    first: 'Begin with this',
    week: (until) => `For HR this week, until ${until}`,
    misfits: 'No plan can be made',
  },
  title: {
    weekly: (asOf) => `The roster this week, ${asOf}`,
    red: (asOf) => `Somebody turned red, ${asOf}`,
  },
  ofVerdict: (verdict, count) => `${verdict}, ${people(count)}`,
  onDay: (on, what) => `${on}, ${what}`,
  lastDay: (step, count) => `last day for “${step}”, ${people(count)}`,
  nothingThisWeek: 'Nothing on these days.',
  noHands:
    'Nobody said how much HR can do in a day, so these are the last days of each step. Say so on the board, and it plans whom to serve when.',
  full: (count) =>
    `${people(count)} more will not be in time because HR’s days are full: the board says which day needs one more hand.`,
  first: (ref, step, who, until) => `${ref}: ${step} (${who})${until === null ? '' : `, by ${until}`}`,
  cutoffExpected: (on) =>
    `The cutoff, ${on}, is expected from earlier years and not announced yet; the official date counts.`,
  assumed: (count) =>
    `Not everything is known of ${people(count)}; the usual is assumed, and the board says what.`,
  openBoard: 'Open the board',
  keysOnly: 'This mail holds your own keys only: no names, and nothing else of anybody.',
  whyYou:
    'You get this mail because this address confirmed that it wants the digest of this roster: every Monday morning, and on mornings when somebody turned red; never more than one a day.',
  confirm: {
    subject: 'Please confirm: the digest of a roster',
    asked: (policyTitle) =>
      `Somebody asked to send the digest of a roster (“${policyTitle}”) to this address.`,
    whatComes:
      'Once you confirm, a mail comes every Monday morning, and on mornings when somebody turned red (at risk or too late). It holds HR’s own keys only. Every mail has a link to unsubscribe at once.',
  },
};
