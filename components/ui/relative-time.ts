const STEPS: ReadonlyArray<{ unit: Intl.RelativeTimeFormatUnit; seconds: number }> = [
  { unit: "year", seconds: 31_557_600 },
  { unit: "month", seconds: 2_629_800 },
  { unit: "week", seconds: 604_800 },
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
];

/** A letter alone is no unit to read: Spanish shortens months to "m", years to "a". */
const NEVER_SHORT: ReadonlySet<string> = new Set(["month", "year"]);

/** How far a clock may run before another and still tell of the same moment. */
const CLOCKS_DIFFER_SECONDS = 5;

/** Seconds from now (negative: past) in words; below a minute it says the words for "just now" or "in under a minute". */
export function relativeTime(
  offsetSeconds: number,
  locale: string,
  words: { now: string; soon: string },
): string {
  const distance = Math.abs(offsetSeconds);
  const step = STEPS.find(({ seconds }) => distance >= seconds);
  // What the server has just recorded lies a moment ahead of a reader's clock that is late, and is not to come.
  if (!step) return offsetSeconds > CLOCKS_DIFFER_SECONDS ? words.soon : words.now;
  const amount = Math.trunc(offsetSeconds / step.seconds);
  const isSpanish = locale.startsWith("es");
  const style = isSpanish && NEVER_SHORT.has(step.unit) ? "long" : "short";
  const text = new Intl.RelativeTimeFormat(locale, { numeric: "always", style }).format(amount, step.unit);
  // "dentro de" reads as "inside" beside a figure, and is longer.
  return isSpanish ? text.replace(/^dentro de /, "en ") : text;
}

/** How long the present words stay true, in milliseconds, so that a clock ticks no oftener than it must. */
export function nextTickMs(offsetSeconds: number): number {
  const distance = Math.abs(offsetSeconds);
  if (distance < 3_600) return 10_000;
  return distance < 86_400 ? 60_000 : 3_600_000;
}

/** Time left as a clock: "4:09", "1:02:30"; never below zero. */
export function countdownText(secondsLeft: number): string {
  const whole = Math.max(0, Math.ceil(secondsLeft));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
