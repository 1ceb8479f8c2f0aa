import { describe, expect, it } from "vitest";
import { parseInstant } from "./instant";
import { isZone, localTime, parseTimeOfDay } from "./zone";

describe("localTime", () => {
  it.each<[string, string, string, string]>([
    ["2026-11-23T23:30:00Z", "UTC", "23:30", "mon"],
    ["2026-11-23T23:30:00Z", "Asia/Kolkata", "05:00", "tue"],
    ["2026-03-08T06:59:59Z", "America/New_York", "01:59", "sun"],
    ["2026-03-08T07:00:00Z", "America/New_York", "03:00", "sun"],
    ["2026-11-01T05:59:59Z", "America/New_York", "01:59", "sun"],
    ["2026-11-01T06:00:00Z", "America/New_York", "01:00", "sun"],
    ["2026-10-03T15:30:00Z", "Australia/Lord_Howe", "02:30", "sun"],
    ["2026-10-03T15:29:59Z", "Australia/Lord_Howe", "01:59", "sun"],
    ["1995-04-02T03:31:00Z", "America/St_Johns", "01:01", "sun"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "00:00", "sat"],
    ["1950-06-01T12:00:00Z", "Europe/Amsterdam", "13:00", "thu"],
  ])("%s in %s is %s on %s", (text, zone, time, weekday) => {
    const instant = parseInstant(text);
    const expected = { minuteOfDay: parseTimeOfDay(time), weekday };
    expect(instant && localTime(instant, zone)).toEqual(expected);
    // The second answer comes from what was kept of the first.
    expect(instant && localTime(instant, zone)).toEqual(expected);
  });

  it("knows no zone that does not exist", () => {
    expect(localTime({ seconds: 0, fraction: "" }, "Mars/Olympus")).toBeNull();
  });
});

it.each(["UTC", "Etc/GMT+5", "Europe/Berlin", "America/Argentina/Buenos_Aires", "America/Port-au-Prince"])(
  "isZone %s",
  (name) => {
    expect(isZone(name)).toBe(true);
  },
);

it.each(["", "Mars/Olympus", "+02:00", "-05", "Europe/", "Europe/Berlin ", "constructor", "__proto__"])(
  "not isZone %j",
  (name) => {
    expect(isZone(name)).toBe(false);
  },
);
