import * as z from "zod";
import type { FaultCode } from "./fault-codes";

/** What is wrong with one place of what was sent. */
export const fault = z.object({
  pointer: z.string().meta({
    description: "JSON Pointer (RFC 6901) into the body, or the name of a query parameter after `?`.",
  }),
  message: z.string(),
  code: z.string().optional().meta({
    description: "Which sentence it is: stable, for programs and for saying it in another language.",
  }),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .meta({ description: "What fills the gaps of that sentence." }),
});
export type Fault = z.infer<typeof fault>;

interface Coded {
  code?: FaultCode;
  params?: Record<string, string | number>;
}

type CodedFault = Coded & { pointer: string; message: string };

/** Sentences of our own formats: zod hands on nothing of them but what they say. */
export const FORMAT_SENTENCES = {
  dotted_name: "must be words joined by dots",
  role_name: "must be lower-case letters, digits and underscores, starting with a letter",
} as const;
/** Of an issue with a value that no column or hash has room for. */
export const UNSTORABLE = { code: "unstorable" } as const;
const ID_PATTERN = /^\/\^(\w+)_\[A-Za-z0-9\]\+\$\/$/;

/** The faults of what a schema refuses, each member that it does not know by itself; pointers come behind `prefix`. */
export function faultsOf(error: z.ZodError, prefix = ""): CodedFault[] {
  return error.issues.flatMap((issue): CodedFault[] => {
    if (issue.code !== "unrecognized_keys") {
      return [{ pointer: prefix + pointer(issue.path), message: issue.message, ...codeOf(issue) }];
    }
    return issue.keys.map((key) => ({
      pointer: prefix + pointer([...issue.path, key]),
      message: "is not known here",
      code: "unknown_member",
    }));
  });
}

/** A JSON Pointer (RFC 6901) from a path of zod's. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function codeOf(issue: z.core.$ZodIssue): Coded {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && issue.message.endsWith("received undefined")
        ? { code: "required" }
        : { code: "wrong_type", params: { expected: issue.expected } };
    case "invalid_value":
      return { code: "choice", params: { choices: issue.values.map(String).join(", ") } };
    case "invalid_format":
      return formatOf(issue);
    case "too_small":
    case "too_big":
      return boundOf(issue);
    case "custom":
      return issue.params?.code === UNSTORABLE.code ? UNSTORABLE : {};
    default:
      return {};
  }
}

function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Coded {
  const kind = issue.origin === "string" ? "text" : issue.origin === "array" ? "list" : "number";
  if (issue.code === "too_big") return { code: `${kind}_at_most`, params: { most: Number(issue.maximum) } };
  const least = Number(issue.minimum);
  return kind !== "number" && least === 1
    ? { code: "empty" }
    : { code: `${kind}_at_least`, params: { least } };
}

function formatOf({ format, message, pattern }: z.core.$ZodIssueInvalidStringFormat): Coded {
  if (format !== "regex") return { code: "format", params: { format } };
  if (message === FORMAT_SENTENCES.dotted_name) return { code: "dotted_name" };
  if (message === FORMAT_SENTENCES.role_name) return { code: "role_name" };
  const prefix = ID_PATTERN.exec(pattern ?? "")?.[1];
  return prefix === undefined ? {} : { code: "id", params: { prefix } };
}
