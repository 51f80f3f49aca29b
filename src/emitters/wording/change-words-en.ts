// The English words of a plan that changed.

import type { ChangeWords } from './change-words.ts';

export const changeWordsEn: ChangeWords = {
  title: 'The plan changed',
  subject: (what, before, after) => `The plan changed: ${what} ${after}, was ${before}`,
  what: { verdict: 'Verdict', route: 'Route', cutoff: 'Cutoff', chance: 'Chance of being in time' },
  step: {
    'latest-start': (title) => `${title}, start by`,
    'finish-by': (title) => `${title}, finish by`,
    'safe-last-start': (title) => `${title}, safest last day`,
    added: (title) => `${title}, start by`,
    gone: (title) => title,
  },
  stepAdded: 'not needed before',
  stepGone: 'no longer needed',
  noDay: 'no day',
  noSafeDay: 'too late under some readings',
  noRoute: 'no route is open',
  arrow: (before, after) => `${before} → ${after}`,
  chanceIsSame: (chance) => `${chance}, as before`,
  whyTitle: 'Why it changed',
  todayTitle: 'To do today',
  fact: (question, before, after) => {
    if (after === null) return `“${question}”: now not known (was ${before ?? ''})`;
    return `“${question}”: ${before === null ? '' : `was ${before}, `}now ${after}`;
  },
  stepNoted: (title, noted) => `“${title}” was noted: ${noted}`,
  stepTakenBack: (title) => `What was noted of “${title}” was taken back`,
  started: (on) => `started ${on}`,
  finished: (on) => `finished ${on}`,
  outcome: (title) => `outcome: ${title}`,
  attempts: (count) =>
    count === 1 ? 'one try failed, to be done again' : `${count} tries failed, to be done again`,
  clause: (of, what, before, after) => {
    if (after === null) return `${of}, ${what}: gone (was: ${before ?? ''})`;
    return `${of}, ${what}: ${before === null ? `new: ${after}` : `${before} → ${after}`}`;
  },
  source: (title, publishedOn, confidence) =>
    `source: ${title}${publishedOn === null ? '' : `, published ${publishedOn}`} (${confidence})`,
  history: {
    title: 'What changed, and why',
    link: 'What changed so far, and why',
    back: 'Back to the plan',
    made: 'The plan was made.',
    moved: 'Days or the verdict moved:',
    nothingMoved: 'No day of yours or of HR moved.',
    misfit: 'The rules changed and ask for more than was answered: there are no dates for now.',
    standsAgain: 'The dates can be worked out again.',
    notWritten: 'The days were not written down then.',
  },
  misfit: {
    subject: 'One answer is needed: the rules have changed and your plan has no dates',
    title: 'The plan has no dates for now',
    text: (policyTitle) =>
      `The rules for ${policyTitle} have changed, and what you told us is not enough to work out the dates. Your calendar keeps the old ones, which may be wrong by now.`,
    asked: 'To be answered now',
    onPage:
      'Please check the answers below and give those that are marked: the dates are worked out anew at once.',
    viewOnly: 'The owner of the plan has to open it and answer.',
    toDo: 'Open the plan and answer: the dates are worked out anew at once.',
  },
  moreClauses: (count) =>
    `${count} more ${count === 1 ? 'rule has' : 'rules have'} changed; see the sources of the plan`,
};
