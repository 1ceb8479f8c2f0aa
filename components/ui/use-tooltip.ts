"use client";

import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from "react";

const OPEN_AFTER_MS = 400;
/** Enough to reach the tooltip itself over the gap between. */
const CLOSE_AFTER_MS = 100;
/** After one has closed, its neighbours open at once. */
const NEIGHBOUR_MS = 400;

let lastClosedAt = Number.NEGATIVE_INFINITY;

/** When a tooltip opens and closes: by a mouse that rests, and by a focus that is seen; never by touch. */
export function useTooltip() {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function turn(next: boolean, afterMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setOpen((was) => {
        if (was && !next) lastClosedAt = performance.now();
        return next;
      });
    }, afterMs);
  }

  const close = () => turn(false, 0);
  return {
    /** What it belongs to, from the first sign that it may open. */
    anchor,
    open,
    stay: () => clearTimeout(timer.current),
    close,
    handlers: {
      onPointerEnter: ({ currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
        if (pointerType === "touch" || currentTarget.matches(":disabled")) return;
        setAnchor(currentTarget);
        turn(true, performance.now() - lastClosedAt < NEIGHBOUR_MS ? 0 : OPEN_AFTER_MS);
      },
      onPointerLeave: () => turn(false, CLOSE_AFTER_MS),
      onPointerDown: close,
      onClick: close,
      onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
        if (!currentTarget.matches(":focus-visible")) return;
        setAnchor(currentTarget);
        turn(true, 0);
      },
      onBlur: close,
    },
  };
}
