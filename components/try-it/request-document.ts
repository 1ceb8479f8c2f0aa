import type { Json } from "@/lib/contracts/common";
import { type CheckRequest, checkRequest } from "@/lib/contracts/decisions";
import { type Fault, faultsOf } from "@/lib/contracts/faults";

export type AttributeKind = "text" | "number" | "yes_no" | "json";

/** One attribute as it is typed. */
export interface AttributeRow {
  id: string;
  name: string;
  kind: AttributeKind;
  text: string;
}

/** The request as the form holds it; the JSON beside it is made from this, and this from it. */
export interface RequestForm {
  agentId: string;
  onBehalfOf: string;
  action: string;
  resourceType: string;
  resourceId: string;
  resourceAttrs: readonly AttributeRow[];
  context: readonly AttributeRow[];
  /** Members that the form has no field for (action_attrs, approval_id, another subject type); kept as they came. */
  rest: { readonly [name: string]: Json };
}

export const EMPTY_FORM: RequestForm = {
  agentId: "",
  onBehalfOf: "",
  action: "",
  resourceType: "",
  resourceId: "",
  resourceAttrs: [],
  context: [],
  rest: {},
};

type Members = { [name: string]: Json };

/** The request's JSON in the order in which people read it; empty fields are left out. */
export function documentOf(form: RequestForm): Members {
  const attrs = attributesOf(form.resourceAttrs);
  const context = attributesOf(form.context);
  return {
    ...(form.agentId === ""
      ? {}
      : { subject_type: form.rest.subject_type ?? "agent", subject_id: form.agentId }),
    ...(form.onBehalfOf === "" ? {} : { on_behalf_of_user_id: form.onBehalfOf }),
    action: form.action,
    resource: {
      type: form.resourceType,
      ...(form.resourceId === "" ? {} : { id: form.resourceId }),
      ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    },
    ...(Object.keys(context).length === 0 ? {} : { context }),
    ...without(form.rest, "subject_type"),
  };
}

/** The form of a request's JSON. What the form cannot show is kept in `rest`. */
export function formOf(document: Members): RequestForm {
  const { subject_id, on_behalf_of_user_id, action, resource, context, ...rest } = document;
  const about = isMembers(resource) ? resource : {};
  const plainSubject = rest.subject_type === "agent" || subject_id === undefined;
  return {
    agentId: textOf(subject_id),
    onBehalfOf: textOf(on_behalf_of_user_id),
    action: textOf(action),
    resourceType: textOf(about.type),
    resourceId: textOf(about.id),
    resourceAttrs: rowsOf(about.attrs),
    context: rowsOf(context),
    rest: plainSubject ? without(rest, "subject_type") : rest,
  };
}

export type ReadText =
  | { kind: "request"; document: Members }
  | { kind: "fault"; fault: "noObject" }
  | { kind: "fault"; fault: "notYet"; why: string };

/** What stands in the JSON view. */
export function readText(text: string): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: "fault", fault: "notYet", why: error instanceof Error ? error.message : "" };
  }
  return isMembers(value) ? { kind: "request", document: value } : { kind: "fault", fault: "noObject" };
}

export type Judged = { kind: "request"; request: CheckRequest } | { kind: "faults"; faults: Fault[] };

/** Whether the request can be asked, by the schema that the server uses. */
export function judgeRequest(document: Members): Judged {
  const result = checkRequest.safeParse(document);
  if (result.success) return { kind: "request", request: document as CheckRequest };
  return { kind: "faults", faults: faultsOf(result.error) };
}

/** The value of a typed attribute; text that is no number or no JSON stays text, so that nothing typed is lost. */
export function typedValue({ kind, text }: Pick<AttributeRow, "kind" | "text">): Json {
  if (kind === "yes_no") return text === "true";
  if (kind === "number") return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  if (kind === "text") return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** What is wrong with an attribute, by its key in the messages. */
export function attributeFault({ kind, text }: AttributeRow): "noNumber" | "noJson" | null {
  if (kind === "number" && typeof typedValue({ kind, text }) !== "number") return "noNumber";
  if (kind !== "json") return null;
  try {
    JSON.parse(text);
    return null;
  } catch {
    return "noJson";
  }
}

function attributesOf(rows: readonly AttributeRow[]): Members {
  return Object.fromEntries(rows.filter((row) => row.name !== "").map((row) => [row.name, typedValue(row)]));
}

function rowsOf(attributes: Json | undefined): AttributeRow[] {
  if (!isMembers(attributes)) return [];
  return Object.entries(attributes).map(([name, value], index) => ({
    id: `${index}`,
    name,
    ...typedOf(value),
  }));
}

function typedOf(value: Json): Pick<AttributeRow, "kind" | "text"> {
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number") return { kind: "number", text: String(value) };
  if (typeof value === "boolean") return { kind: "yes_no", text: String(value) };
  return { kind: "json", text: JSON.stringify(value) };
}

const textOf = (value: Json | undefined) => (typeof value === "string" ? value : "");

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function without(members: { readonly [name: string]: Json }, name: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([member]) => member !== name));
}
