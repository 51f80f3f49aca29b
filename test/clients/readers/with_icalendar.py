"""Reads calendars with python3-icalendar."""

from calendar_lines import answer_each
from icalendar import Calendar


def read(data):
    calendar = Calendar.from_ical(data)
    return {
        "name": str(calendar["X-WR-CALNAME"]),
        "method": str(calendar["METHOD"]),
        "events": [event_of(event) for event in calendar.walk("VEVENT")],
    }


def event_of(event):
    if event.errors:
        raise ValueError(event.errors)
    return {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "start": event["DTSTART"].dt.isoformat(),
        "end": event["DTEND"].dt.isoformat(),
        "stamp": instant(event["DTSTAMP"].dt),
        "lastModified": instant(event["LAST-MODIFIED"].dt),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "status": str(event["STATUS"]),
        "transparency": str(event["TRANSP"]),
        "url": str(event["URL"]) if "URL" in event else None,
        "alarms": [alarm_of(alarm) for alarm in event.subcomponents],
    }


def alarm_of(alarm):
    return {
        "action": str(alarm["ACTION"]),
        "secondsBefore": -int(alarm["TRIGGER"].dt.total_seconds()),
        "text": str(alarm["DESCRIPTION"]),
    }


def instant(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time.utcoffset().total_seconds() == 0 else repr(time)


answer_each(read)
