"use client";

import { useState } from "react";

/** Whether something has been open before: what is fetched when it first opens stays, so that it can also close in its own time. */
export function useOnceOpen(open: boolean): boolean {
  const [once, setOnce] = useState(open);
  if (open && !once) setOnce(true);
  return once;
}
