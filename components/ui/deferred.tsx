"use client";

import { cloneElement, type KeyboardEvent, type ReactElement, type ReactNode, useState } from "react";
import { useTranslations } from "#i18n";
import { toast } from "./toast";
import { loadAhead, useDeferred } from "./use-deferred";
import { withHandlers } from "./with-handlers";

interface DeferredProps<Loaded extends object> {
  /** A function outside of the component, of the form `() => import("./part")`. */
  load: () => Promise<Loaded>;
  /** What opens, as its button tells it to a screen reader before it has come. */
  popup: "dialog" | "menu" | "listbox";
  /** The button, which the loaded part puts in its own place with the very same look. */
  trigger: ReactElement<Record<string, unknown>>;
  /** The whole of it, button included, opened. */
  children: (loaded: Loaded) => ReactNode;
}

/**
 * Something that a person opens, whose code comes with the first sign that somebody is about to: the pointer or the
 * focus on its button. A press while it comes is not lost; it opens then. Until it opens the button stays the same
 * element, so neither the focus nor a press that has begun is cut off.
 */
export function Deferred<Loaded extends object>({ load, popup, trigger, children }: DeferredProps<Loaded>) {
  const [pressed, setPressed] = useState(false);
  const loaded = useDeferred(load, pressed, useUnreachable());
  if (loaded !== null) return children(loaded);
  const ahead = () => loadAhead(load);
  return cloneElement(trigger, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    "aria-busy": pressed || undefined,
    ...withHandlers(trigger.props, {
      onPointerEnter: ahead,
      onFocus: ahead,
      onClick: () => setPressed(true),
      onKeyDown: (event: KeyboardEvent) => {
        if (popup === "dialog" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
        event.preventDefault();
        setPressed(true);
      },
    }),
  });
}

/** Says that what was asked for could not be fetched. */
export function useUnreachable(): () => void {
  const t = useTranslations("errors");
  return () => toast.error(t("codes.unreachable"));
}
