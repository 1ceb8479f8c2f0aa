import "server-only";
import type { ComplianceRow, ComplianceStatus, Evidence, Gap } from "@/lib/contracts/compliance";
import type { Facts } from "./facts";

/** Writes one requirement's row from the facts. */
export type Requirement = (facts: Facts) => ComplianceRow;

export const count = (id: string, value: number, href: string | null = null): Evidence => ({
  id,
  value: { kind: "count", count: value },
  href,
});
export const share = (id: string, part: number, whole: number, href: string | null = null): Evidence => ({
  id,
  value: { kind: "share", part, whole },
  href,
});
export const instant = (id: string, at: Date | null, href: string | null = null): Evidence => ({
  id,
  value: { kind: "instant", at: at?.toISOString() ?? null },
  href,
});
export const duration = (id: string, seconds: number | null, href: string | null = null): Evidence => ({
  id,
  value: { kind: "duration", seconds: seconds === null ? null : Math.round(seconds) },
  href,
});
export const people = (id: string, found: { name: string; count: number }[]): Evidence => ({
  id,
  value: { kind: "people", people: found },
  href: null,
});

/** A gap, where there is one: a control that lacks altogether, or as many exceptions from it. */
export const gapIf = (missing: boolean | number, id: string, href: string | null = null): Gap[] => {
  const times = Number(missing);
  return times > 0 ? [{ id, count: times, href }] : [];
};

/** The log since the first day of the window, narrowed to what a figure counts. */
export function logOf({ since }: Facts, filter: Readonly<Record<string, string>>): string {
  return `/audit?${new URLSearchParams({ ...filter, from: `${since}T00:00:00.000Z` })}`;
}

/** `missing`: what the requirement cannot do without; `weak`: what leaves it met in part. */
export function statusOf(missing: readonly Gap[], weak: readonly Gap[]): ComplianceStatus {
  if (missing.length > 0) return "gap";
  return weak.length > 0 ? "partly" : "met";
}
