import { type CompileTest, type Evaluate, literalText, unknown } from "./evaluate";
import { compareInstants, type Instant, parseInstant } from "./instant";
import { kleeneOf, TRUE, UNKNOWN } from "./kleene";
import type { ReadOperand } from "./operand";
import { compileReader } from "./reader";
import { localTime, parseTimeOfDay } from "./zone";

/** Compiles a comparison of two instants. */
export function onTimes(rule: (order: number) => boolean): CompileTest {
  return (a, b) => {
    const readA = instantReader(a);
    const readB = instantReader(b);
    return (ctx) => {
      const first = readA(ctx);
      const second = readB(ctx);
      return first === null || second === null ? UNKNOWN : kleeneOf(rule(compareInstants(first, second)));
    };
  };
}

/** Reads an operand as an instant; a literal is parsed once. */
function instantReader(operand: ReadOperand): (ctx: unknown) => Instant | null {
  if (operand.kind === "literal") {
    const instant = typeof operand.value === "string" ? parseInstant(operand.value) : null;
    return () => instant;
  }
  const read = compileReader(operand);
  return (ctx) => {
    const value = read(ctx);
    return typeof value === "string" ? parseInstant(value) : null;
  };
}

/** Compiles `time_between`. */
export function compileTimeBetween(
  time: ReadOperand,
  from: ReadOperand,
  [until, zone]: readonly ReadOperand[],
): Evaluate {
  const start = parseTimeOfDay(literalText(from) ?? "");
  const end = parseTimeOfDay(literalText(until) ?? "");
  const zoneName = zone === undefined ? "UTC" : literalText(zone);
  if (start === null || end === null || zoneName === null) return unknown;
  const read = instantReader(time);
  return (ctx) => {
    const instant = read(ctx);
    const local = instant === null ? null : localTime(instant, zoneName);
    if (local === null) return UNKNOWN;
    if (start === end) return TRUE;
    const since = local.minuteOfDay >= start;
    const ahead = local.minuteOfDay < end;
    return kleeneOf(start < end ? since && ahead : since || ahead);
  };
}

/** Compiles `weekday_in`. */
export function compileWeekdayIn(
  time: ReadOperand,
  days: ReadOperand,
  [zone]: readonly ReadOperand[],
): Evaluate {
  const zoneName = zone === undefined ? "UTC" : literalText(zone);
  if (zoneName === null || days.kind !== "literal" || !Array.isArray(days.value)) return unknown;
  const chosen = new Set<unknown>(days.value);
  const read = instantReader(time);
  return (ctx) => {
    const instant = read(ctx);
    const local = instant === null ? null : localTime(instant, zoneName);
    return local === null ? UNKNOWN : kleeneOf(chosen.has(local.weekday));
  };
}
