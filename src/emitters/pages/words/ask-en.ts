// How asking is worded in English.

import type { AskWords } from './ask-words.ts';

export const askEn: AskWords = {
  otherPolicies: 'Another city or year',
  everyPolicy: 'The rules of every city and year',
  next: 'Next',
  dontKnow: 'I do not know',
  thenTaken: (shown) => `Not known: “${shown}” is taken, and the plan says so.`,
  monthWillDo: 'If you only remember the month, the month will do, for example 2026.12',
  given: 'Your answers',
  change: 'Change',
  changeOf: (question) => `Change the answer to: ${question}`,
  taken: (question, shown) => `${question}: taken to be “${shown}”.`,
  notSo: 'Not so?',
  present: 'your answer now',
  backToPlan: 'Back to the plan, changing nothing',
  nothingStored: 'The answers stand in the address only. Nothing is stored.',
  faultTitle: (title) => `Not right yet: ${title}`,
  answers: {
    title: 'Your answers',
    jump: (open) => (open === 0 ? 'Change an answer' : `Change answers, or add ${open} to make it surer`),
    notKnown: 'I do not know',
    about: (month) => `about ${month}`,
    more: 'A few more answers make it surer',
    moreHint: 'You can leave them: the usual case is taken, and “assumed” above says what that is.',
    answer: 'Answer',
    answerTo: (question) => `Answer: ${question}`,
  },
  ownDeadline: {
    title: 'Ask for one day first',
    until: 'Until you know it, the last days below are only those of the city.',
    answerNow: 'I know it now',
  },
  inexact: {
    title: 'One thing is not certain yet',
    taken: (question, shown) => `${question}: the plan below takes the least favourable, “${shown}”.`,
    ifOther: 'If it is otherwise, so is the plan:',
    row: (shown, verdict, lastStart) =>
      lastStart === null ? `${shown}: ${verdict}` : `${shown}: ${verdict}, start by ${lastStart}`,
    answerNow: 'I know it now',
    beforeStoring: 'Before you save, find out what is uncertain: reminders need the day itself.',
  },
  share: {
    title: 'Show it to the family first',
    text: 'This address holds the answers above and nothing else: no names, no numbers. Whoever opens it sees the same plan; nothing is stored yet.',
    label: 'The address of this plan',
    copy: 'Copy the address',
    copied: 'Copied: paste it into a message',
    notCopied: 'Not copied: select the address by hand',
  },
};
