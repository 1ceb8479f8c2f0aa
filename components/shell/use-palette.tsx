"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Bot, Hourglass, ScrollText, SlidersHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslations } from "#i18n";
import { requestTitle } from "@/components/inbox/request-words";
import type { Command, CommandGroup } from "@/components/ui/command-palette";
import type { FoundThing } from "@/lib/client/find-things";
import type { NavItem } from "./nav-item";
import { readRecentPlaces } from "./recent-places";

const SETTLE_MS = 180;
const SHORTEST = 2;
const RECENT_SHOWN = 5;

const KINDS = [
  ["approval", <Hourglass key="approval" aria-hidden />],
  ["policy", <SlidersHorizontal key="policy" aria-hidden />],
  ["agent", <Bot key="agent" aria-hidden />],
  ["decision", <ScrollText key="decision" aria-hidden />],
] as const satisfies readonly (readonly [FoundThing["kind"], ReactNode])[];

/** What was typed, once the typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export interface PaletteInput {
  open: boolean;
  items: readonly NavItem[];
  /** Names of permissions: only what they let a person see is looked for. */
  permissions: readonly string[];
  owner: string;
  path: string;
}

/** The groups of the command palette: where one was, where one can go, and what the words typed find on the server. */
export function usePalette({ open, items, permissions, owner, path }: PaletteInput) {
  const t = useTranslations("shell");
  const words = useTranslations("inbox.words");
  const router = useRouter();
  const [text, setText] = useState("");
  const wanted = useSettled(open ? text.trim() : "");
  const search = useQuery({
    queryKey: ["palette", wanted, permissions],
    // Loaded with the first search: no page carries it from the start.
    queryFn: async ({ signal }) => {
      const { findThings } = await import("@/lib/client/find-things");
      return findThings(wanted, new Set(permissions), signal, (request) => requestTitle(request, words));
    },
    enabled: open && wanted.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
  const found = text.trim().length >= SHORTEST ? search.data : undefined;

  const groups = useMemo<CommandGroup[]>(() => {
    const go = (href: string) => () => router.push(href);
    const places: Command[] = items.map((item) => ({
      id: `go-${item.id}`,
      label: item.label,
      icon: item.icon,
      onSelect: go(item.href),
    }));
    const recent: Command[] = (open ? readRecentPlaces(owner) : [])
      .filter((place) => place.href !== path && !items.some((item) => item.href === place.href))
      .slice(0, RECENT_SHOWN)
      .map((place) => ({ id: `recent-${place.href}`, label: place.title, onSelect: go(place.href) }));
    const things = KINDS.map(([kind, icon]) => ({
      id: kind,
      label: t(`found.${kind}`),
      commands: (found ?? [])
        .filter((thing) => thing.kind === kind)
        .map((thing) => ({ ...thing, icon, keywords: [thing.id, wanted], onSelect: go(thing.href) })),
    }));
    return [
      { id: "recent", label: t("found.recent"), commands: recent },
      { id: "go", label: t("goTo"), commands: places },
      ...things,
    ];
  }, [items, open, owner, path, found, wanted, router, t]);

  return {
    groups,
    onQueryChange: setText,
    loading: search.isFetching || (text.trim().length >= SHORTEST && text.trim() !== wanted),
    emptyText: search.isError ? t("found.failed") : t("found.nothing"),
  };
}
