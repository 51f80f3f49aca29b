// The peer of the calendar's figures: the events of a calendar of ours, read back by ical.js, and written again by
// ical-generator with nothing of ours around it.

import ICAL from 'ical.js';
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

export interface ReadCalendar {
  readonly name: string;
  readonly events: ICalEventData[];
}

/** The events as the data that ical-generator takes, made once: only the writing is measured. */
export function readBack(calendar: string): ReadCalendar {
  const root = new ICAL.Component(ICAL.parse(calendar));
  const events = root.getAllSubcomponents('vevent').map((event): ICalEventData => {
    const text = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
    return {
      id: text('uid'),
      sequence: Number(text('sequence')),
      stamp: new Date(text('dtstamp')),
      lastModified: new Date(text('last-modified')),
      allDay: true,
      start: new Date(text('dtstart')),
      end: new Date(text('dtend')),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      status: ICalEventStatus.CONFIRMED,
      summary: text('summary'),
      description: text('description'),
      categories: [{ name: text('categories') }],
      url: text('url'),
      alarms: event.getAllSubcomponents('valarm').map((alarm) => ({
        type: ICalAlarmType.display,
        trigger: -ICAL.Duration.fromString(String(alarm.getFirstPropertyValue('trigger'))).toSeconds(),
        description: String(alarm.getFirstPropertyValue('description')),
      })),
    };
  });
  return { name: String(root.getFirstPropertyValue('x-wr-calname')), events };
}

export function writeAlone({ name, events }: ReadCalendar): string {
  const calendar = ical({
    prodId: { company: 'Lastbus', product: 'Lastbus', language: 'zh' },
    scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: 6 * 3600,
    events,
  });
  return calendar.toString();
}
