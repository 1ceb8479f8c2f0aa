import type { Instant } from "./instant";
import { WEEKDAYS, type Weekday } from "./operators";

/** Local time of day and weekday somewhere. */
export interface LocalTime {
  /** 0 to 1439. */
  readonly minuteOfDay: number;
  readonly weekday: Weekday;
}

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;
const ZONES_KEPT = 1024;
const MINUTES_KEPT = 4096;
/** Since then every zone's offset and every change of it falls on a whole minute, so a minute is uniform. */
const WHOLE_MINUTES_SINCE = Date.UTC(1975, 0, 1) / 1000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly byMinute: Map<number, LocalTime>;
}

const zones = new Map<string, Zone>();

function findZone(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = makeZone(name);
  // Names that do not exist are not kept, and names have many spellings in upper and lower case: neither a
  // stream of wrong ones nor of odd ones fills the memory.
  if (zones.size >= ZONES_KEPT) zones.clear();
  if (zone !== null) zones.set(name, zone);
  return zone;
}

function makeZone(name: string): Zone | null {
  if (!ZONE_NAME.test(name)) return null;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    return { format, byMinute: new Map() };
  } catch {
    return null;
  }
}

/** Whether a name is an IANA time zone that this runtime knows; offsets such as `+02:00` are none. */
export function isZone(name: string): boolean {
  return findZone(name) !== null;
}

/** Minutes since midnight of a strict 24-hour `HH:MM`, or null. */
export function parseTimeOfDay(text: string): number | null {
  const found = TIME_OF_DAY.exec(text);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

/**
 * The local time of an instant in a zone.
 * @param zoneName an IANA name, as `isZone` accepts
 * @returns null where the zone is not known
 */
export function localTime(instant: Instant, zoneName: string): LocalTime | null {
  const zone = findZone(zoneName);
  if (zone === null) return null;
  if (instant.seconds < WHOLE_MINUTES_SINCE) return formatLocalTime(zone, instant.seconds);
  const minute = Math.floor(instant.seconds / 60);
  const known = zone.byMinute.get(minute);
  if (known !== undefined) return known;
  const local = formatLocalTime(zone, instant.seconds);
  if (zone.byMinute.size >= MINUTES_KEPT) zone.byMinute.clear();
  if (local !== null) zone.byMinute.set(minute, local);
  return local;
}

function formatLocalTime(zone: Zone, seconds: number): LocalTime | null {
  const parts = new Map<string, string>();
  for (const part of zone.format.formatToParts(new Date(seconds * 1000))) parts.set(part.type, part.value);
  const shortName = (parts.get("weekday") ?? "").toLowerCase();
  const weekday = WEEKDAYS.find((day) => day === shortName);
  if (weekday === undefined) return null;
  return { minuteOfDay: Number(parts.get("hour")) * 60 + Number(parts.get("minute")), weekday };
}
