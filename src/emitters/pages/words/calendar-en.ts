// The calendar page's English catalogue.

import { guidesEn } from './calendar-guides-en.ts';
import type { CalendarWords } from './calendar-words.ts';

export const calendarEn: CalendarWords = {
  title: 'Into your calendar',
  whichWay: [
    { kind: 'feed', text: 'Apple, Outlook, Google: subscribe' },
    { kind: 'file', text: 'Huawei, Xiaomi, other Android phones: file' },
  ],
  backToPlan: 'Back to the plan',
  renewed:
    'There is a new subscription address, and the old one is dead. Remove the old subscription from each calendar and subscribe again.',
  noPromise:
    'Whether a calendar rings is up to the phone and its calendar program. We cannot promise it: for reminders, use mail.',
  toReminders: 'Get reminders by mail',
  askOwner: 'Whoever saved the plan can have reminders sent by mail.',
  weChatTitle: 'Opened inside WeChat?',
  weChat:
    'WeChat mostly lets you neither download nor subscribe. Tap “···” at the top right, choose “Open in browser”, and go on from there.',
  whenPlanChanges: 'When the plan changes',
  alarms: 'Alarms',
  suits: 'Suits',
  feed: {
    title: 'Subscription: follows the plan',
    whenPlanChanges:
      'The program looks from time to time and corrects itself: after half an hour at best, more than a day at worst.',
    alarms: 'None inside: it mostly does not ring.',
    suits: 'iPhone, iPad, Mac, Outlook, Google Calendar',
  },
  file: {
    title: 'File: a copy',
    whenPlanChanges: 'Stays as it is. Come back, remove the old entries and download it again.',
    alarms:
      'At 09:00 on the day before, and a week before a last day, written into the file. Open an entry after the import and see whether they are there.',
    suits: 'Huawei, Xiaomi and other Android phones, or days that will not move any more',
  },
  apple: 'Apple Calendar, classic Outlook',
  google: 'Google Calendar',
  outlook: 'Outlook.com',
  microsoft365: 'Microsoft 365 (work account)',
  appleHint:
    'If nothing happens, this device has no calendar program that takes such links: copy the address below.',
  hostedHint: 'Sign in to the account first. Google can usually not be reached from mainland China.',
  reach: {
    unencrypted:
      'This server does not use https: Google Calendar and Outlook on the web do not take such an address, so they are not offered. The address is a key; sent without encryption, others may see it.',
    network:
      'This server can be reached only within its own network, at home or at work: a phone sees changes only while it is in that network. Google Calendar and Outlook on the web fetch from outside and cannot reach it, so they are not offered.',
    machine:
      'The address of this server works only on its own machine: no phone, no Google Calendar and no Outlook on the web can reach it. Use the file. For subscriptions its administrator has to set PUBLIC_URL to a public https address.',
  },
  address: 'Subscription address',
  addressHint:
    'For “from URL” or “from web” in a calendar program. Whoever has it sees these days: do not post it in a group.',
  copy: 'Copy the address',
  copied: 'Copied',
  notCopied: 'Could not copy: press long on the address above, select all, and copy',
  qrTitle: 'Subscribe on another phone by QR code',
  qrHint:
    'Use the phone’s own camera or scanner. An iPhone asks whether to subscribe; an Android phone needs a calendar program that can. WeChat’s scanner cannot open it. (We have not checked every kind of phone.)',
  qrLabel: 'QR code of the subscription address',
  download: 'Download all (one file)',
  downloadHint: 'Importing it again may double every entry: remove the earlier import first.',
  oneByOne: 'One by one',
  oneByOneHint:
    'Many Android phones read only the first entry of a file. Then import them one by one. Behind each day stands what the calendar shows on it, so “today” means that day.',
  otherLanguage: 'The calendar speaks Chinese, the language in which the plan was saved.',
  guideTitle: 'How your phone or computer does it',
  guideLead:
    'Menus have other names in other versions. “Reported” is what others have seen, and nothing that the maker promises; of what is “not checked” we have found no reliable word.',
  howTo: 'How to',
  alerts: 'Switch for alerts',
  refresh: 'Looks for changes',
  surety: { tried: 'tried by us', reported: 'reported', unchecked: 'not checked' },
  guide: guidesEn,
  renewTitle: 'Has the address reached somebody it should not?',
  renewText: 'You can have a new one; the old one is dead from then on.',
  renew: 'New subscription address',
};
