"use client";

import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useState,
} from "react";
import { loadAhead } from "./use-deferred";
import { useOpened } from "./use-opened";
import { withHandlers } from "./with-handlers";

/** How it was opened: the keys say at which end of a list one begins. */
export type Opening = "press" | "ArrowDown" | "ArrowUp";

interface DeferredProps<Loaded extends object> {
  /** A function outside of the component, of the form `() => import("./part")`. */
  load: () => Promise<Loaded>;
  /** What opens, as its button tells it to a screen reader before it has come. */
  popup: "dialog" | "menu" | "listbox";
  /** The button, which the loaded part puts in its own place with the very same look. */
  trigger: ReactElement<Record<string, unknown>>;
  /** The whole of it, button included, opened. */
  children: (loaded: Loaded, opening: Opening) => ReactNode;
}

/**
 * Something that a person opens, whose code comes with the first sign that somebody is about to: the pointer or the
 * focus on its button. A press while it comes is not lost; it opens then. Until it opens the button stays the same
 * element, so neither the focus nor a press that has begun is cut off.
 */
export function Deferred<Loaded extends object>({ load, popup, trigger, children }: DeferredProps<Loaded>) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const loaded = useOpened(load, opening !== null);
  if (loaded !== null) return children(loaded, opening ?? "press");
  const ahead = () => loadAhead(load);
  return cloneElement(trigger, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    "aria-busy": opening !== null || undefined,
    ...withHandlers(trigger.props, {
      onPointerEnter: ahead,
      onFocus: ahead,
      // A click without a press of the pointer is one by key, or by a screen reader.
      onClick: (event: MouseEvent) => setOpening(event.detail === 0 ? "ArrowDown" : "press"),
      onKeyDown: (event: KeyboardEvent) => {
        if (popup === "dialog" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
        event.preventDefault();
        setOpening(event.key);
      },
    }),
  });
}
