"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { countedTitle } from "./use-counted-title";

export interface RecentPlace {
  href: string;
  title: string;
}

const KEPT = 8;
/** Next writes the title of a page after the page itself. */
const TITLE_SETTLES_MS = 800;

const keyOf = (owner: string) => `kynara.recent.${owner}`;

/** Puts a place before the others, each of them once. */
export function withPlace(places: readonly RecentPlace[], place: RecentPlace): RecentPlace[] {
  return [place, ...places.filter(({ href }) => href !== place.href)].slice(0, KEPT);
}

/** "(3) ehr.read · patient record · Kynara" → "ehr.read · patient record". */
export const placeTitle = (title: string): string => countedTitle(title, 0).replace(/ · Kynara$/, "");

/** The pages somebody was on, newest first. Kept for this tab only: a workstation has many readers. */
export function readRecentPlaces(owner: string): RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(owner)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    // Storage is denied or holds what is not ours: nothing is remembered.
    return [];
  }
}

function isPlace(value: unknown): value is RecentPlace {
  const { href, title } = Object(value);
  return typeof href === "string" && href.startsWith("/") && typeof title === "string";
}

/** Remembers the page that is shown, once it has its title. Titles and paths name no patient; queries may, and stay out. */
export function useRecentPlaces(owner: string): void {
  const path = usePathname();
  useEffect(() => {
    const timer = setTimeout(() => {
      const place = { href: path, title: placeTitle(document.title) };
      try {
        sessionStorage.setItem(keyOf(owner), JSON.stringify(withPlace(readRecentPlaces(owner), place)));
      } catch {
        // Storage is denied or full: this page is not remembered.
      }
    }, TITLE_SETTLES_MS);
    return () => clearTimeout(timer);
  }, [path, owner]);
}
