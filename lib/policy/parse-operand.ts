import { asList, asMembers, type Faults, member } from "./faults";
import { parseCidr } from "./ip-address";
import { isLongerThan } from "./json";
import { LIMITS } from "./limits";
import { type ArgumentKind, WEEKDAYS } from "./operators";
import { isReference, parseReference } from "./reference";
import type { Literal, Operand, Scalar } from "./types";
import { isZone, parseTimeOfDay } from "./zone";

type OperandKind = Exclude<ArgumentKind, "condition">;
type ParseArgument = (json: unknown, pointer: string, faults: Faults) => Operand | undefined;

const LIST_BOUNDS = { min: 0, max: LIMITS.listLength };

const PARSERS: Record<OperandKind, ParseArgument> = {
  value: parseValue,
  reference: parseReferenceArgument,
  regex: parseRegex,
  cidrs: parseCidrs,
  time_of_day: parseTime,
  weekdays: parseWeekdays,
  zone: parseZone,
};

/** Parses one argument of a test by its kind. */
export function parseArgument(
  kind: ArgumentKind,
  json: unknown,
  pointer: string,
  faults: Faults,
): Operand | undefined {
  return kind === "condition" ? undefined : PARSERS[kind](json, pointer, faults);
}

function parseValue(json: unknown, pointer: string, faults: Faults): Operand | undefined {
  if (typeof json === "string" && isReference(json)) return parseReferenceArgument(json, pointer, faults);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return parseLiteral(json, pointer, faults);
  }
  const members = asMembers(json, pointer, "operand", ["lit"], faults);
  if (members === undefined) return undefined;
  if (!Object.hasOwn(members, "lit")) {
    return faults.add(pointer, "operand");
  }
  const lit = parseLiteral(member(members, "lit"), `${pointer}/lit`, faults);
  return lit === undefined ? undefined : { lit };
}

function parseReferenceArgument(json: unknown, pointer: string, faults: Faults): string | undefined {
  if (typeof json !== "string" || !isReference(json)) {
    return faults.add(pointer, "reference");
  }
  if (isLongerThan(json, LIMITS.stringCharacters)) return tooLong(pointer, faults);
  if (parseReference(json) !== null) return json;
  return faults.add(pointer, "reference_malformed");
}

function parseLiteral(json: unknown, pointer: string, faults: Faults): Literal | undefined {
  if (!Array.isArray(json)) return parseScalar(json, pointer, faults);
  return asList(json, pointer, faults, LIST_BOUNDS, (item, at) => parseScalar(item, at, faults));
}

function parseScalar(json: unknown, pointer: string, faults: Faults): Scalar | undefined {
  if (json === null || typeof json === "boolean") return json;
  if (typeof json === "number") {
    return Number.isFinite(json) ? json : faults.add(pointer, "number_large");
  }
  if (typeof json !== "string") return faults.add(pointer, "scalar");
  return isLongerThan(json, LIMITS.stringCharacters) ? tooLong(pointer, faults) : json;
}

function tooLong(pointer: string, faults: Faults): undefined {
  return faults.add(pointer, "long_text", { most: LIMITS.stringCharacters });
}

/**
 * The text of an argument that has to be a literal: a reference there is a fault, since such an argument is
 * read once, when the policy is saved.
 */
function literalText(json: unknown): string | null {
  if (typeof json === "string") return isReference(json) ? null : json;
  if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
  const names = Object.keys(json);
  const lit: unknown = names.length === 1 ? Object.getOwnPropertyDescriptor(json, "lit")?.value : undefined;
  return typeof lit === "string" ? lit : null;
}

function asWritten(json: unknown, text: string): Operand {
  return typeof json === "string" ? text : { lit: text };
}

function parseRegex(json: unknown, pointer: string, faults: Faults): Operand | undefined {
  const text = literalText(json);
  if (text === null) return faults.add(pointer, "pattern_literal");
  if (isLongerThan(text, LIMITS.regexCharacters)) {
    return faults.add(pointer, "long_pattern", { most: LIMITS.regexCharacters });
  }
  if (faults.regex(text) === null) return faults.add(pointer, "regex");
  return asWritten(json, text);
}

function parseCidrs(json: unknown, pointer: string, faults: Faults): Operand | undefined {
  if (!Array.isArray(json)) return parseOneCidr(json, pointer, faults);
  return asList(json, pointer, faults, LIST_BOUNDS, (item, at) =>
    typeof item === "string" ? (parseOneCidr(item, at, faults) as string | undefined) : notCidr(at, faults),
  );
}

function parseOneCidr(json: unknown, pointer: string, faults: Faults): Operand | undefined {
  const text = literalText(json);
  return text === null || parseCidr(text) === null ? notCidr(pointer, faults) : asWritten(json, text);
}

function notCidr(pointer: string, faults: Faults): undefined {
  return faults.add(pointer, "network");
}

function parseTime(json: unknown, pointer: string, faults: Faults): Operand | undefined {
  const text = literalText(json);
  if (text === null || parseTimeOfDay(text) === null) {
    return faults.add(pointer, "time_of_day");
  }
  return asWritten(json, text);
}

function parseZone(json: unknown, pointer: string, faults: Faults): Operand | undefined {
  const text = literalText(json);
  if (text === null || !isZone(text)) {
    return faults.add(pointer, "zone");
  }
  return asWritten(json, text);
}

function parseWeekdays(json: unknown, pointer: string, faults: Faults): Operand | undefined {
  return asList(json, pointer, faults, LIST_BOUNDS, (item, at) => {
    const day = WEEKDAYS.find((name) => name === item);
    return day ?? faults.add(at, "choice", { choices: WEEKDAYS.join(", ") });
  });
}
