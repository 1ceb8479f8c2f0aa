import { type ClassValue, clsx } from "clsx";
import { withoutOverridden } from "./overridden-classes";

const KEPT_AT_MOST = 1000;
const joined = new Map<string, string>();

/** Joins class names; of two that set the same property the later one stands. */
export function cn(...classes: ClassValue[]): string {
  const all = clsx(classes);
  let left = joined.get(all);
  if (left === undefined) {
    left = withoutOverridden(all);
    if (joined.size >= KEPT_AT_MOST) joined.clear();
    joined.set(all, left);
  }
  return left;
}
