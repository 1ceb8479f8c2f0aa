import type { DayOfDecisions } from "@/lib/contracts/activity";

type Effect = "allow" | "deny" | "require_approval";
export interface EffectCount {
  day: string;
  effect: Effect;
  count: number;
}

const DAY_MILLISECONDS = 86_400_000;

/** The last `count` days (UTC) as YYYY-MM-DD, oldest first, the last being that of `end`. */
export function daysUntil(end: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(end.getTime() - (count - 1 - index) * DAY_MILLISECONDS).toISOString().slice(0, 10),
  );
}

/** One row for each day, also where nothing was decided. */
export function filledDays(days: readonly string[], counts: readonly EffectCount[]): DayOfDecisions[] {
  const rows = new Map(days.map((day) => [day, { day, allow: 0, deny: 0, require_approval: 0 }]));
  for (const { day, effect, count } of counts) {
    const row = rows.get(day);
    if (row) row[effect] += count;
  }
  return [...rows.values()];
}
