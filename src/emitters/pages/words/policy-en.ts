// What the pages of policies say, in English.

import type { Comparison, PolicyWords } from './policy-words.ts';

const COMPARED: Readonly<Record<Comparison, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

const COMPARED_DAYS: Readonly<Record<Comparison, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is before',
  '<=': 'is on or before',
  '>': 'is after',
  '>=': 'is on or after',
};

const AGE: Readonly<Record<Comparison, (years: number) => string>> = {
  '==': (years) => `${years}`,
  '!=': (years) => `not ${years}`,
  '<': (years) => `under ${years}`,
  '<=': (years) => `under ${years + 1}`,
  '>': (years) => `${years + 1} or older`,
  '>=': (years) => `${years} or older`,
};

export const policyEn: PolicyWords = {
  list: {
    title: 'Rules and sources',
    lead: 'The rules by which Lastbus works out its days. Each says where it comes from, how sure it is, and when somebody last checked.',
    columns: {
      policy: 'Policy year',
      status: 'Status',
      offers: 'What is known',
      verified: 'Last checked',
    },
    plannable: 'plans can be made',
    windowsOnly: 'window and fees only',
    staleSources: (count) =>
      `${count} ${count === 1 ? 'source' : 'sources'} not checked for more than a year`,
  },
  status: { announced: 'announced', projected: 'projected, not announced' },
  projected: (year) =>
    `The rules for ${year} are not announced yet; these are projected from earlier years. Days and amounts may change: what is announced decides.`,
  notPlannable: 'Only the window and the fees of this year are known; no plan can be made.',
  staleBanner: (count) =>
    `${count} ${count === 1 ? 'source has' : 'sources have'} not been checked for more than a year and may have changed; each is marked ▲ below.`,
  stale: 'not checked for more than a year',
  verified: (day) => `Last checked: ${day}`,
  plan: 'Make my plan by these rules',
  all: 'All rules',
  contents: 'On this page',
  section: {
    window: { title: 'When', help: null },
    fees: { title: 'What it costs', help: null },
    who: { title: 'Who can enrol, and who cannot', help: null },
    steps: {
      title: 'The steps, and how long each takes',
      help: 'Plans reckon with “reckoned”; “seen” only tells how likely it is to be in time. What is not told was not found.',
    },
    cover: { title: 'From when it covers', help: 'Read from the top: the first that fits counts.' },
    readings: {
      title: 'Where the sources disagree',
      help: 'A plan follows the usual reading, and also tells the day that is safe whichever is right.',
    },
    questions: { title: 'What is not known, and whom to ask', help: null },
    risks: { title: 'What may happen', help: 'No plan counts on these; know them all the same.' },
    observations: { title: 'How long it once took', help: null },
    relatedDates: {
      title: 'Other dates that go by the same permit',
      help: 'No plan reckons with these. Each is told for the year it was reported for; look up this year’s.',
    },
    sources: { title: 'Sources', help: 'The numbers in the text are the numbers here.' },
  },
  reference: (number, confidence, isStale) =>
    `Source ${number}, ${confidence}${isStale ? ', not checked for more than a year' : ''}`,
  only: (condition) => `Only if ${condition}`,
  notKnown: 'not known',
  windowColumns: { what: 'What', on: 'Day', details: 'Details', status: 'Status' },
  opens: 'Opens',
  closes: 'Closes',
  closesAt: 'At',
  notAnnounced: 'not announced yet',
  range: (from, until) => `some day from ${from} to ${until}, not known which`,
  binds: (activity) => `To be done by then, that day included: ${activity}`,
  boundActivity: { payment: 'the payment', registration: 'the registration' },
  replaces: 'in the place of the cutoff first announced',
  channel: (channel) => `Channel: ${channel}`,
  bankDebit: 'bank debit',
  feeColumns: { group: 'Who', amount: 'Amount', year: 'For', status: 'Status' },
  yuan: (amount) => `${amount} yuan`,
  year: (year) => `policy year ${year}`,
  routes: 'Routes',
  notFor: 'Who takes none of these',
  who: {
    forWhom: 'For',
    expected: 'Usual for',
    otherwise: 'If not',
    neverRecommended: 'Shown, and recommended to nobody',
    instead: 'Instead',
    steps: 'Steps',
  },
  stepIf: (title, condition) => `${title} (only if ${condition})`,
  stepLag: (title, after, least, most) => {
    const lags = [least === null ? '' : `at least ${least}`, most === null ? '' : `at most ${most}`];
    return `${title} (${lags.filter((lag) => lag !== '').join(', ')} after “${after}”)`;
  },
  durations: {
    caption: 'How long each step takes',
    columns: { step: 'Step', planning: 'Reckoned', observed: 'Seen', legal: 'Legal limit' },
    byLegalLimit: 'the legal limit',
    byObserved: 'the longest seen',
    own: (question) => `your answer to “${question}”`,
    observed: ({ min, mode, max }) => {
      const days = max.unit === 'working-days' ? 'working days' : 'calendar days';
      return min.amount === max.amount
        ? `${max.amount} ${days}`
        : `${min.amount} to ${max.amount} ${days}, mostly ${mode.amount}`;
    },
    none: 'none found',
    onRoute: (route) => `Route: ${route}`,
  },
  details: {
    title: 'How each step is done',
    place: 'Where',
    bring: 'Bring',
    tip: 'Mind',
    opens: 'Earliest',
    closes: 'Latest',
    days: 'On which days',
    channels: 'Channels',
  },
  workingDaysOnly: 'working days',
  anyDay: 'every day',
  rollsForward: 'ends on the next working day when its last day is a day off',
  outcome: (title, means) => `“${title}”: ${means}`,
  outcomeLabel: 'Outcome',
  outcomeLate: (instead) => `If that is too late: ${instead}`,
  usualReading: 'Usual (plans follow it)',
  otherReading: 'Another',
  readingColumns: { reading: 'Reading', says: 'Says', changes: 'Changes' },
  touched: { window: 'the opening', cutoffs: 'the cutoff', routes: 'the route', coverage: 'the cover' },
  coverUntil: (day) => `Last covered day: ${day}`,
  cover: {
    forWhom: 'For',
    paid: 'Paid',
    paidUntil: (day) => `by ${day}`,
    from: 'Covered from',
    fromDay: (day) => day,
    fromPayment: {
      'same-day': 'the day of the payment',
      'next-day': 'the day after the payment',
      'first-of-next-month': 'the first of the month after the payment',
    },
    afterMonths: (months) => `${months} months after the payment`,
    plusFact: (fact) => `one month more for each of “${fact}”`,
    minusFact: (fact) => `one month less for each of “${fact}”`,
    atLeast: (months) => `at least ${months} months`,
  },
  whom: 'Ask',
  by: 'By',
  between: { from: 'From', until: 'Until' },
  lastResort: 'When no route is left',
  took: (days) => `${days} calendar days in all`,
  reportedFor: 'reported for',
  sourceColumns: {
    title: 'Source',
    publisher: 'Publisher',
    published: 'Published',
    address: 'Address',
    confidence: 'How sure',
    verified: 'Checked on',
  },
  legend: 'The dots tell how sure it is:',
  counted: (origin, period, sign) => `${period} ${sign < 0 ? 'before' : 'after'} ${origin}`,
  origin: { cutoff: 'the cutoff', opening: 'the day it opens' },
  givenDay: (fact) => `the day given for ${fact}`,
  condition: {
    all: ', and ',
    any: ', or ',
    group: (condition) => `(${condition})`,
    is: (question, values) => `“${question}” is ${values.map((value) => `“${value}”`).join(' or ')}`,
    isNot: (question, value) => `“${question}” is not “${value}”`,
    known: (question) => `“${question}” is answered`,
    unknown: (question) => `“${question}” is not answered`,
    compare: (left, comparison, right) => `${left} ${COMPARED[comparison]} ${right}`,
    compareDay: (left, comparison, right) => `${left} ${COMPARED_DAYS[comparison]} ${right}`,
    fact: (question) => `“${question}”`,
    age: (question, comparison, years) =>
      `by “${question}” the age on 1 January of the policy year is ${AGE[comparison](years)}`,
    planningDay: 'the day of the plan',
    unreadable: (expression) => `the condition ${expression} holds`,
  },
};
