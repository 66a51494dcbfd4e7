// Reads calendars with ical.js and prints when their events take place, in UTC by the rules of the
// calendar's own VTIMEZONE. What it can't read ends the run.
const fs = require("fs");
const ICAL = require("ical.js").default ?? require("ical.js");

const TIMES = 40;
ICAL.design.strict = true;

const instant = (time) =>
  time.isDate
    ? time.toString()
    : new Date(time.toUnixTime() * 1000).toISOString().replace(/:\d\d\.\d+Z$/, "Z");

for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(path, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length === 0) throw new Error(`${path} has no events`);
  for (const component of events) {
    const event = new ICAL.Event(component);
    for (const property of component.getAllProperties()) {
      for (const value of property.getValues()) {
        if (value instanceof ICAL.Time && Number.isNaN(value.toUnixTime())) throw new Error(`${path}: ${property}`);
      }
    }
    const times = event.iterator();
    const most = event.isRecurring() ? TIMES : 1;
    for (let i = 0, time; i < most && (time = times.next()); i++) {
      console.log(event.uid, component.getFirstPropertyValue("status") ?? "", instant(time));
    }
  }
}
