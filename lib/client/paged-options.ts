import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Page } from "../contracts/common";

/**
 * Query options for a list that goes on from cursor to cursor; `pages.flatMap((page) => page.items)` is what was loaded.
 *
 * @param key names the list and its filters.
 * @param load asks for the page behind a cursor; undefined for the first.
 */
export function pagedOptions<T>(
  key: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.next_cursor ?? undefined,
  });
}
