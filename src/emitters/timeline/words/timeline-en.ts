// The timeline's English catalogue.

import type { TimelineWords } from './timeline-words.ts';

export const timelineEn: TimelineWords = {
  title: 'The plan at a glance',
  alone: 'The drawing on a page of its own, to print',
  backToPlan: 'Back to the plan',
  nothingToDraw: 'No route is open, so there are no days to draw.',
  description: (from, until) =>
    `A drawing of the days from ${from} to ${until}. Each step has a bar from its earliest days on, drawn out to the last day that still meets the cutoff. The table below says the same.`,
  lane: { applicant: 'You', employer: 'HR', office: 'The office (you wait)' },
  today: (day) => `today, ${day}`,
  cutoff: (day) => `cutoff ${day}`,
  month: (monthName, year) => `${monthName} ${year}`,
  step: (number, title) => `${number}. ${title}`,
  latestStart: (day) => `latest ${day}`,
  resultBy: (day) => `result by ${day}`,
  expected: (day) => `expected ${day}`,
  underWay: 'under way',
  doneOn: (day) => `finished ${day}`,
  dayUnknown: 'the day cannot be told yet',
  spare: (days) => {
    const size = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`;
    return days < 0 ? `${size} too late` : days === 0 ? 'no day to spare' : `${size} to spare`;
  },
  join: (parts) => parts.join(' · '),
  legendTitle: 'How to read it',
  legend: {
    done: 'done',
    earliest: 'earliest days',
    float: 'may slip until here',
    'latest-start': 'latest start',
    late: 'too late by so much',
    unsure: 'a holiday notice may still move it',
    window: 'accepted in this time',
    beyond: 'lies before the days shown',
    rest: 'weekend',
    closure: 'holiday',
    'make-up': 'weekend day that is worked',
    unpublished: 'holidays not published yet',
  },
  closures: (days) => `Holidays: ${days.join(', ')}.`,
  makeUpDays: (days) => `Weekend days that are worked: ${days.join(', ')}.`,
  unpublished: (from) => `From ${from} on no notice says yet which days are holidays.`,
  range: (from, until) => `${from} to ${until}`,
  table: {
    open: 'The same as a table',
    caption: 'Every step with its days',
    step: 'Step',
    actor: 'Who',
    earliest: 'Earliest',
    latest: 'Latest',
    float: 'To spare',
    window: (text) => `accepted ${text}`,
    opens: (day) => `from ${day}`,
    closes: (day) => `until ${day}`,
    startBy: (day) => `start by ${day}`,
    finishBy: (day) => `result by ${day}`,
    mayMove: (from, until) => `between ${from} and ${until}, as the holiday notice will say`,
    noLatest: 'not bound by the cutoff',
  },
  chance: {
    open: 'What each day of waiting costs',
    title: (step) => `The chance of being in time, by the day on which “${step}” starts`,
    description:
      'A stepped curve: one column for each day to start on, the higher the better the chance. The table below says the same.',
    tenths: (tenths) => `${tenths} in 10`,
    basis: (isReportedOnly) =>
      `Reckoned from how long the steps really take${isReportedOnly ? ': few reports, not official' : ''}.`,
    between: (least, most) => `between “${least}” and “${most}”`,
    noneAfter: (day) => `Whoever starts after ${day} cannot make it even with the shortest times.`,
    tableOpen: 'The same as a table',
    startOn: 'Started on',
    chance: 'Chance of being in time',
  },
};
