"""Reads calendars with icalendar and prints when their events take place, in UTC. What is not to the
letter of RFC 5545 ends the run: line ends, lengths, properties that must be there or be there once."""

import sys
from datetime import date, datetime, timezone

from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar

TIMES = 40
ONCE = "UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION LOCATION URL STATUS SEQUENCE CREATED LAST-MODIFIED RRULE".split()


def bytes_are_to_the_letter(data):
    assert data.endswith(b"\r\n"), "the last line has no end"
    assert data.replace(b"\r\n", b"").count(b"\n") == data.replace(b"\r\n", b"").count(b"\r") == 0, "bare line ends"
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, f"longer than 75 octets: {line}"
        line.decode("utf-8")  # folded between characters


def instant(value):
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%MZ")
    return value.isoformat()


def times(event):
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start]
    moment = start if isinstance(start, datetime) else datetime(start.year, start.month, start.day)
    rules = rruleset()
    rules.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=moment))
    excepted = event.get("EXDATE", [])
    for group in excepted if isinstance(excepted, list) else [excepted]:
        for one in group.dts:
            rules.exdate(one.dt if isinstance(one.dt, datetime) else datetime(one.dt.year, one.dt.month, one.dt.day))
    found = [when for when, _ in zip(rules, range(TIMES))]
    return found if isinstance(start, datetime) else [date(when.year, when.month, when.day) for when in found]


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    bytes_are_to_the_letter(data)
    calendar = Calendar.from_ical(data.decode("utf-8"))
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"], path
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    events = calendar.walk("VEVENT")
    assert events, f"{path} has no events"
    uids = [str(event["UID"]) for event in events]
    assert len(uids) == len(set(uids)), f"{path}: one UID twice"
    for event in events:
        assert not event.errors, f"{path}: {event.errors}"
        for name in ONCE:
            assert not isinstance(event.get(name), list), f"{path}: {name} twice"
        for name in ("UID", "DTSTAMP", "DTSTART"):
            assert name in event, f"{path}: no {name}"
        zone = event["DTSTART"].params.get("TZID")
        assert zone is None or zone in zones, f"{path}: no VTIMEZONE for {zone}"
        if "DTEND" in event:
            assert event["DTEND"].dt > event["DTSTART"].dt, f"{path}: ends before it begins"
        for when in times(event):
            print(event["UID"], event["STATUS"] if "STATUS" in event else "", instant(when))
