/**
 * Browsers lay out no element higher than some tens of millions of pixels (Firefox 17.9, Chromium 33.5), and a million
 * rows are higher. So the frame has at most this height, and stands for a taller list: the wheel moves the list pixel by
 * pixel, the scrollbar in proportion.
 */
const MAX_FRAME_PX = 8_000_000;
/** A movement of more than this many windows at once is no wheel: the scrollbar was dragged, or Home or End pressed. */
const JUMP_WINDOWS = 2;

export interface Tall {
  rows: number;
  rowPx: number;
  /** Of the frame; a whole number of rows. */
  height: number;
}

/** How far the frame has been scrolled, in pixels, and which row stands at its top. */
export interface Place {
  y: number;
  base: number;
}

export function tallOf(rows: number, rowPx: number): Tall {
  return { rows, rowPx, height: Math.min(rows, Math.floor(MAX_FRAME_PX / rowPx)) * rowPx };
}

const lastBase = ({ rows, rowPx, height }: Tall) => rows - height / rowPx;

/** Where the list stands when the scrollbar stands at `y`. */
export function placeAt(tall: Tall, y: number, view: number): Place {
  const reach = tall.height - view;
  const base = reach <= 0 ? 0 : Math.round((Math.min(Math.max(y, 0), reach) / reach) * lastBase(tall));
  return { y, base };
}

/**
 * Where the list stands after the page scrolled to `y`. `moved`: the page has to be scrolled to the place's own `y`,
 * because the frame would end before the list does; what is in sight stays.
 */
export function moveBy(tall: Tall, from: Place, y: number, view: number): Place & { moved: boolean } {
  const end = lastBase(tall);
  if (end === 0) return { y, base: 0, moved: false };
  const reach = tall.height - view;
  if (Math.abs(y - from.y) > JUMP_WINDOWS * view || y <= 0 || y >= reach)
    return { ...placeAt(tall, y, view), moved: false };
  const nearTop = y < view && from.base > 0;
  const nearEnd = y > reach - view && from.base < end;
  if (!nearTop && !nearEnd) return { y, base: from.base, moved: false };
  return { ...proportional(tall, y + from.base * tall.rowPx, view), moved: true };
}

/**
 * The place where the list is scrolled by `v` pixels of its own height: the scrollbar stands in proportion, and at the
 * list's ends the frame ends too.
 */
function proportional(tall: Tall, v: number, view: number): Place {
  const reach = tall.height - view;
  const y = (v / (tall.rows * tall.rowPx - view)) * reach;
  const end = lastBase(tall);
  const toEnd = tall.rows * tall.rowPx - view - v;
  let base = Math.round((v - y) / tall.rowPx);
  if (y < 2 * view && v <= reach) base = 0;
  else if (reach - y < 2 * view && toEnd <= reach) base = end;
  return { y: v - base * tall.rowPx, base };
}

/** Where the list stands with a row in sight, moved as little as may be. */
export function reachRow(tall: Tall, from: Place, index: number, view: number): Place {
  const top = index * tall.rowPx;
  const margin = 3 * tall.rowPx;
  const now = from.y + from.base * tall.rowPx;
  if (top >= now + margin && top + tall.rowPx <= now + view - margin) return from;
  const wanted = top < now + margin ? top - margin : top + tall.rowPx + margin - view;
  const y = wanted - from.base * tall.rowPx;
  const fits = y >= -margin && y <= tall.height - view + 2 * margin;
  return fits ? { y, base: from.base } : proportional(tall, wanted, view);
}
