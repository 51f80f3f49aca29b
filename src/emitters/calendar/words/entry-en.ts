// The words of calendar entries in English.

import type { EntryWords } from './entry-words.ts';

export const entryWordsEn: EntryWords = {
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
};
