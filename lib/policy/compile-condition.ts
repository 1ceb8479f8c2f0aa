import { compileTest } from "./compile-test";
import type { Evaluate } from "./evaluate";
import { isGroup } from "./is-group";
import { FALSE, type Kleene, kleeneNot, TRUE } from "./kleene";
import type { Condition, GroupCondition } from "./types";

const always: Evaluate = () => TRUE;
const never: Evaluate = () => FALSE;

/** Compiles a condition to nested closures: all look-ups, parsing and dispatch are done once, here. */
export function compile(condition: Condition): Evaluate {
  if (typeof condition === "boolean") return condition ? always : never;
  return isGroup(condition) ? compileGroup(condition) : compileTest(condition);
}

function compileGroup({ op, args }: GroupCondition): Evaluate {
  const parts = args.map(compile);
  const [first, second] = parts;
  if (first === undefined) return op === "or" ? never : always;
  if (op === "not") return (ctx) => kleeneNot(first(ctx));
  if (second === undefined) return first;
  if (parts.length === 2) return op === "and" ? both(first, second) : either(first, second);
  return op === "and" ? all(parts) : any(parts);
}

function both(first: Evaluate, second: Evaluate): Evaluate {
  return (ctx) => {
    const value = first(ctx);
    if (value === FALSE) return FALSE;
    const other = second(ctx);
    return Math.min(other, value) as Kleene;
  };
}

function either(first: Evaluate, second: Evaluate): Evaluate {
  return (ctx) => {
    const value = first(ctx);
    if (value === TRUE) return TRUE;
    const other = second(ctx);
    return Math.max(other, value) as Kleene;
  };
}

function all(parts: readonly Evaluate[]): Evaluate {
  return (ctx) => {
    let least: Kleene = TRUE;
    for (const part of parts) {
      const value = part(ctx);
      if (value === FALSE) return FALSE;
      if (value < least) least = value;
    }
    return least;
  };
}

function any(parts: readonly Evaluate[]): Evaluate {
  return (ctx) => {
    let most: Kleene = FALSE;
    for (const part of parts) {
      const value = part(ctx);
      if (value === TRUE) return TRUE;
      if (value > most) most = value;
    }
    return most;
  };
}
