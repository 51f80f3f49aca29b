// The English catalogue of what a plan answers beside dates.

import type { AnswerWords } from './answer-words.ts';

export const answerWordsEn: AnswerWords = {
  heading: {
    readings: 'Where the sources disagree',
    fork: 'Look at the screen',
    questions: 'Not settled: ask',
    risks: 'May happen; the plan does not count on it',
    cover: 'Cover',
    fees: 'Fees',
    notForYou: 'Why it is not for you',
  },
  lastStart: (title, usual, safe) => {
    if (safe === usual) return `“${title}” by ${usual}, however the sources are read.`;
    return safe === null
      ? `“${title}” usually by ${usual}; under some readings it is too late already, so the sooner the better.`
      : `“${title}” usually by ${usual}, safest by ${safe}.`;
  },
  reading: (about, title, { lastStart, isFeasible, ifMissed }) =>
    `${about}: if “${title}”, ${lastStart === null ? 'no day is known' : `by ${lastStart}`}${isFeasible ? '' : ', which is too late already'}${ifMissed === null ? '' : `; paid late: ${ifMissed}`}`,
  forkOn: (title, lookOn) =>
    `${lookOn ?? 'When it comes'}: how it goes on is decided by the end of “${title}”:`,
  branch: (seen, means, verdict) => `“${seen}” → ${means} (${verdict})`,
  branchClosed: (seen, means) => `“${seen}” → ${means}`,
  instead: (text) => `Then do this instead: ${text}`,
  ifSeen: (seen, sentence) => `If the screen says “${seen.join('” and “')}”: ${sentence}`,
  question: (whom, ask, by) => `Ask ${whom}: ${ask}${by === null ? '' : ` (by ${by})`}`,
  askToday: (whom, ask) => `Also, free of charge and today: ask ${whom}: ${ask}.`,
  risk: (text, from, until) => {
    if (until === null) return text;
    return from === null ? `${text} (until ${until})` : `${text} (${from} to ${until})`;
  },
  coverInTime: (from, until) => `Paid in time, cover runs from ${from} to ${until}`,
  fee: (title, policyYear, amount, status) =>
    `${policyYear}${title === null ? '' : ` (${title})`}: ${amount} yuan, ${status}`,
  neverRecommended: 'not known to be possible; not recommended',
  stale: 'not verified for more than a year',
  opens: (on, status) => `opens on ${on} (${status})`,
};
