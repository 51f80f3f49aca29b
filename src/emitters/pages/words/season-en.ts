// The English catalogue of a plan that is done, and of the year after.

import type { SeasonWords } from './season-words.ts';

export const seasonEn: SeasonWords = {
  title: 'All done: nothing more to worry about',
  text: 'The payment has arrived, and nothing is left to do for this year. Keep the proof of payment.',
  next: 'Next year',
  canPlan: (year) => `The plan for ${year} can be made now, to be followed when its time comes.`,
  isProjected:
    'Its rules are not announced yet and are projected from this year; days may move once they are.',
  carried:
    'Your answers are taken along; a permit that was renewed is taken to end a year later: please check it then. This plan stays as it is.',
  mails: (addresses) =>
    addresses === 0
      ? 'The new plan takes an address for reminders; they come when its first day is near.'
      : `${addresses === 1 ? 'The confirmed address gets' : `The ${addresses} confirmed addresses get`} a mail to confirm; after that reminders come when the first day is near.`,
  button: (year) => `Make the plan for ${year}`,
  notYet: (year, month) =>
    `There are no rules for ${year} yet. Open this page again around ${month}: then one tap makes the new plan.`,
  ownerOnly: 'To make the plan of next year open this page with the link that you got when you saved it.',
  related: {
    title: 'Other dates that go by the same permit',
    help: 'These are not part of the plan. Each is told for the year it was reported for and may differ by now: look up this year’s.',
    inYear: (year, days) => `In ${year}: ${days}`,
    source: 'Source',
  },
};
