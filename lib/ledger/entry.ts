import { fromHex, toHex } from "./bytes";
import { type Canonical, canonicalJson, type JsonObject } from "./canonical";
import type { KnownEventType } from "./event-types";
import { type Hasher, LEAF_PREFIX } from "./hasher";

/** A known type, or one of a later version. */
export type EventType = KnownEventType | (string & {});

export const ACTOR_TYPES = ["agent", "user", "service", "system"] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

export interface Actor {
  readonly type: ActorType;
  readonly id: string;
}

/** One record of an organization's chain. Its canonical bytes are the truth; everything else is made from them. */
export interface Entry {
  readonly v: 1;
  readonly org: string;
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** RFC 3339, UTC, milliseconds, `Z`; never earlier than the entry before. */
  readonly time: string;
  readonly type: EventType;
  readonly actor: Actor;
  readonly data: JsonObject;
  /** Hash of the entry before, 64 lower-case hex digits; `NO_ENTRY_HASH` for `seq` 1. */
  readonly prev: string;
}

/** What `prev` says in the first entry of a chain. */
export const NO_ENTRY_HASH = "0".repeat(64);

const HASH_HEX = /^[0-9a-f]{64}$/;
const TYPE = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/;
const TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const MEMBERS = ["actor", "data", "org", "prev", "seq", "time", "type", "v"];

/** Whether `text` spells a hash: 64 lower-case hex digits. */
export function isHashHex(text: unknown): text is string {
  return typeof text === "string" && HASH_HEX.test(text);
}

/** Whether `text` is a dotted event type, known or not. */
export function isEventType(text: unknown): text is EventType {
  return typeof text === "string" && TYPE.test(text);
}

/** Whether `text` is a time as entries spell it; such times compare as strings. */
export function isEntryTime(text: unknown): text is string {
  return typeof text === "string" && TIME.test(text);
}

/** Whether `value` is an actor: a known kind and an id that is not empty, and nothing more. */
export function isActor(value: unknown): value is Actor {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  return ACTOR_TYPES.some((type) => type === value.type) && typeof value.id === "string" && value.id !== "";
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Canonical text of an entry, or why it has none (see `canonicalJson`). */
export function canonicalEntry(entry: Entry): Canonical {
  return canonicalJson(entry);
}

/**
 * Hash of an entry: SHA-256(0x00 ‖ canonical bytes), RFC 6962's leaf hash.
 *
 * @param text the canonical text as stored; it is hashed as it stands and not canonicalised again.
 */
export function hashEntry(hasher: Hasher, text: string): Uint8Array {
  return hasher.sha256Text(LEAF_PREFIX, text);
}

/** `hashEntry` in hex, as `prev` and the exports spell it. */
export function hashEntryHex(hasher: Hasher, text: string): string {
  return toHex(hashEntry(hasher, text));
}

/** Bytes of a hash that `isHashHex` accepts; null for any other text. */
export function hashFromHex(text: string): Uint8Array | null {
  return HASH_HEX.test(text) ? fromHex(text) : null;
}

export type ParsedEntry =
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "malformed"; readonly sentence: string };

/**
 * Reads an entry from its stored text. Says nothing about canonical form, hash or place in the chain.
 *
 * @returns the entry when it has exactly the eight members, each of its kind; else a sentence naming the first fault.
 */
export function parseEntry(text: string): ParsedEntry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "malformed", sentence: "It is not JSON." };
  }
  const fault = entryFault(value);
  return fault === null ? { kind: "entry", entry: value as Entry } : { kind: "malformed", sentence: fault };
}

function entryFault(value: unknown): string | null {
  if (!isObject(value)) return "It is not an object.";
  if (value.v !== 1)
    return `Its version is ${JSON.stringify(value.v) ?? "missing"}; this verifier knows version 1.`;
  if (typeof value.org !== "string" || value.org === "") return "Its organization is missing.";
  if (!Number.isSafeInteger(value.seq) || Number(value.seq) < 1) return "Its seq is not a positive integer.";
  if (!isEntryTime(value.time)) return "Its time is not RFC 3339 in UTC with milliseconds.";
  if (!isEventType(value.type)) return "Its type is not a dotted name.";
  if (!isActor(value.actor)) return "Its actor is not a known kind with an id.";
  if (!isObject(value.data)) return "Its data is not an object.";
  if (!isHashHex(value.prev)) return "Its prev is not 64 lower-case hex digits.";
  const extra = Object.keys(value).find((name) => !MEMBERS.includes(name));
  return extra === undefined ? null : `It has a member that entries do not have: ${JSON.stringify(extra)}.`;
}
