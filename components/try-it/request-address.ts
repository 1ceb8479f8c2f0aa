import type { Json } from "@/lib/contracts/common";
import { readText } from "./request-document";

/**
 * The request as it stands in the page's address: behind the #, which browsers keep to themselves. It may name a
 * patient, and so must not reach the server's or a proxy's log of addresses.
 */
export function addressOf(document: { readonly [name: string]: Json }): string {
  return `#${encodeURIComponent(JSON.stringify(document))}`;
}

/** The request in an address's fragment; null where there is none. */
export function requestIn(fragment: string): { [name: string]: Json } | null {
  if (fragment.length < 2) return null;
  let text: string;
  try {
    text = decodeURIComponent(fragment.slice(1));
  } catch {
    return null;
  }
  const read = readText(text);
  return read.kind === "request" ? read.document : null;
}
