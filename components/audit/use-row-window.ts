"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { moveBy, type Place, placeAt, reachRow, type Tall, tallOf } from "./tall-scroll";

/** Rows beyond the window in either direction, so that a turn of the wheel finds them drawn. */
const OVERSCAN = 12;
/** The rows drawn change in steps, so that most scrolling draws nothing anew. */
const STEP = 8;
/** What the server draws, which knows no window. */
const FIRST_PAINT_PX = 900;

export interface RowWindow {
  first: number;
  last: number;
  /** The row that stands at the frame's top: rows are placed by their distance from it. */
  base: number;
  /** Rows that the frame is high. */
  room: number;
}

interface Span {
  first: number;
  last: number;
  base: number;
}

/** The rows in sight of a list of any length that scrolls with the page. */
export function useRowWindow(frame: RefObject<HTMLElement | null>, count: number, rowPx: number) {
  const tall = tallOf(count, rowPx);
  const now = useRef<Place>({ y: 0, base: 0 });
  const [span, setSpan] = useState<Span>(() => spanAt(tall, { y: 0, base: 0 }, FIRST_PAINT_PX));
  const state = useRef({ tall, frame });
  state.current = { tall, frame };

  const look = useCallback((place: Place, view: number) => {
    now.current = place;
    const next = spanAt(state.current.tall, place, view);
    setSpan((was) =>
      was.first === next.first && was.last === next.last && was.base === next.base ? was : next,
    );
  }, []);

  const follow = useCallback(() => {
    const top = topOf(state.current.frame.current);
    if (top === null) return;
    const view = window.innerHeight;
    const y = window.scrollY - top;
    const place = moveBy(state.current.tall, now.current, y, view);
    if (place.y !== y && place.moved) window.scrollTo({ top: top + place.y, behavior: "instant" });
    look({ y: place.y, base: place.base }, view);
  }, [look]);

  useEffect(() => {
    window.addEventListener("scroll", follow, { passive: true });
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow);
      window.removeEventListener("resize", follow);
    };
  }, [follow]);
  const drawn = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the height of a row or their number, the rows in sight are others.
  useLayoutEffect(() => {
    const top = topOf(state.current.frame.current);
    if (top === null) return;
    const y = window.scrollY - top;
    const { base } = now.current;
    // A list that grew stays where it is; where the rows have another height, the scrollbar says where that is.
    const place = drawn.current === rowPx ? { y, base } : placeAt(state.current.tall, y, window.innerHeight);
    drawn.current = rowPx;
    look(place, window.innerHeight);
  }, [rowPx, count, look]);

  const reach = useCallback(
    (index: number) => {
      const top = topOf(state.current.frame.current);
      if (top === null) return;
      const view = window.innerHeight;
      const place = reachRow(state.current.tall, now.current, index, view);
      look(place, view);
      window.scrollTo({ top: top + place.y, behavior: "instant" });
    },
    [look],
  );
  return { window: { ...clipped(span, count), room: tall.height / rowPx }, reach };
}

function topOf(element: HTMLElement | null): number | null {
  return element === null ? null : Math.round(element.getBoundingClientRect().top + window.scrollY);
}

function spanAt({ rowPx }: Tall, { y, base }: Place, view: number): Span {
  const top = base + Math.max(0, y) / rowPx;
  const first = Math.max(0, Math.floor((top - OVERSCAN) / STEP) * STEP);
  const last = Math.ceil((top + view / rowPx + OVERSCAN) / STEP) * STEP;
  return { first, last, base };
}

/** A list that grew shorter since it was looked at has no rows beyond its end. */
const clipped = ({ first, last, base }: Span, count: number): Span => ({
  first: Math.min(first, count),
  last: Math.min(last, count),
  base: Math.min(base, Math.max(0, count - 1)),
});
