import { isGroup } from "./is-group";
import { type ReadOperand, readOperand } from "./operand";
import { formatReference, type ReferencePath } from "./reference";
import type { Condition, Literal, Scalar, TestCondition } from "./types";

/**
 * A test that a condition cannot do without: where the guard is false, the whole condition is false, whatever
 * else holds. Where it is true or unknown, it says nothing.
 *
 * - `is`: false when the value at the path is a scalar that is null or of `type`, and is none of `values`.
 * - `name`: as `is`, but null is of no type; stands for a policy's resource types.
 * - `has`: false when the value at the path is a list of such scalars, none of which is one of `values`.
 */
export interface Guard {
  readonly mode: "is" | "name" | "has";
  readonly path: ReferencePath;
  /** Mode and path in one string; guards with the same key can share an index. */
  readonly key: string;
  readonly values: readonly Scalar[];
  /** The type of the values other than null, all of one type; "none" where there are no others. */
  readonly type: ScalarType | "none";
}

export type ScalarType = "string" | "number" | "boolean";

/** A policy is noted once for each value, so longer lists are not worth their memory. */
const MOST_VALUES = 64;

/**
 * The guards of a condition, at most one for each key.
 * @param denied the guards of the condition's negation instead
 */
export function findGuards(condition: Condition, denied = false): readonly Guard[] {
  if (typeof condition === "boolean") return [];
  if (!isGroup(condition)) return testGuards(condition, denied);
  if (condition.op === "not") return condition.args.flatMap((child) => findGuards(child, !denied));
  // De Morgan: a denied "or" is an "and" of denied parts, and the other way round.
  const every = (condition.op === "and") !== denied;
  const parts = condition.args.map((child) => findGuards(child, denied));
  return every ? oneForEachKey(parts.flat()) : commonGuards(parts);
}

function oneForEachKey(guards: readonly Guard[]): readonly Guard[] {
  const byKey = new Map<string, Guard>();
  for (const guard of guards) if (!byKey.has(guard.key)) byKey.set(guard.key, guard);
  return [...byKey.values()];
}

/** An "or" is false only where each of its parts is: a guard needs a counterpart in every part. */
function commonGuards(parts: readonly (readonly Guard[])[]): readonly Guard[] {
  const [first = [], ...others] = parts;
  return first.flatMap((guard) => {
    let union: Guard | null = guard;
    for (const part of others) {
      const other = part.find((candidate) => candidate.key === guard.key);
      union =
        union !== null && other !== undefined ? makeGuard(guard, [...union.values, ...other.values]) : null;
    }
    return union === null ? [] : [union];
  });
}

function testGuards({ op, args }: TestCondition, denied: boolean): readonly Guard[] {
  const [first, second] = args.map(readOperand);
  if (first === undefined || second === undefined) return [];
  if (op === (denied ? "neq" : "eq")) return either(first, second, "is", scalarOf);
  if (op === (denied ? "not_in" : "in"))
    return [...guard(first, second, "is", listOf), ...guard(second, first, "has", scalarOf)];
  if (denied) return [];
  if (op === "contains") return guard(first, second, "has", scalarOf);
  return op === "intersects" ? either(first, second, "has", listOf) : [];
}

type Values = (literal: Literal) => readonly Scalar[] | null;

const isList = (literal: Literal): literal is readonly Scalar[] => Array.isArray(literal);
const scalarOf: Values = (literal) => (isList(literal) ? null : [literal]);
const listOf: Values = (literal) => (isList(literal) ? literal : null);

function either(a: ReadOperand, b: ReadOperand, mode: Guard["mode"], values: Values): readonly Guard[] {
  return [...guard(a, b, mode, values), ...guard(b, a, mode, values)];
}

function guard(
  reference: ReadOperand,
  literal: ReadOperand,
  mode: Guard["mode"],
  values: Values,
): readonly Guard[] {
  if (reference.kind !== "reference" || literal.kind !== "literal") return [];
  const found = values(literal.value);
  if (found === null) return [];
  const { path } = reference;
  const made = makeGuard({ mode, path, key: `${mode} ${formatReference(path)}` }, found);
  return made === null ? [] : [made];
}

function makeGuard(place: Pick<Guard, "mode" | "path" | "key">, given: readonly Scalar[]): Guard | null {
  const values = [...new Set(given)];
  if (values.length > MOST_VALUES) return null;
  const types = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  if (types.size > 1) return null;
  const [type = "none"] = types as Set<ScalarType>;
  return { mode: place.mode, path: place.path, key: place.key, values, type };
}
