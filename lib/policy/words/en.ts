import { operatorSpec, type TestOperator } from "../operators";
import { formatReference, type ReferencePath } from "../reference";
import type { Scalar } from "../types";
import type { ActionPhrase, Joint, NounPhrase, PolicyWords, TestPhrase } from "./policy-words";
import { attributeName, nameWithinResource, quotedText, spacedWords, systemInitials } from "./spaced-words";

const OWNERS: Readonly<Record<string, string>> = {
  subject: "the agent",
  on_behalf_of: "the person acted for",
  action: "the action",
  resource: "the resource",
  approver: "the approver",
};
const ITSELF: Readonly<Record<string, string>> = {
  "ctx.subject.type": "the kind of caller",
  "ctx.on_behalf_of.type": "the kind of person acted for",
  "ctx.action.name": "the action",
  "ctx.resource.type": "the resource type",
  "ctx.resource.id": "the resource",
  "ctx.env.time": "the time",
  "ctx.env.region": "the region",
};
const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;
const VERBS: Readonly<Record<string, string>> = {
  access: "accesses",
  add: "adds",
  adjudicate: "adjudicates",
  admit: "admits",
  administer: "administers",
  approve: "approves",
  archive: "archives",
  assign: "assigns",
  book: "books",
  cancel: "cancels",
  close: "closes",
  create: "creates",
  delete: "deletes",
  discharge: "discharges",
  dispense: "dispenses",
  download: "downloads",
  edit: "edits",
  export: "exports",
  list: "lists",
  merge: "merges",
  order: "orders",
  pay: "pays",
  prescribe: "prescribes",
  print: "prints",
  query: "queries",
  read: "reads",
  refer: "refers",
  refill: "refills",
  remove: "removes",
  reschedule: "reschedules",
  review: "reviews",
  schedule: "schedules",
  search: "searches",
  send: "sends",
  share: "shares",
  sign: "signs",
  submit: "submits",
  transfer: "transfers",
  update: "updates",
  upload: "uploads",
  view: "views",
  write: "writes",
};
const PLURALS: Readonly<Record<string, string>> = {
  is: "are",
  does: "do",
  contains: "contain",
  shares: "share",
  starts: "start",
  ends: "end",
  matches: "match",
};

const own = (table: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** "a", "a or b", "a, b or c". */
function join(words: readonly string[], joint: Joint): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joint === "and" ? "and" : "or"} ${words.at(-1)}`;
}

const withArticle = (noun: string) => (/^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`);

function stage(roles: readonly string[], quorum: number): string {
  const names = roles.map(spacedWords);
  const [first = "person", ...others] = names;
  if (quorum === 1) return `by ${join([withArticle(first), ...others], "or")}`;
  const plurals = names.length === 0 ? ["people"] : names.map((name) => `${name}s`);
  return `by ${COUNTS[quorum] ?? quorum} ${join(plurals, "or")}`;
}

/** "EHR", "imaging system": what reads well behind "in the", whatever the name is. */
function systemName(system: string): string {
  const name = spacedWords(system);
  return systemInitials(system) ?? (/\bsystems?$/.test(name) ? name : `${name} system`);
}

function action(pattern: string): ActionPhrase {
  const segments = pattern.split(".");
  const last = segments.at(-1) ?? "";
  const [system = ""] = segments;
  if (pattern === "*") return { verb: "does anything", before: "with ", place: "" };
  const verb = own(VERBS, last);
  if (segments.length === 2 && verb !== undefined) {
    return { verb, before: "", place: system === "*" ? " in any system" : ` in the ${systemName(system)}` };
  }
  if (segments.length === 2 && last === "*" && system !== "*") {
    return { verb: `does anything in the ${systemName(system)}`, before: "with ", place: "" };
  }
  return { verb: `uses ${pattern}`, before: "on ", place: "" };
}

function resources(types: readonly string[]): string {
  const names = types.map((type) => {
    if (type === "*") return "resource of any type";
    return type.endsWith(".*") ? `${spacedWords(type.slice(0, -2))} of any kind` : spacedWords(type);
  });
  const [first = "", ...others] = names;
  return join([withArticle(first), ...others], "or");
}

/** Whether a noun reads as a plural, so that the verb agrees: "roles include", "status includes". */
const nounPhrase = (text: string): NounPhrase => ({ text, plural: /[^sui]s$/.test(text) });

/** "the agent's unit", "the purpose". */
function reference(path: ReferencePath): NounPhrase {
  const itself = own(ITSELF, formatReference(path));
  if (itself !== undefined) return nounPhrase(itself);
  const { root, name } = attributeName(path);
  const owner = own(OWNERS, root);
  if (owner === undefined) return nounPhrase(`the ${name || spacedWords(root)}`);
  return nounPhrase(name === "" || name === "id" ? owner : `${owner}'s ${name}`);
}

function whose(path: ReferencePath): NounPhrase | null {
  const name = nameWithinResource(path);
  return name === null ? null : nounPhrase(`whose ${name}`);
}

function scalar(value: Scalar): string {
  if (value === null) return "nothing";
  if (typeof value !== "string") return String(value);
  return value === "" ? "empty" : quotedText(value);
}

function verb({ op, denied, listed, plural }: TestPhrase): string {
  const spec = operatorSpec(op);
  const words = listed && isAffirmed(op, denied) ? "is" : denied ? spec.negated : spec.words;
  if (!plural) return words;
  const [first = "", ...rest] = words.split(" ");
  return [own(PLURALS, first) ?? first, ...rest].join(" ");
}

const isAffirmed = (op: TestOperator, denied: boolean) => (op === "in") !== denied;

/** "everything in the EHR", "every action", "ehr.read". */
function scope(pattern: string): string {
  if (pattern === "*") return "every action";
  const within = /^([^*]+)\.\*$/.exec(pattern)?.[1];
  if (within === undefined) return pattern;
  return `everything in ${within.includes(".") ? within : `the ${systemName(within)}`}`;
}

export const ENGLISH: PolicyWords = {
  effects: { allow: "Allow", deny: "Deny", require_approval: "Require approval" },
  always: "always",
  never: "never",
  weekdays: {
    mon: "Monday",
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    fri: "Friday",
    sat: "Saturday",
    sun: "Sunday",
  },
  noDay: "no day",
  emptyList: "an empty list",
  appliesWhenUnknown: "It applies as well when that cannot be told.",
  appliesNotWhenUnknown: "It does not apply when that cannot be told.",
  sentence: (effect, approvers, doing, when) =>
    `${[effect, approvers, "when an agent", doing].filter((part) => part !== "").join(" ")}${when}.`,
  stage,
  stages: (stages) => stages.join(", then "),
  action,
  resources,
  alternatives: (clauses) => clauses.join(", or "),
  condition: (words) => `, if ${words}`,
  join,
  more: (count) => `${count} more`,
  connective: { and: " and ", or: " or " },
  denied: {
    and: (members) => `not all of this holds (${members})`,
    or: (members) => `none of this holds (${members})`,
  },
  reference,
  whose,
  literalSubject: nounPhrase,
  scalar,
  verb,
  clause: (...parts) => parts.filter((part) => part !== "").join(" "),
  hours: (from, until) => `${from} and ${until}`,
  scope,
  anyResource: "any kind of resource",
  allowance: (what, where) => `${what} on ${where}`,
};
