// What pages say about addresses, in English.

import type { ReminderWords } from './reminder-words.ts';

const WHO = (reference: string | null) => (reference === null ? 'an employee' : `“${reference}”`);

const mornings = (count: number) => (count === 1 ? 'one more morning' : `${count} more mornings`);

export const reminderEn: ReminderWords = {
  title: 'Reminders by mail',
  text: 'Mails go out on the first possible day, a week, three days and one day before the latest day, and on its morning; at most one a day. First comes a mail to confirm; nothing else is sent before that is done.',
  label: 'E-mail address',
  labelOfMore: 'One more address',
  button: 'Send the confirmation mail',
  news: {
    'mail-sent':
      'The confirmation mail is on its way. Open that mailbox, follow the link in the mail and press “confirm”; reminders only come after that.',
    'already-confirmed': 'This address is confirmed already and gets reminders. Nothing more to do.',
    unsubscribed:
      'This address has unsubscribed, so we do not write there any more. Only its owner can change that: open the unsubscribe link of any earlier mail and subscribe again on that page.',
    removed: 'The address is taken out: it gets no more mails, and is erased.',
    replacing:
      'A confirmation mail went to the new address. Until it is confirmed the old one keeps getting reminders; then the old one ends by itself and is erased.',
  },
  mailFolder: (folder) =>
    `Note: this server has no mail service. Mails are only written to its folder ${folder} and do not reach anybody.`,
  addresses: 'Addresses',
  erased: '(address erased)',
  state: {
    pending: 'waiting for you to confirm',
    confirmed: 'confirmed, gets reminders',
    unsubscribed: 'unsubscribed',
    bounced: 'bounced, stopped',
  },
  pending: (askedAt) =>
    askedAt === null
      ? 'Not confirmed yet, so no reminders come for now.'
      : `A confirmation mail went out on ${askedAt}. It is not confirmed yet, so no reminders come for now.`,
  notArrived:
    'Not there? Look in the spam folder; mend the address if it has a typo; if all is well, send it again.',
  replacing: (address) =>
    `Once confirmed it takes the place of ${address}, which keeps getting reminders until then.`,
  unsubscribed:
    'Its owner has unsubscribed; the address is erased, and nothing is written there any more. Only its owner can change that: open the unsubscribe link of any earlier mail and subscribe again on that page.',
  bounced: (cause) =>
    ({
      'no-such-mailbox':
        'Its mail server says there is no such mailbox. Most likely the address has a typo: please mend it.',
      'no-such-domain': 'What stands behind the @ takes no mail. Most likely a typo: please mend it.',
      'mailbox-full':
        'The mailbox is full. Make room and send the confirmation mail again, or take another address.',
      'mailbox-closed': 'This mailbox is closed. Please take another address.',
      other:
        'Its mail server does not take our mails. Check the address, send the confirmation mail again, or take another address.',
    })[cause],
  serverSaid: (reply) => `In the server’s own words: ${reply}`,
  again: 'Send the confirmation mail again',
  manage: 'Replace or remove',
  backup: {
    text: 'Until it is confirmed, put the days into your calendar so that none is missed:',
    download: 'Download the calendar file',
    calendar: 'Subscribe in a calendar',
  },
  address: {
    title: 'Replace or remove this address',
    replaceTitle: 'Take another address',
    replaceText: {
      confirmed:
        'The new address is asked first. Until it is confirmed the old one keeps getting every reminder; then the old one ends by itself and is erased.',
      other:
        'The new address is asked to confirm; reminders come after that. The old one is taken out at once and erased.',
    },
    replaceLabel: 'New e-mail address',
    replace: 'Take this one',
    removeTitle: 'Remove this address',
    removeText:
      'It gets no more mails from now on, those not sent yet are withdrawn, and the address is erased from the database; only a check value stays from which nobody can read it. It can be given again later.',
    remove: 'Remove',
    back: 'Change nothing, back to the plan',
  },
  confirm: {
    title: 'Get reminders?',
    asked: {
      family: (policyTitle) =>
        `Somebody asked to send the reminders of a plan for “${policyTitle}” to this address.`,
      employer: (policyTitle, reference) =>
        `The family of ${WHO(reference)} is enrolling in “${policyTitle}”. One step of it is HR’s, and they asked to send the reminders of that step to this address.`,
      roster: (policyTitle) =>
        `Somebody asked to send the digest of a roster (“${policyTitle}”) to this address.`,
    },
    comesTitle: 'What you will get',
    comes: {
      family: (count) => [
        count === 0
          ? 'As the plan stands no mail is left to send; more come only if it changes.'
          : `As the plan stands, one mail on each of ${mornings(count)} until the cutoff; never more than one a day.`,
        'Each says the one thing to do, by when, what to bring and where.',
        'No advertising. Every mail has a link to unsubscribe at once; your address is erased then.',
      ],
      employer: (count) => [
        count === 0
          ? 'As the plan stands no mail is due; one comes when it is HR’s turn or the days change.'
          : `As the plan stands, one mail on each of ${mornings(count)} until the cutoff; never more than one a day.`,
        'They are about HR’s step alone: by when, and what to click where. Nothing else of this family is shown.',
        'No advertising. Every mail has a link to unsubscribe at once; your address is erased then.',
      ],
      roster: () => [
        'One mail every Monday morning, and one on mornings when somebody turned red (at risk or too late); never more than one a day.',
        'Each says who turned red, whom HR serves on which day of the week, and what comes first; by HR’s own keys, without names.',
        'No advertising. Every mail has a link to unsubscribe at once; your address is erased then.',
      ],
    },
    replaces: 'Once you confirm, the address that was given before gets no more mails.',
    button: 'Yes, send them to me',
    ignore: 'Not what you wanted? Just close this page; nothing will be sent.',
    doneTitle: 'Confirmed',
    done: {
      family: 'You get a mail when a day comes near. Every mail has a link to unsubscribe.',
      employer:
        'You get a mail when it is HR’s turn and when the last day comes near. Every mail has a link to unsubscribe.',
      roster:
        'You get a mail on Monday mornings and on mornings when somebody turned red. Every mail has a link to unsubscribe.',
    },
  },
  unsubscribe: {
    title: 'No more reminders?',
    text: {
      plan: 'Press the button, and this plan sends no more mails to this address; those not sent yet are withdrawn, and the address is erased from the database. The plan itself stays.',
      roster:
        'Press the button, and this roster sends no more mails to this address; those not sent yet are withdrawn, and the address is erased from the database. The roster itself stays.',
    },
    button: 'Unsubscribe',
    doneTitle: 'Unsubscribed',
    done: {
      plan: 'You will get no more mails. Your address is erased; only a check value stays from which nobody can read it, so that this plan never writes to you again.',
      roster:
        'You will get no more mails. Your address is erased; only a check value stays from which nobody can read it, so that this roster never writes to you again.',
    },
    back: {
      title: 'Pressed by mistake?',
      text: 'Only you can take it back: enter the address it was, and we send one more confirmation mail.',
      label: 'The address it was',
      button: 'Subscribe again',
      anotherAddress: 'This is not the address that was unsubscribed; please check it',
      sentTitle: 'The confirmation mail is on its way',
      sent: 'Open the mailbox, follow the link in the mail and press “confirm”; reminders only come after that.',
    },
  },
};
