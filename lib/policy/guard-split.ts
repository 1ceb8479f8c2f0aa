import type { Guard, ScalarType } from "./guard";
import { compilePath, type Reader } from "./reader";
import type { Match, RuleSearch, SharedRules } from "./rule-search";

type MakeNode = (positions: readonly number[]) => RuleSearch;
type Scalar = string | number | boolean | null;

/** Rules by type of their guard's values: those for which a value of another type is unknown. */
type OpenByType = Record<ScalarType, number[]>;

/**
 * Rules divided by one guard. A value leads to the rules that name it (`buckets`), to those for which it is
 * of the wrong type and which match unknown (`open`), and to those without the guard (`rest`).
 */
export class GuardSplit implements RuleSearch {
  /** Positions noted in all; what the split costs in memory. */
  readonly size: number;
  readonly #read: Reader;
  readonly #mode: Guard["mode"];
  readonly #buckets = new Map<Scalar, RuleSearch>();
  readonly #mismatched: { readonly [Type in ScalarType]: RuleSearch | null };
  /** Every guarded rule that matches unknown. */
  readonly #open: RuleSearch | null;
  readonly #guarded: RuleSearch;
  readonly #rest: RuleSearch | null;

  constructor(shared: SharedRules, positions: readonly number[], key: string, makeNode: MakeNode) {
    const buckets = new Map<Scalar, number[]>();
    const openByType: OpenByType = { string: [], number: [], boolean: [] };
    const open: number[] = [];
    const guarded: number[] = [];
    const rest: number[] = [];
    let found: Guard | undefined;
    for (const position of positions) {
      const rule = shared.rules[position];
      const guard = rule?.guards.find((candidate) => candidate.key === key);
      if (guard === undefined) {
        rest.push(position);
        continue;
      }
      found = guard;
      guarded.push(position);
      for (const value of guard.values) append(buckets, value, position);
      if (rule?.matchesUnknown !== true) continue;
      open.push(position);
      if (guard.type !== "none") openByType[guard.type].push(position);
    }
    const node = (list: readonly number[]) => (list.length === 0 ? null : makeNode(list));
    let size = positions.length + open.length * 3;
    for (const [value, list] of buckets) {
      size += list.length;
      this.#buckets.set(value, makeNode(list));
    }
    this.size = size;
    this.#read = compilePath(found?.path ?? []);
    this.#mode = found?.mode ?? "is";
    this.#open = node(open);
    this.#mismatched = {
      string: node(merge(openByType.number, openByType.boolean)),
      number: node(merge(openByType.string, openByType.boolean)),
      boolean: node(merge(openByType.string, openByType.number)),
    };
    this.#guarded = makeNode(guarded);
    this.#rest = node(rest);
  }

  search(ctx: unknown, bound: Match): Match {
    const value = this.#read(ctx);
    const best = this.#searchGuarded(value, ctx, bound);
    return this.#rest === null ? best : this.#rest.search(ctx, best);
  }

  #searchGuarded(value: unknown, ctx: unknown, bound: Match): Match {
    if (this.#mode === "has") return this.#searchHas(value, ctx, bound);
    // A name that is no text is unknown, null included.
    if (this.#mode === "name" && typeof value !== "string") return this.#open?.search(ctx, bound) ?? bound;
    return this.#searchIs(value, ctx, bound);
  }

  #searchIs(value: unknown, ctx: unknown, bound: Match): Match {
    const type = scalarType(value);
    // Missing, a list, an object or no finite number: unknown to every guard.
    if (type === null) return this.#open?.search(ctx, bound) ?? bound;
    const best = this.#buckets.get(value as Scalar)?.search(ctx, bound) ?? bound;
    // Null compares with everything, so it is never of the wrong type.
    return type === "null" ? best : (this.#mismatched[type]?.search(ctx, best) ?? best);
  }

  #searchHas(value: unknown, ctx: unknown, bound: Match): Match {
    // A text may contain a literal as a part, which no bucket knows.
    if (typeof value === "string") return this.#guarded.search(ctx, bound);
    if (!Array.isArray(value)) return this.#open?.search(ctx, bound) ?? bound;
    let best = bound;
    for (const member of value) best = this.#searchIs(member, ctx, best);
    return best;
  }
}

function append(buckets: Map<Scalar, number[]>, value: Scalar, position: number): void {
  const list = buckets.get(value);
  if (list === undefined) buckets.set(value, [position]);
  else list.push(position);
}

function merge(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...a, ...b].sort((x, y) => x - y);
}

function scalarType(value: unknown): ScalarType | "null" | null {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isFinite(value) ? "number" : null;
    default:
      return value === null ? "null" : null;
  }
}
