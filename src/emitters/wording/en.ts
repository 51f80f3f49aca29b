// The English catalogue.

import { answerWordsEn } from './answer-words-en.ts';
import { changeWordsEn } from './change-words-en.ts';
import type { Counted, Words } from './words.ts';

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

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
  calendar: {
    name: (policy) => `Lastbus: ${policy}`,
    cancelled: (title) => `Cancelled: ${title}`,
    title: {
      opens: (what, on) => `Possible from ${on ?? 'today'}: ${what}`,
      lastDay: (what, on) => `Last day${on === null ? '' : ` ${on}`}: ${what}`,
      lastDayOfEmployer: (what, on) => `Last day for HR${on === null ? '' : ` ${on}`}: ${what}`,
      finish: (what, on) => `Finish by ${on ?? 'today'}: ${what}`,
      act: (what, on) => `From ${on ?? 'today'}: ${what}`,
      look: (what, on) => `Look at the screen${on === null ? '' : ` ${on}`}: ${what}`,
      result: (what, on) => `Result from ${on ?? 'today'}: ${what}`,
      done: (what) => `Done: ${what}`,
      cutoff: ({ what, on, at, isExpected }) =>
        `${isExpected ? 'Expected cutoff' : 'Cutoff'} ${on ?? 'today'}${at === null ? '' : ` ${at}`}${what === null ? '' : `: ${what}`}`,
      cutoffMet: 'Cutoff today (all done)',
      ask: 'Call today and ask what is left to do',
      today: 'Look today what to do next',
    },
    line: {
      step: (title, actor) => `[${title}] done by: ${actor}`,
      place: (place) => `Where: ${place}`,
      bring: (papers) => `Bring: ${papers}`,
      tip: (tip) => `Tip: ${tip}`,
      channel: (channel, lastStart) => `${channel} until ${lastStart}`,
      floatFromHere: (float, latestStart) => `Float: ${float} from this day, ${latestStart} at the latest`,
      floatUsedUp: (float, earliestStart) => `Float: ${float} from ${earliestStart}, used up on this day`,
      noFloat: 'Float: none, it is this day only',
      late: (float) => `Float: none, ${float}`,
      why: (reasons) => `Why this day: ${reasons.join('; ')}`,
      earliest: (reasons) => `When at the earliest: ${reasons.join('; ')}`,
      wait: (title, actor, length) =>
        `Before that, wait for the ${actor}: "${title}"${length === null ? '' : `, ${length}`}`,
      after: (title) => `Only after "${title}" is done`,
      result: (earliestFinish) => `result on ${earliestFinish} at the earliest`,
      mustFinishBy: (mustFinishBy) => `it must be there by ${mustFinishBy}`,
      sources: (titles) => `Sources: ${titles.join('; ')}`,
      confidence: (confidence) => `How sure: ${confidence}`,
      cutoff: (on, at, status) => `Cutoff: ${on}${at === null ? '' : ` ${at}`} (${status})`,
      ownCutoff: 'as you said',
      ifMissed: (text) => `If missed: ${text}`,
      notEligible: (route, because) => `"${route}" is not open: ${because}`,
      finished: (on) => `Finished on ${on}`,
      link: (address) => `See the plan: ${address}`,
    },
  },
  mail: {
    subject: (title, by, daysLeft, more) => {
      const what = more === 0 ? title : `${title} and ${more} more`;
      return by === null ? `${what}: the earlier the better` : `${what}: by ${by}, ${daysLeft}`;
    },
    deadline: (on, daysLeft, isSameDay) => `${isSameDay ? 'Do it' : 'Start'} by ${on}: ${daysLeft}`,
    late: (on) =>
      `This mail should have come on the morning of ${on}; the service was down, and we are sorry. All dates below are reckoned as of today.`,
    daysLeft: (days) => {
      if (days < 0) return `${count(-days, 'day')} past`;
      if (days === 0) return 'today is the last day';
      return days === 1 ? 'tomorrow is the last day' : `${days} days left`;
    },
    noLastDay: 'No time to spare: the earlier the better',
    safeDayWas: (on) =>
      `The last day that was safe under every reading was ${on}; as it is usually reckoned there is still time, so do it soon.`,
    opensOn: (on) => `It can be done from ${on ?? 'today'} on.`,
    askEmployer: 'HR does this step: remind them today.',
    makePlan: 'Settle it now: which day, what time, who goes? Put it in your diary.',
    heading: {
      place: 'Where',
      bring: 'What to bring',
      why: 'Why this day',
      tips: 'Mind',
      otherDates: 'The other dates',
      unsure: 'What is not certain',
      ifMissed: 'If it is missed',
    },
    by: (on) => `by ${on}`,
    byChannel: (channel, on) => `${channel} by ${on}`,
    sentence: (part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`,
    onlyOn: (on) => `only on ${on}`,
    span: (from, by) => {
      if (from === null) return by ?? 'dates not known yet';
      return by === null ? `from ${from}` : `from ${from}, ${by}`;
    },
    cutoff: 'Cutoff',
    unsure: {
      cutoffExpected: (on) =>
        `The cutoff, ${on}, is expected from earlier years and not announced yet; what is announced counts.`,
      cutoffOwn: (on) => `The cutoff, ${on}, is the one you gave.`,
      projected: (policyYear) =>
        `The rules for ${policyYear} are not published yet; the dates follow the earlier rules.`,
      weak: (title, confidence) => `The dates of "${title}": ${confidence}.`,
      assumed: (facts) =>
        `${count(facts, 'question')} not answered, so the usual case is assumed; open the plan to change that.`,
    },
    noteDone: 'Done? Note it here',
    openPlan: 'Open my plan',
    attached: (filename) =>
      `The attached ${filename} goes into a calendar. It is a copy: it does not follow changes of the plan.`,
    whyYou: (policyTitle) =>
      `You get this because this address confirmed that it wants reminders of the plan for ${policyTitle}.`,
    stop: 'Unsubscribe from these reminders',
    confirm: {
      subject: 'Please confirm: reminders from Lastbus',
      asked: (policyTitle) =>
        `Somebody asked to have reminders of a plan for ${policyTitle} sent to this address. It may have been you, or family or colleagues who share the plan with you.`,
      whatToDo: 'If you want them, open the link below and press the button on the page.',
      link: 'Confirm the reminders',
      nothingElse: 'Until then we send nothing but confirmation mails like this one.',
      ignore: 'Not you? Ignore this mail and nothing will happen.',
    },
  },
};
