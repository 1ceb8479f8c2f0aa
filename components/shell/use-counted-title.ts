"use client";

import { useEffect } from "react";

const COUNT = /^\(\d+\+?\) /;

/** "Inbox · Kynara" with three waiting becomes "(3) Inbox · Kynara", whatever count stood there before. */
export function countedTitle(title: string, count: number): string {
  return `${count > 0 ? `(${count > 99 ? "99+" : count}) ` : ""}${title.replace(COUNT, "")}`;
}

/** Keeps the number of waiting requests before the tab's title, on every page of the console. */
export function useCountedTitle(count: number): void {
  useEffect(() => {
    const set = () => {
      const title = countedTitle(document.title, count);
      if (document.title !== title) document.title = title;
    };
    set();
    // Next writes a page's title late, after a navigation has long been drawn.
    const observer = new MutationObserver(set);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
}
