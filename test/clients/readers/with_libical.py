"""Reads calendars with libical, which Evolution, GNOME and KDE programs read with, through its introspection."""

import gi

gi.require_version("ICalGLib", "3.0")
from calendar_lines import answer_each  # noqa: E402
from gi.repository import ICalGLib as ICal  # noqa: E402


def read(data):
    calendar = ICal.Component.new_from_string(data.decode("utf-8"))
    if calendar is None:
        raise ValueError("no calendar")
    if calendar.count_errors() > 0:
        raise ValueError(f"{calendar.count_errors()} errors: {calendar.as_ical_string()}")
    return {
        "name": values_of(calendar).get("X-WR-CALNAME"),
        "method": values_of(calendar)["METHOD"],
        "events": [event_of(event) for event in parts_of(calendar, ICal.ComponentKind.VEVENT_COMPONENT)],
    }


def event_of(event):
    values = values_of(event)
    return {
        "uid": event.get_uid(),
        "sequence": event.get_sequence(),
        "start": day(event.get_dtstart()),
        "end": day(event.get_dtend()),
        "stamp": instant(event.get_dtstamp()),
        "lastModified": instant(property_of(event, ICal.PropertyKind.LASTMODIFIED_PROPERTY).get_lastmodified()),
        "summary": event.get_summary(),
        "description": event.get_description(),
        "status": values["STATUS"],
        "transparency": values["TRANSP"],
        "url": values.get("URL"),
        "alarms": [alarm_of(alarm) for alarm in parts_of(event, ICal.ComponentKind.VALARM_COMPONENT)],
    }


def alarm_of(alarm):
    trigger = property_of(alarm, ICal.PropertyKind.TRIGGER_PROPERTY).get_trigger()
    return {
        "action": values_of(alarm)["ACTION"],
        "secondsBefore": -trigger.get_duration().as_int(),
        "text": property_of(alarm, ICal.PropertyKind.DESCRIPTION_PROPERTY).get_description(),
    }


def parts_of(component, kind):
    part = component.get_first_component(kind)
    while part is not None:
        yield part
        part = component.get_next_component(kind)


def property_of(component, kind):
    return component.get_first_property(kind)


def values_of(component):
    """What is no text, as it stands; of an X- property the text, which libical takes for one without escapes."""
    values = {}
    one = component.get_first_property(ICal.PropertyKind.ANY_PROPERTY)
    while one is not None:
        values[one.get_property_name()] = one.get_value_as_string()
        one = component.get_next_property(ICal.PropertyKind.ANY_PROPERTY)
    return values


def day(time):
    form = "%04d-%02d-%02d" if time.is_date() else "%04d-%02d-%02dT"
    return form % (time.get_year(), time.get_month(), time.get_day())


def instant(time):
    parts = (time.get_year(), time.get_month(), time.get_day(), time.get_hour(), time.get_minute(), time.get_second())
    return "%04d-%02d-%02dT%02d:%02d:%02d" % parts + ("Z" if time.is_utc() else "")


answer_each(read)
