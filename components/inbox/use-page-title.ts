"use client";

import { useEffect } from "react";

/** The tab's title with how many requests wait. It never names a patient: titles end up in histories and on screens. */
export function usePageTitle(page: string, waiting: number): void {
  const title = `${waiting > 0 ? `(${waiting > 99 ? "99+" : waiting}) ` : ""}${page} · Kynara`;
  useEffect(() => {
    const set = () => {
      if (document.title !== title) document.title = title;
    };
    set();
    // Next writes the page's own title late, after a navigation has long been drawn.
    const observer = new MutationObserver(set);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
