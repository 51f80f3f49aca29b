// What is said to HR, in English.

import type { EmployerWords } from './employer-words.ts';

const who = (reference: string | null) =>
  reference === null ? 'one of your employees' : `your employee “${reference}”`;

export const employerWordsEn: EmployerWords = {
  title: (step) => `To do: ${step}`,
  asked: (policyTitle, reference) =>
    `The family of ${who(reference)} is enrolling in “${policyTitle}”. This one step of it is HR’s.`,
  heading: {
    what: 'What to click',
    where: 'Where',
    when: 'From when',
    why: 'Why this day',
    bring: 'What is needed',
    sources: 'Source',
  },
  how: 'Open the application that this employee has sent, check it and approve it. If something is wrong, send it back and tell the employee at once.',
  from: (day) => `The employee expects to send it on ${day}; it can be done from then on.`,
  now: 'It can be done now.',
  waits:
    'The employee has not noted yet that the steps before are done, so nothing can be marked here for now. You see the application in the system already? Go on and approve it, and ask the employee to note that first.',
  running: (since) => `Under way since ${since}.`,
  done: (on) => `Done, on ${on}.`,
  cutoff: (on, at, status) => `Cutoff of the insurance: ${on}${at === null ? '' : ` ${at}`} (${status})`,
  nothing: {
    title: 'Nothing for HR to do just now',
    text: 'As the employee’s plan stands, no step of it is HR’s. If the plan changes, this link will show it.',
  },
  mark: {
    title: 'Mark it here',
    started: 'Started today',
    done: 'Approved today',
    outcome: 'What the screen says after the approval',
    noOutcome: 'Not seen, not sure',
    undo: 'A mistake: undo',
    news: {
      started: 'Noted: it is under way. The employee’s plan is up to date.',
      done: 'Noted: it is done. The employee’s plan is up to date. Thank you!',
      undone: 'Undone. The employee’s plan is up to date.',
      'not-now':
        'Not noted: the employee’s plan has just changed, or the steps before are not noted yet. Below is how it stands now.',
    },
  },
  only: 'This link shows and marks this one step. It does not show the family’s plan, facts or addresses.',
  text: {
    greeting: (policyTitle) => `Hello! My family is enrolling in “${policyTitle}”, and one step is HR’s:`,
    how: 'Open the application that I sent, check it and approve it. If something is wrong, send it back and tell me at once.',
    from: (day) => `I expect to send it on ${day}; it can be done from then on.`,
    now: 'It can be done now.',
    link: 'When it is done, please tap here (it shows this step only, no login):',
    thanks: 'Thank you!',
  },
  section: {
    title: 'For your employer’s HR',
    lead: 'Send this text to HR, by chat or mail. When the days change, come back and copy it again.',
    textLabel: 'The text for HR',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'That did not work: please select the text above and copy it yourself.',
    noLink:
      'A link can be added: HR opens it, sees what to do and by when, and marks it with one tap; the plan follows. It shows and marks this step only.',
    makeLink: 'Add a link for HR',
    link: 'The link for HR',
    renew: 'A new link for HR',
    renewed: 'There is a new link for HR, and the old one is dead. Please send HR the text above again.',
    mailTitle: 'Or let HR get reminders',
    mailText:
      'Give HR’s address: they are asked first, and then get reminders of their step alone, with the link for HR. They do not see your plan, facts or other addresses.',
    addressLabel: 'HR’s e-mail address',
    referenceLabel: 'Staff number (optional)',
    referenceHint:
      'By it HR knows whose application it is. It stands in mails to HR only, and goes when the address unsubscribes or is removed.',
    referenceFault: 'At most 20 characters: letters, digits, blanks and hyphens',
    button: 'Send HR a confirmation mail',
  },
  mail: {
    occasion: {
      'window-opens': 'It can be done from today on.',
      'last-day': 'Today is the last day.',
      'employer-silent':
        'The employee has sent it, and by the plan it should have been approved by yesterday: please look today.',
    },
    subject: (title, reference, by) =>
      `${reference === null ? '' : `${reference}: `}${title}${by === null ? ', as soon as you can' : `, by ${by}`}`,
    open: 'See and mark this step',
    whyYou:
      'You get this mail because this address confirmed that it wants reminders of HR’s step. Nothing else of this family is shown.',
    confirm: {
      subject: 'Please confirm: reminders about an employee’s insurance enrolment',
      asked: (policyTitle, reference) =>
        `The family of ${who(reference)} is enrolling in “${policyTitle}”. One step has to be approved by HR, and they asked to send a mail to this address when that is due.`,
      whatComes:
        'You will get reminders of HR’s step alone, at most one a day, each with a link to unsubscribe at once.',
      nothingElse: 'Until then we send nothing but confirmation mails.',
    },
  },
};
