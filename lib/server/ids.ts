import "server-only";
import { v7 } from "uuid";

export type IdPrefix =
  | "org"
  | "usr"
  | "mem"
  | "ses"
  | "agt"
  | "key"
  | "pol"
  | "apr"
  | "vot"
  | "cmt"
  | "grt"
  | "dec"
  | "evt"
  | "req";

/** A new id: the prefix says what it names, UUIDv7 makes ids of one kind sort by time. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${v7().replaceAll("-", "")}`;
}
