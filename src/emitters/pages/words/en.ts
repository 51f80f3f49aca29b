// The pages' English catalogue.

import type { PageWords } from './page-words.ts';

export const en: PageWords = {
  contradiction: {
    'no-start': (title) => `"${title}" has a day on which it was finished, but none on which it began.`,
    'finish-before-start': (title) => `"${title}" cannot be finished before it began.`,
    'in-the-future': (title) => `The day of "${title}" has not come yet: record only what has happened.`,
    'before-predecessor': (title, predecessor) =>
      `"${title}" begins after "${predecessor}" is finished: record first when "${predecessor}" was.`,
  },
  site: {
    skipToContent: 'Skip to content',
    choices: 'Language and size of type',
    otherLanguage: '中文',
    otherType: { standard: 'Large type', large: 'Standard type' },
    notOfficial:
      'This is not an official site. Every date names its source and how sure it is; what the authorities publish decides.',
    privacy: 'No account. No name, identity number or document number is asked for.',
    policies: 'Rules and sources',
    startOver: 'Make another plan',
    back: 'Go back and change nothing',
  },
  home: {
    title: "Residents' medical insurance, planned back from the cutoff",
    lead: 'Answer a few questions and see the first and the last day for each step, and the one thing to do today.',
    formTitle: 'Your situation',
    more: 'More about you (optional)',
    moreHint: 'What you leave empty is taken as usual, and the plan says what it assumed.',
    submit: 'Show my plan',
    faultCount: (count) => (count === 1 ? 'One answer needs a look:' : `${count} answers need a look:`),
  },
  field: {
    missing: 'Please answer this',
    notDay: (given) => `“${given}” is not a date; write it like 2026.12.31`,
    notMonth: (given) => `“${given}” is not a month; write it like 2026-05`,
    notDayOrMonth: (given) => `“${given}” is neither a date nor a month; write 2026-05-13 or 2026-05`,
    notCount: (given) => `“${given}” is not a whole number; write 0, 1, 2 …`,
    notChoice: 'Please choose one of the answers listed',
    notInYears: (given, from, until) =>
      `“${given}”: is the year right? It should lie between ${from} and ${until}`,
    conflicts: (detail) => `This does not fit: ${detail}`,
    dayHint: 'As the card has it, for example 2026.12.31',
    monthHint: 'For example 2026-05',
    dayOrMonthHint: 'A day (2026-05-13) or a month (2026-05)',
    noAnswer: 'Not sure',
    ifEmpty: (shown) => `Left empty: “${shown}”`,
    notAddress: 'This does not look like one e-mail address, such as name@example.com',
  },
  plan: {
    asOf: (day) => `As of ${day}`,
    today: 'What to do today',
    boundsOf: (title) => `The last day for “${title}”:`,
    usuallyUntil: 'usually until',
    safestUntil: 'safest until',
    untilUnderAll: 'until',
    allAreSafe: 'In time however the sources are read.',
    noneIsSafe: 'As some tell it, it is too late already: the earlier the better.',
    chance: 'Chance of being in time:',
    chanceBasis: (seen, isReportedOnly) =>
      `By how long the steps really take${isReportedOnly ? '; few reports, not official' : ''}${seen.length === 0 ? '' : `; it counts on the screen saying “${seen.join('” and “')}”`}.`,
    cutoff: 'Cutoff',
    ownValue: 'your own value',
    source: 'Source',
    steps: (route) => `Step by step: ${route}`,
    legend:
      '“Earliest” is the first day it can happen if all before it goes well; “latest” is the last day that still meets the cutoff.',
    on: (earliest, latest) => `${earliest} to ${latest}`,
    onOneDay: (day) => `On ${day} only`,
    from: (day) => `From ${day}`,
    latest: (day) => `by ${day}`,
    lastStart: (day) => `This way you would have to begin by ${day}.`,
    start: 'Start',
    finish: 'Finish',
    earliestLatest: (earliest, latest) => `earliest ${earliest}, latest ${latest}`,
    expectedLatest: (expected, latest) => `expected ${expected}, latest ${latest}`,
    expected: (day) => `expected ${day}`,
    doneOn: (day) => `Finished ${day}`,
    dayUnknown: 'The day cannot be told yet',
    driving: 'This step sets the pace: a day lost here is a day lost overall.',
    overdue: 'It should have been finished by now: ask about it.',
    lastByChannel: (channel, day) => `${channel}: by ${day}`,
    bring: 'Bring',
    place: 'Where',
    tips: 'Mind',
    practical: (parts) => parts.join(' · '),
    why: 'Why these days?',
    surety: (confidence) => `How sure these days are: ${confidence}`,
    otherRoutes: 'Other routes',
    problems: 'What is wrong',
    scenarioNote: (scenario) => `The days below reckon with the “${scenario}” durations.`,
    jumpToSteps: 'See the steps',
    factLine: (question, shown) => `${question}: ${shown}`,
    assumedCount: (count) =>
      `${count} ${count === 1 ? 'answer' : 'answers'} you left open: what we took instead`,
    assumedHint: 'Correct what is wrong and the days will follow.',
    answered: 'Your answers',
    counted: (heading, count) => `${heading} (${count})`,
    coverAndFee: 'Cover and cost',
    inTime: 'Done in time',
    ifMissed: 'If it is missed',
    coverFrom: (day) => `Paid on the day after the cutoff, cover begins on ${day}.`,
    fee: 'Fee',
    sources: 'Sources',
    published: (day) => `published ${day}`,
    verified: (day) => `Rules checked on ${day}`,
    projectedPolicy: (year) =>
      `The rules for ${year} are not announced yet; these are projected from the year before. Days may move once they are.`,
    terminus: 'Last bus',
  },
  actions: {
    title: 'Take it with you',
    download: 'Download for your calendar (.ics)',
    downloadHint:
      'For the calendar of your phone or computer. It is a copy: download it again when the plan changes. If it does not open inside WeChat, open this page in a browser.',
    save: 'Save this plan',
    saveHint:
      'You get a link of your own: tick off steps, get reminders by mail, subscribe in your calendar.',
    calendar: 'Subscribe, and how each phone does it',
    calendarHint: 'A subscription follows the plan; entries can also be downloaded one by one.',
  },
  stored: {
    keepTitle: 'Keep this link',
    keepText:
      'It is the key: there is no account and no password. Whoever has it can see and change the plan; lost, it cannot be recovered.',
    thisLink: 'This page (can change the plan)',
    shareTitle: 'For family to look at',
    shareText: 'View-only link: whoever opens it cannot change anything',
    viewRenew: 'New link to look at',
    viewRenewed: 'There is a new link to look at, and the old one is dead.',
    bothRenewed:
      'There are a new link to look at and a new subscription address, and the old ones are dead. Remove the old subscription from each calendar and subscribe again.',
    viewOnly: 'This is a view-only link: you can look, not change.',
    changed: 'Noted; the days have been worked out again.',
    changeFacts: 'Change the facts',
    saveFacts: 'Save and work out again',
    exportAll: 'Download everything (JSON)',
    remove: 'Delete this plan',
  },
  notice: {
    'renew-feed-ask': {
      title: 'A new subscription address?',
      text: 'The old one is dead from then on: calendars that use it are not updated any more, and what they have we cannot take back. Remove the old subscription from each calendar afterwards and subscribe again.',
      option:
        'Renew the link to look at too: every entry carries it, and it leads whoever has the old address to the new one',
      button: 'Give me a new one',
    },
    'renew-view-ask': {
      title: 'A new link to look at?',
      text: 'The old one is dead from then on: send the new one to family again. Old links in mails and downloaded calendar files stop working too; subscribed calendars get the new one with their next update.',
      option:
        'Renew the subscription address too: whoever opened the old link may have subscribed, and would get the new link from the calendar',
      button: 'Give me a new one',
    },
    'renew-step-ask': {
      title: 'A new link for HR?',
      text: 'The old one is dead from then on, in mails that were sent already too. Send HR the new one afterwards; further mails to HR carry it by themselves.',
      button: 'Give me a new one',
    },
    'delete-ask': {
      title: 'Delete this plan?',
      text: 'What goes: your answers, every step that was noted and the whole history, the addresses and the reminders not yet sent; every link and calendar subscription stops working. It cannot be undone. Mails already received and calendars already downloaded are beyond our reach.',
      button: 'Delete it all',
    },
    'delete-done': {
      title: 'Deleted',
      text: 'The plan and everything that belonged to it are gone.',
      button: null,
    },
  },
  refusal: {
    'not-found': {
      title: 'There is no such page',
      text: 'A few characters of the link may be missing, or it was given out anew, or the plan was deleted. Check the link, or make another plan.',
    },
    malformed: { title: 'The request cannot be read', text: 'Its form is wrong. Go back and try once more.' },
    'invalid-case': {
      title: 'Some answers need a look',
      text: 'Something is not in a form that we can use.',
    },
    'impossible-facts': {
      title: 'The facts contradict each other',
      text: 'Each answer can be read, but together they cannot be true.',
    },
    'key-reused': {
      title: 'This Idempotency-Key was used for another request',
      text: 'Nothing was stored. Send a request that is not the same under a key of its own.',
    },
    conflict: {
      title: 'Somebody else did the same at this moment',
      text: 'This request was not carried out. Open the plan again to see how it stands.',
    },
    'view-only': {
      title: 'This link only shows',
      text: 'To change the plan, use the link you got when saving it.',
    },
    stale: {
      title: 'The plan has just changed',
      text: 'Somebody changed it after you opened it. Open it again, then make your change.',
    },
    'too-large': {
      title: 'Too long',
      text: 'More was sent than is taken: 64 KiB, and 2 MiB for the file of a roster.',
    },
    'unsupported-media-type': {
      title: 'This format is not taken',
      text: 'Programs send application/json; the file of a roster is uploaded on its page.',
    },
    'too-many-confirmations': {
      title: 'Too many confirmation mails',
      text: 'Only so many go to one address, and are asked for from one network, within an hour, so that nobody is pestered. Those that went out still hold: look in the spam folder, and try again in a while, an hour at most.',
    },
    unsubscribed: {
      title: 'This address has unsubscribed',
      text: 'We do not write there any more. Only its owner can change that: open the unsubscribe link of any earlier reminder and subscribe again on that page.',
    },
    'cross-site': {
      title: 'Please use our own pages',
      text: 'The request came from another site and was not carried out. Do it again on a page of this site.',
    },
    internal: { title: 'Something broke on our side', text: 'Try again in a while. Saved plans are safe.' },
    'too-many-requests': {
      title: 'Too many requests',
      text: 'More came from your address in one minute than this server answers. Wait a minute, then try again.',
    },
    overloaded: {
      title: 'Very busy just now',
      text: 'More requests are coming than this server can answer. Try again in a few seconds; saved plans are safe.',
    },
    unavailable: {
      title: 'Not available just now',
      text: 'The database that keeps the plans cannot be reached. Nothing is lost: open the page again in a while.',
    },
  },
};
