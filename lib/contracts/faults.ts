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
  code: FaultCode;
  params?: Record<string, string | number>;
}

type CodedFault = Coded & { pointer: string; message: string };

/** What a check of our own says where it fails, and which sentence that is. */
export const says = (message: string, code: FaultCode, params?: Coded["params"]) => ({
  message,
  params: params ? { code, params } : { code },
});

/** Formats of our own: zod hands on the pattern that a text does not fit, so that is what they are known by. */
export const FORMATS = {
  base64url: { pattern: /^[A-Za-z0-9_-]+$/, sentence: "must be base64url" },
  dotted_name: {
    pattern: /^[A-Za-z0-9_:/-]+(\.[A-Za-z0-9_:/-]+)*$/,
    sentence: "must be words joined by dots",
  },
  role_name: {
    pattern: /^[a-z][a-z0-9_]{0,63}$/,
    sentence: "must be lower-case letters, digits and underscores, starting with a letter",
  },
} as const satisfies Partial<Record<FaultCode, { pattern: RegExp; sentence: string }>>;
const FORMAT_CODES = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
const ID_PATTERN = /^\/\^(\w+)_\[A-Za-z0-9\]\+\$\/$/;

/** The faults of what a schema refuses, each member that it does not know by itself; pointers come behind `prefix`. */
export function faultsOf(error: z.ZodError, prefix = ""): CodedFault[] {
  return error.issues.flatMap((issue): CodedFault[] => {
    if (issue.code !== "unrecognized_keys") {
      const coded = codeOf(issue);
      return [{ pointer: prefix + pointer(issue.path), message: messageOf(issue, coded), ...coded }];
    }
    return issue.keys.map((key) => ({
      pointer: prefix + pointer([...issue.path, key]),
      message: "is not known here",
      code: "unknown_member",
    }));
  });
}

/** What zod says where a schema of ours says nothing itself: names of types and of functions, which no reader asked for. */
const ZODS_OWN = /^(Invalid|Too (big|small)|Unrecognized)\b/;

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};
const FORMAT_NAMES: Readonly<Record<string, string>> = {
  datetime: "a date, a time and its zone (RFC 3339)",
  url: "a whole web address",
  email: "an e-mail address",
};

/** In English for whoever calls the API; the console says the code in the reader's language. */
function messageOf({ message }: z.core.$ZodIssue, { code, params = {} }: Coded): string {
  if (!ZODS_OWN.test(message)) return message;
  switch (code) {
    case "required":
      return "is needed";
    case "wrong_type":
      return `must be ${KINDS[`${params.expected}`] ?? "of another kind"}`;
    case "choice":
      return `must be one of ${params.choices}`;
    case "empty":
      return "must not be empty";
    case "text_at_least":
      return `must have at least ${params.least} characters`;
    case "text_at_most":
      return `must have at most ${params.most} characters`;
    case "list_at_least":
      return `must have at least ${params.least} members`;
    case "list_at_most":
      return `must have at most ${params.most} members`;
    case "number_at_least":
      return `must be at least ${params.least}`;
    case "number_at_most":
      return `must be at most ${params.most}`;
    case "id":
      return `must be an id that starts with ${params.prefix}_`;
    case "format":
      return `must be ${FORMAT_NAMES[`${params.format}`] ?? "written as its format says"}`;
    case "member_name":
      return "is no name that can be used here";
    default:
      return "cannot be used here";
  }
}

/** A JSON Pointer (RFC 6901) from a path of zod's. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Of what no schema of ours can raise, which a test holds. */
const UNUSABLE: Coded = { code: "unusable" };

/** Which sentence an issue of zod's is. */
export function codeOf(issue: z.core.$ZodIssue): Coded {
  switch (issue.code) {
    case "unrecognized_keys":
      return { code: "unknown_member" };
    case "invalid_key":
      return { code: "member_name" };
    case "invalid_union":
      return unionOf(issue);
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
      return { ...UNUSABLE, ...issue.params };
    default:
      return UNUSABLE;
  }
}

/** What would have been taken in its place; else what is wrong with it as the first that it could have been. */
function unionOf(issue: z.core.$ZodIssueInvalidUnion): Coded {
  const options = "options" in issue ? issue.options : undefined;
  if (options) return { code: "choice", params: { choices: options.map(String).join(", ") } };
  const told = issue.errors.flatMap(([first]) => (first ? [codeOf(first)] : []));
  const choices = told.flatMap(({ code, params }) =>
    code === "choice" ? [params?.choices] : code === "id" ? [`${params?.prefix}_…`] : [],
  );
  if (choices.length === told.length) return { code: "choice", params: { choices: choices.join(", ") } };
  const other = { code: "wrong_type", params: { expected: "other" } } as const;
  return told.find(({ code }) => code !== other.code) ?? other;
}

function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Coded {
  const kind = issue.origin === "string" ? "text" : issue.origin === "array" ? "list" : "number";
  if (issue.code === "too_big") return { code: `${kind}_at_most`, params: { most: Number(issue.maximum) } };
  const least = Number(issue.minimum);
  return kind !== "number" && least === 1
    ? { code: "empty" }
    : { code: `${kind}_at_least`, params: { least } };
}

function formatOf({ format, pattern }: z.core.$ZodIssueInvalidStringFormat): Coded {
  if (format !== "regex") return { code: "format", params: { format } };
  const own = FORMAT_CODES.find((code) => String(FORMATS[code].pattern) === pattern);
  if (own) return { code: own };
  const prefix = ID_PATTERN.exec(pattern ?? "")?.[1];
  return prefix === undefined ? UNUSABLE : { code: "id", params: { prefix } };
}
