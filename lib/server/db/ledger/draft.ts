import "server-only";
import crypto from "node:crypto";
import { canonicalJson, type JsonObject, type PreparedDraft, prepareDraft } from "@/lib/ledger";
import { invalid } from "../../errors";
import { randomBytes } from "../../random-bytes";
import type { DataKey } from "./data-key";
import { type EventData, type EventValue, type JsonValue, type LedgerEvent, Sealed } from "./events";
import { encrypt } from "./keys";

export interface SealedValue {
  path: string;
  commitment: Buffer;
  tag: Buffer;
  box: Buffer;
}

/** An event with its values sealed and its text canonical: ready to be chained, as often as a lost race asks for. */
export interface ReadyEvent {
  event: LedgerEvent;
  prepared: PreparedDraft;
  sealedValues: SealedValue[];
}

const SALT_BYTES = 32;
const TAG_BYTES = 16;
const MAX_KNOWN_TAGS = 4_096;
const MAX_KNOWN_TEXT = 64;

/** The name under which box and place are bound, so that no value can be passed off as another's. */
export const sealContext = (eventId: string, path: string) => `${eventId} ${path}`;

/** The keyed hash by which every entry that holds this value is found, until the value is erased. */
export function sealTag(key: DataKey, value: JsonValue): Buffer {
  return tagOf(key, canonicalText(value));
}

function tagOf(key: DataKey, text: string): Buffer {
  const known = key.tags.get(text);
  if (known) return known;
  const tag = crypto.createHmac("sha256", key.tagging).update(text).digest().subarray(0, TAG_BYTES);
  if (text.length <= MAX_KNOWN_TEXT) {
    if (key.tags.size >= MAX_KNOWN_TAGS) key.tags.clear();
    key.tags.set(text, tag);
  }
  return tag;
}

export function readyEvent(key: DataKey, event: LedgerEvent, now: Date): ReadyEvent {
  const sealedValues: SealedValue[] = [];
  const data = seal(key, event.id, event.data, "", sealedValues) as JsonObject;
  const result = prepareDraft({ time: now.toISOString(), type: event.type, actor: event.actor, data });
  if (result.kind === "refused") throw invalid(`This cannot be written to the log: ${result.sentence}`);
  return { event, prepared: result.prepared, sealedValues };
}

function seal(
  key: DataKey,
  eventId: string,
  value: EventValue,
  path: string,
  found: SealedValue[],
): EventValue {
  if (value instanceof Sealed) {
    const text = canonicalText(value.value);
    const salt = randomBytes(SALT_BYTES);
    const commitment = crypto.createHmac("sha256", salt).update(text).digest();
    found.push({
      path,
      commitment,
      tag: tagOf(key, text),
      box: encrypt(
        key.sealing,
        sealContext(eventId, path),
        `{"salt":"${salt.toString("hex")}","value":${text}}`,
      ),
    });
    return { sealed: commitment.toString("hex") };
  }
  if (Array.isArray(value)) return value.map((item, i) => seal(key, eventId, item, `${path}/${i}`, found));
  if (typeof value === "object" && value !== null) {
    const copy: EventData = {};
    for (const [name, item] of Object.entries(value)) {
      copy[name] = seal(key, eventId, item, `${path}/${pointerToken(name)}`, found);
    }
    return copy;
  }
  // The log holds integers only; a fraction is kept as its text.
  return typeof value === "number" && !Number.isSafeInteger(value) ? String(value) : value;
}

const pointerToken = (name: string) =>
  /[~/]/.test(name) ? name.replaceAll("~", "~0").replaceAll("/", "~1") : name;

/** RFC 8785 text of a value that is sealed; fractions are written as their text, as everywhere in the log. */
function canonicalText(value: JsonValue): string {
  const result = canonicalJson(value);
  if (result.kind !== "refused") return result.text;
  const again = canonicalJson(withoutFractions(value));
  if (again.kind === "refused") throw invalid(`This cannot be written to the log: ${again.sentence}`);
  return again.text;
}

function withoutFractions(value: JsonValue): JsonValue {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(withoutFractions);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutFractions(item)]));
  }
  return value;
}
