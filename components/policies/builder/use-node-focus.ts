"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { JsonValue } from "@/lib/policy";
import { nodeKey } from "../document/node-keys";
import type { FocusNode } from "./builder-context";

interface Wanted {
  node: JsonValue | null;
  part: "handle" | "field";
}

function targetOf(box: HTMLElement, { node, part }: Wanted): HTMLElement | null {
  if (node === null) return box.querySelector("[data-add]");
  const place = box.querySelector(`[data-node="${CSS.escape(nodeKey(node, 0))}"]`);
  const handle = place?.querySelector<HTMLElement>("[data-node-handle]") ?? null;
  return part === "field" ? (place?.querySelector("input") ?? handle) : handle;
}

/** Takes the focus along when a node is added, moved or removed: what is moved in the page loses it. */
export function useNodeFocus(box: RefObject<HTMLElement | null>): FocusNode {
  const wanted = useRef<Wanted | null>(null);
  useEffect(() => {
    const want = wanted.current;
    if (want === null || box.current === null) return;
    wanted.current = null;
    const target = targetOf(box.current, want);
    target?.focus();
    // A menu that closes gives the focus back to its button, wherever that is now.
    const later = setTimeout(() => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && target?.isConnected) target.focus();
    }, 60);
    return () => clearTimeout(later);
  });
  return useCallback((node, part) => {
    wanted.current = { node, part };
  }, []);
}
