"""Reads calendars with python3-vobject."""

from datetime import datetime

import vobject
from calendar_lines import answer_each


def read(data):
    calendar = vobject.readOne(data.decode("utf-8"))
    return {
        "name": calendar.x_wr_calname.value,
        "method": calendar.method.value,
        "events": [event_of(event) for event in calendar.vevent_list],
    }


def event_of(event):
    return {
        "uid": event.uid.value,
        "sequence": int(event.sequence.value),
        "start": event.dtstart.value.isoformat(),
        "end": event.dtend.value.isoformat(),
        "stamp": instant(event.dtstamp.value),
        "lastModified": instant(event.last_modified.value),
        "summary": event.summary.value,
        "description": event.description.value,
        "status": event.status.value,
        "transparency": event.transp.value,
        "url": event.url.value if hasattr(event, "url") else None,
        "alarms": [alarm_of(alarm) for alarm in event.contents.get("valarm", [])],
    }


def alarm_of(alarm):
    return {
        "action": alarm.action.value,
        "secondsBefore": -int(alarm.trigger.value.total_seconds()),
        "text": alarm.description.value,
    }


def instant(time):
    """Some of its properties come as a time, others as they stand."""
    if isinstance(time, str):
        return datetime.strptime(time, "%Y%m%dT%H%M%SZ").isoformat() + "Z"
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time.utcoffset().total_seconds() == 0 else repr(time)


answer_each(read)
