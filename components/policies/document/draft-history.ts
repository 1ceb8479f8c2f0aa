import type { JsonObject, JsonValue } from "@/lib/policy";
import { isObject } from "./builder-node";
import { formatJson } from "./format-json";
import { locateJson } from "./json-places";

/** Why the text of the JSON view is no document at present. */
export interface TextFault {
  readonly offset: number;
  readonly message: string;
}

/**
 * A policy while it is edited. There is one document; the form, the builder and the JSON are views of it. `text` holds
 * what was typed in the JSON view for as long as no other view has changed the document.
 */
export interface Draft {
  readonly document: JsonObject;
  readonly text: string | null;
  readonly textFault: TextFault | null;
  readonly past: readonly JsonObject[];
  readonly future: readonly JsonObject[];
  /** What was edited last and when, so that typing one word is one step back. */
  readonly last: { readonly place: string; readonly at: number } | null;
  /** JSON Pointers of what has been edited; the empty one stands for the whole document. */
  readonly touched: ReadonlySet<string>;
}

export type DraftAction =
  | { type: "edit"; document: JsonObject; place: string; at: number }
  | { type: "type"; text: string; at: number }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "discard-text" }
  | { type: "load"; document: JsonObject };

const MOST_STEPS = 200;
const SAME_STEP_MS = 900;

export function newDraft(document: JsonObject): Draft {
  return {
    document,
    text: null,
    textFault: null,
    past: [],
    future: [],
    last: null,
    touched: new Set(),
  };
}

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case "edit":
      return { ...step(draft, action.document, action.place, action.at), text: null, textFault: null };
    case "type":
      return typed(draft, action.text, action.at);
    case "undo":
      return travel(draft, "past", "future");
    case "redo":
      return travel(draft, "future", "past");
    case "discard-text":
      return { ...draft, text: null, textFault: null };
    case "load":
      return newDraft(action.document);
  }
}

/** What the JSON view shows. */
export function draftText(draft: Draft): string {
  return draft.text ?? formatJson(draft.document);
}

function step(draft: Draft, document: JsonObject, place: string, at: number): Draft {
  const { last } = draft;
  const goesOn =
    last !== null && last.place === place && at - last.at < SAME_STEP_MS && draft.past.length > 0;
  return {
    ...draft,
    document,
    past: goesOn ? draft.past : [...draft.past, draft.document].slice(-MOST_STEPS),
    future: [],
    last: { place, at },
    touched: draft.touched.has(place) ? draft.touched : new Set([...draft.touched, place]),
  };
}

function typed(draft: Draft, text: string, at: number): Draft {
  const located = locateJson(text);
  if (located.kind === "broken") return { ...draft, text, textFault: located };
  const json = JSON.parse(text) as JsonValue;
  if (!isObject(json)) return { ...draft, text, textFault: { offset: 0, message: "A policy is an object." } };
  // Spaces and line breaks are the typist's own and no change of the document.
  const same = formatJson(json) === formatJson(draft.document);
  return { ...(same ? draft : step(draft, json, "", at)), text, textFault: null };
}

function travel(draft: Draft, from: "past" | "future", to: "past" | "future"): Draft {
  const document = draft[from].at(-1);
  if (document === undefined) return draft;
  return {
    ...draft,
    document,
    [from]: draft[from].slice(0, -1),
    [to]: [...draft[to], draft.document],
    text: null,
    textFault: null,
    last: null,
  };
}
