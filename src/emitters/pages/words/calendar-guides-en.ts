// How each calendar program takes a plan in, in English.

import type { GuideId } from '../calendar-guides.ts';
import type { GuideWords } from './calendar-words.ts';

const NEVER = 'Never: a file is a copy. Download it again when the plan changes.';

export const guidesEn: Readonly<Record<GuideId, GuideWords>> = {
  apple: {
    name: 'iPhone, iPad, Mac',
    way: 'subscription',
    steps: [
      'Press the “Apple Calendar” button above, then “Subscribe”.',
      'If nothing happens: on iPhone and iPad open Settings, then Apps, Calendar, Calendar Accounts, Add Account, Other, Add Subscribed Calendar, and paste the address; on a Mac choose File, New Calendar Subscription in Calendar.',
    ],
    alerts:
      'There are no alarms in the subscription, so “Remove alerts” makes no difference. Under Settings, Calendar there are default alert times for all-day events; whether they hold for a subscribed calendar is not checked.',
    refresh:
      'iPhone and iPad follow “Fetch New Data” under Calendar Accounts; on a Mac choose the interval in the calendar’s “Get Info”, “Auto-refresh”.',
  },
  huawei: {
    name: 'Huawei, Honor',
    way: 'file',
    steps: [
      'Download the file, open it in Files, and choose Calendar.',
      'If only one entry arrives, download them one by one. If it does not open, use mail instead.',
    ],
    alerts: 'Open an entry after the import and look for its reminder; add one if there is none.',
    refresh: NEVER,
  },
  xiaomi: {
    name: 'Xiaomi, Redmi',
    way: 'file',
    steps: [
      'Download the file, open it, and import it with Calendar.',
      'If only one entry arrives, or it reports a fault, download them one by one.',
    ],
    alerts: 'Open an entry after the import and look for its reminder; add one if there is none.',
    refresh: NEVER,
  },
  android: {
    name: 'OPPO, vivo, Samsung and other Android phones',
    way: 'file, or subscription with ICSx⁵',
    steps: [
      'File: download it, open it, choose the phone’s own calendar. Many read only the first entry: download them one by one. The Google Calendar app imports no files.',
      'Subscription: install ICSx⁵, a free open-source app (F-Droid or an app store), and add the address above there.',
    ],
    alerts:
      'In ICSx⁵ open the calendar and add a default alarm for its events. Of an imported file: open an entry and look for its reminder.',
    refresh: 'ICSx⁵: at the interval in its settings. An imported file: never.',
  },
  google: {
    name: 'Google Calendar',
    way: 'subscription',
    steps: [
      'Press the “Google Calendar” button above.',
      'Or open Google Calendar in a computer’s browser, press + beside “Other calendars”, choose “From URL” and paste the address. The phone app cannot do it.',
    ],
    alerts:
      'Google ignores alarms of subscriptions. On the web, open Settings, choose this calendar on the left, and add a notification for all-day events.',
    refresh: 'After 8 to 24 hours, sometimes longer; it cannot be set.',
  },
  'outlook-web': {
    name: 'Outlook on the web, new Outlook',
    way: 'subscription',
    steps: [
      'Press the “Outlook.com” or “Microsoft 365” button above.',
      'Or choose “Add calendar”, “Subscribe from web” in the calendar, and paste the address.',
    ],
    alerts: 'Subscribed calendars show no reminders, and there is no switch. Use mail for reminders.',
    refresh: 'After about 3 hours, at times 24 hours and more.',
  },
  'outlook-classic': {
    name: 'Classic Outlook (computer)',
    way: 'subscription',
    steps: [
      'Press the “Apple Calendar, classic Outlook” button above, then “Yes”.',
      'Or choose File, Account Settings, Internet Calendars, New, and paste the address.',
    ],
    alerts:
      'Subscribed calendars show no reminders. Of the alarms in a file, Outlook keeps one for each entry.',
    refresh:
      'With Send/Receive. With “Update limit” ticked in the options of the internet calendar, every 6 hours, as we ask for.',
  },
  thunderbird: {
    name: 'Thunderbird',
    way: 'subscription',
    steps: ['Choose “New calendar”, “On the network”, paste the address, and leave the user name empty.'],
    alerts:
      'The calendar’s properties have “Show reminders”, but there are no alarms in the subscription; only an imported file has them.',
    refresh: 'Every 30 minutes; it can be changed in the properties.',
  },
  'work-apps': {
    name: 'WeCom, DingTalk, Feishu, QQ Mail',
    way: 'file or mail',
    steps: [
      'We have found no evidence that they subscribe to an address from elsewhere. Import the file into the phone’s own calendar, or go by the reminder mails.',
    ],
    alerts: 'As each program has it.',
    refresh: NEVER,
  },
};
