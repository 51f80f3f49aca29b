// The sentences of the mails in English.

import { count } from '../../wording/count-en.ts';
import type { MailWords } from './mail-words.ts';

export const mailWordsEn: MailWords = {
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
};
