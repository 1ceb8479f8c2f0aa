/**
 * A point in time at full precision. `seconds` are whole seconds since 1970 (UTC, leap seconds not counted),
 * `fraction` the decimal digits after them without trailing zeros, so that instants compare exactly.
 */
export interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const DAY_SECONDS = 86_400;

/**
 * Parses an RFC 3339 date-time (section 5.6), nothing looser: offset required, calendar checked. Second 60
 * stands only where section 5.7 lets a leap second be, at 23:59:60 UTC on the last day of June or December,
 * and is the instant that the next day begins (POSIX).
 * @returns the instant, or null where the text is none
 */
export function parseInstant(text: string): Instant | null {
  const found = RFC3339.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as Six;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  const offset = parseOffset(found[8], found[9], found[10]);
  if (offset === null) return null;
  const midnight = daysFromEpoch(year, month, day) * DAY_SECONDS;
  const seconds = midnight + hour * 3600 + minute * 60 + second - offset;
  if (second === 60 && !followsLeapSecond(seconds)) return null;
  return { seconds, fraction: trimZeros(found[7] ?? "") };
}

type Six = [number, number, number, number, number, number];

function parseOffset(sign: string | undefined, hours = "", minutes = ""): number | null {
  if (sign === undefined) return 0;
  const hour = Number(hours);
  const minute = Number(minutes);
  if (hour > 23 || minute > 59) return null;
  return (hour * 3600 + minute * 60) * (sign === "-" ? -1 : 1);
}

function followsLeapSecond(seconds: number): boolean {
  const date = new Date(seconds * 1000);
  const firstOfHalfYear = date.getUTCDate() === 1 && date.getUTCMonth() % 6 === 0;
  return firstOfHalfYear && seconds % DAY_SECONDS === 0;
}

function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; `Date.UTC` would move years 0 to 99. */
function daysFromEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * Orders two instants.
 * @returns a negative number, zero or a positive number, as for `Array.prototype.sort`
 */
export function compareInstants(a: Instant, b: Instant): number {
  if (a.seconds !== b.seconds) return a.seconds - b.seconds;
  // Without trailing zeros, decimal fractions order as strings: a prefix is the smaller number.
  return a.fraction < b.fraction ? -1 : a.fraction > b.fraction ? 1 : 0;
}
