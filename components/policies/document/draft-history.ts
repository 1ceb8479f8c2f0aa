import type { JsonObject, JsonValue } from "@/lib/policy";
import { isObject } from "./builder-node";
import { formatJson } from "./format-json";
import { type JsonFaultCode, locateJson } from "./json-places";

/** Why the text of the JSON view is no document at present. */
export interface TextFault {
  readonly offset: number;
  readonly code: JsonFaultCode | "policyObject";
}

/** What all views show at one moment. */
export interface Snapshot {
  readonly document: JsonObject;
  readonly text: string | null;
  readonly textFault: TextFault | null;
}

/**
 * A policy while it is edited. There is one document; the form, the builder and the JSON are views of it. `text` holds
 * what was typed in the JSON view for as long as no other view has changed the document. There is one history too: a
 * step back in any view is a step back in all of them, to the very text that stood there.
 */
export interface Draft extends Snapshot {
  readonly past: readonly Snapshot[];
  readonly future: readonly Snapshot[];
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
  | { type: "discard-text"; at: number }
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
      return step(draft, { document: action.document, text: null, textFault: null }, action.place, action.at);
    case "type":
      return typed(draft, action.text, action.at);
    case "undo":
      return travel(draft, "past", "future");
    case "redo":
      return travel(draft, "future", "past");
    case "discard-text":
      return step(draft, { document: draft.document, text: null, textFault: null }, "discard", action.at);
    case "load":
      return newDraft(action.document);
  }
}

/** What the JSON view shows. */
export function draftText(draft: Draft): string {
  return draft.text ?? formatJson(draft.document);
}

function snapshotOf({ document, text, textFault }: Draft): Snapshot {
  return { document, text, textFault };
}

function step(draft: Draft, next: Snapshot, place: string, at: number): Draft {
  const { last } = draft;
  const goesOn =
    last !== null && last.place === place && at - last.at < SAME_STEP_MS && draft.past.length > 0;
  return {
    ...draft,
    ...next,
    past: goesOn ? draft.past : [...draft.past, snapshotOf(draft)].slice(-MOST_STEPS),
    future: [],
    last: { place, at },
    touched: draft.touched.has(place) ? draft.touched : new Set([...draft.touched, place]),
  };
}

function typed(draft: Draft, text: string, at: number): Draft {
  const read = readText(text);
  if (read.kind === "broken") {
    return step(draft, { document: draft.document, text, textFault: read.fault }, "", at);
  }
  // Spaces and line breaks are the typist's own and no change of the document.
  const same = draft.textFault === null && formatJson(read.document) === formatJson(draft.document);
  if (same) return { ...draft, text };
  return step(draft, { document: read.document, text, textFault: null }, "", at);
}

function readText(text: string): { kind: "ok"; document: JsonObject } | { kind: "broken"; fault: TextFault } {
  const located = locateJson(text);
  if (located.kind === "broken") return { kind: "broken", fault: located };
  const json = JSON.parse(text) as JsonValue;
  if (isObject(json)) return { kind: "ok", document: json };
  return { kind: "broken", fault: { offset: 0, code: "policyObject" } };
}

function travel(draft: Draft, from: "past" | "future", to: "past" | "future"): Draft {
  const target = draft[from].at(-1);
  if (target === undefined) return draft;
  return {
    ...draft,
    ...target,
    [from]: draft[from].slice(0, -1),
    [to]: [...draft[to], snapshotOf(draft)],
    last: null,
  };
}
