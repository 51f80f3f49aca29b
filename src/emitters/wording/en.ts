// The English catalogue.

import { entryWordsEn } from '../calendar/words/entry-en.ts';
import { mailWordsEn } from '../emails/words/mail-en.ts';
import { answerWordsEn } from './answer-words-en.ts';
import { changeWordsEn } from './change-words-en.ts';
import { count } from './count-en.ts';
import type { Counted, Words } from './words.ts';

function period({ amount, unit }: Counted): string {
  if (amount === 0) return 'the same day';
  if (unit === 'months') return count(amount, 'month');
  return count(amount, unit === 'working-days' ? 'working day' : 'calendar day');
}

export const en: Words = {
  locale: 'en',
  productName: 'Lastbus',
  verdict: {
    'on-track': 'on track',
    tight: 'tight',
    'at-risk': 'at risk',
    'too-late': 'too late',
    done: 'done',
    'not-eligible': 'not eligible',
  },
  verdictSentence: {
    'on-track': 'On track: taken step by step and in time, it is done before the cutoff.',
    tight: 'Possible, but tight: one step has less than 3 working days to spare.',
    'at-risk': 'At risk: it works only if every step is quick, not if the offices take their full time.',
    'too-late': 'Too late: even with the shortest times it misses the cutoff.',
    done: 'Done, and the payment has been checked.',
    'not-eligible': 'No route is open to you under the rules we know.',
  },
  actor: { applicant: 'you', employer: 'HR', office: 'office' },
  state: { open: 'not started', running: 'under way', done: 'done' },
  channel: { online: 'online', counter: 'at a counter' },
  scenario: { min: 'shortest', mode: 'usual', max: 'longest', statutory: 'full time taken' },
  confidence: {
    confirmed: 'confirmed',
    reported: 'reported, not verified',
    derived: 'worked out from other facts',
    unknown: 'not known',
  },
  cutoffStatus: {
    announced: 'announced',
    expected: 'expected from earlier years, not yet announced',
    extended: 'extended',
  },
  feeStatus: { announced: 'announced', expected: 'expected, from the year before' },
  reminderKind: {
    prepare: 'It cannot be done yet: get the papers ready',
    'window-opens': 'From today it can be done',
    'start-soon': 'The latest start comes near',
    'last-safe-day':
      'Today is the safest day: from tomorrow on it is too late under some readings of the rules',
    'last-day': 'Today is the last day',
    'employer-silent': 'HR should have done this by now: ask today',
    'result-overdue': 'The result should be there by now: call the office today',
    cutoff: 'Today is the cutoff',
    'plan-changed': 'The plan changed',
  },
  period,
  float: (days, workingDays) => {
    const size = `${count(Math.abs(days), 'day')}, ${count(Math.abs(workingDays), 'working day')}`;
    return days < 0 ? `late by ${size}` : `${size} to spare`;
  },
  clauses: (statements) => statements.join('; '),
  label: (name, text) => `${name}: ${text}`,
  list: (items) => items.join(', '),
  aside: (text, aside) => `${text} (${aside})`,
  text: {
    asOf: 'As of',
    cutoff: 'cutoff',
    ownCutoff: 'as you entered it',
    today: 'Today',
    route: 'Route',
    otherRoutes: 'Other routes',
    place: 'where',
    bring: 'bring',
    why: 'why these dates',
    earliest: 'earliest',
    finishes: 'finished',
    latest: 'latest',
    mustFinishBy: 'result needed by',
    assumed: 'Assumed, please check',
    ifMissed: 'If missed',
    coverFrom: 'First covered day, estimated',
    fee: 'Fee',
    sources: 'Sources',
    verifiedOn: 'Rules last verified on',
    remediesTooLate: 'To make it, at least one of these, and everything else at its quickest',
    remediesIfSlow: 'Any one of these, and it stands the full time',
  },
  answers: answerWordsEn,
  changes: changeWordsEn,
  yes: 'yes',
  no: 'no',
  unknown: 'not known',
  today: {
    do: (title, latestStart, isEmployers) =>
      `${isEmployers ? 'Ask HR to do this today' : 'You can do this today'}: ${title}. ${latestStart === null ? 'The' : `Start by ${latestStart} at the latest; the`} earlier the safer.`,
    await: (title, mustFinishBy) =>
      `Under way: ${title}. Look today whether there is a result.${mustFinishBy === null ? '' : ` It must be there by ${mustFinishBy}.`}`,
    prepare: (title, until, latestStart, needsEmployer) =>
      `Nothing to do at an office today. From ${until}${latestStart === null ? '' : ` until ${latestStart}`} you can do this: ${title}. Get the papers ready now${needsEmployer ? ' and tell HR' : ''}.`,
    ask: (whom, because) =>
      because === 'too-late'
        ? `You cannot make it in the ordinary way any more. Call ${whom} today: is there an extension, or another way?`
        : `No route is open to you under the rules we know. Call ${whom} today: can you be insured, and how?`,
    nothing: 'All done. There is nothing left to do.',
  },
  reason: {
    startsToday: (on) => `counted from today, ${on}`,
    windowOpens: (on, arithmetic) => `possible from ${on} on${arithmetic === null ? '' : `: ${arithmetic}`}`,
    countedFrom: (fact, on, size, sign) => `${fact} ${on}, ${size} ${sign < 0 ? 'before' : 'after'} it`,
    waitsFor: (title, finish, lag) =>
      `waits for "${title}", finished on ${finish}${lag === null ? '' : `, and ${lag} more`}`,
    paperExpires: (usedBy, usedOn, validity) =>
      `not earlier, or it expires: it is valid for ${validity} and still needed for "${usedBy}" on ${usedOn}`,
    officeClosed: (from, on, direction) =>
      direction === 'forward' ? `closed on ${from}, so ${on}` : `closed on ${from}, so ${on} at the latest`,
    takes: (size, isSameDay) =>
      isSameDay ? 'done the same day' : `takes ${size}, counted from the day after`,
    basis: {
      'legal-limit': 'the legal limit',
      'planning-value': 'our planning value',
      observed: 'as observed',
      own: 'as you said',
    },
    noLegalLimit: 'no legal limit known',
    legalLimit: (size) => `the law allows ${size}`,
    finishRolls: 'a last day off moves to the next working day',
    closures: (days, notice) => (notice === null ? `${days} probably off` : `${days} off by ${notice}`),
    makeUpDays: (days, notice) =>
      notice === null ? `${days} probably worked` : `${days} worked by ${notice}`,
    cutoff: (on) => `must be finished by the cutoff, ${on}, that day included`,
    windowCloses: (on) => `not accepted after ${on}`,
    leavesTimeFor: (title, latestStart) => `"${title}" must start by ${latestStart}`,
  },
  chance: (probability) => {
    const tenths = Math.round(probability * 10);
    const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    if (probability === 0) return 'none';
    if (tenths === 0) return 'less than one in ten';
    return tenths === 10 ? 'almost certain' : `about ${numbers[tenths - 1]} in ten`;
  },
  chanceOpen: 'not known yet',
  chanceSentence: (chance, isReportedOnly) =>
    `Chance of being in time, by how long the steps really take: ${chance}${isReportedOnly ? ' (few reports, not official)' : ''}.`,
  remedy: {
    hurry: (who, title, size) => `${who === 'office' ? 'the office' : who} ${size} faster with "${title}"`,
    extension: (size) => `an extension of the cutoff by ${size}`,
    earlierWindow: (title, size) => `"${title}" accepted ${size} earlier`,
    effect: (before, after) => `chance from "${before}" to "${after}"`,
  },
  problem: {
    lateAtShortest: (days) => `Even with the shortest times it is ${count(days, 'day')} late at the cutoff.`,
    lateAtShortestAtLeast: (days) =>
      `Even with the shortest times it is at least ${count(days, 'day')} late at the cutoff.`,
    lateIfSlow: (days) =>
      `If the offices take their full time it is ${count(days, 'day')} late at the cutoff.`,
    lateIfSlowAtLeast: (days) =>
      `If the offices take their full time it is at least ${count(days, 'day')} late at the cutoff.`,
    release: (title, needed, earliest, days) =>
      `"${title}" would have had to be done by ${needed}, but it is possible only from ${earliest}: ${count(days, 'day')} short.`,
    releaseIfSlow: (title, needed, earliest, days) =>
      `To stand the full time, "${title}" would have had to be done by ${needed}, but it is possible only from ${earliest}: ${count(days, 'day')} short.`,
    actualsDoNotFit: 'What you recorded cannot have happened on this route.',
    calendarNotCovered: (title, coversUntil) =>
      `The holidays after ${coversUntil} are not published yet, so the dates from "${title}" on are not known.`,
  },
  calendar: entryWordsEn,
  mail: mailWordsEn,
};
