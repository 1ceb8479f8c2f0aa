"use client";

import { useSearchParams } from "next/navigation";
import { startTransition, useCallback, useMemo, useOptimistic } from "react";
import { changeSearch, readSearch, type SearchChanges, type SearchParams } from "./search-params";

/**
 * State that stands in the address, so that a view can be shared, reloaded and gone back to. The server is not asked: Next
 * hands on what is written through the History API.
 *
 * @param params defined once, outside of components.
 * @param history whether a change is a step to come back to.
 * @returns the values, the same object while they are the same; and what changes some of them (null: takes all of them out).
 */
export function useSearchState<Params extends SearchParams>(params: Params, history: "push" | "replace") {
  // Next tells of a new address in a transition; a field that is being typed in must not wait for that.
  const [search, showNow] = useOptimistic(useSearchParams().toString());
  const given = JSON.stringify(Object.values(readSearch(params, new URLSearchParams(search))));
  // biome-ignore lint/correctness/useExhaustiveDependencies: as long as our own values are the same, so is the object.
  const values = useMemo(() => readSearch(params, new URLSearchParams(search)), [params, given]);
  const change = useCallback(
    (changes: SearchChanges<Params> | null) => {
      const { pathname, search: now, hash } = window.location;
      const next = changeSearch(params, new URLSearchParams(now), changes).toString();
      startTransition(() => {
        showNow(next);
        const address = `${pathname}${next === "" ? "" : `?${next}`}${hash}`;
        if (history === "push") window.history.pushState(null, "", address);
        else window.history.replaceState(null, "", address);
      });
    },
    [params, history, showNow],
  );
  return [values, change] as const;
}
