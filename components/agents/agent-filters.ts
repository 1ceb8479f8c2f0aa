import { oneOf, text, withDefault } from "@/lib/client/search-params";

export const agentFilters = {
  search: withDefault(text, ""),
  status: oneOf(["active", "disabled"]),
};

export const AGENTS_PAGE_SIZE = 50;

/** The query of the list behind the address's filters; the same on the server and in the browser, so that one finds the other's answer. */
export function listFilter(filters: { search: string; status: "active" | "disabled" | null }) {
  return {
    limit: AGENTS_PAGE_SIZE,
    ...(filters.status && { status: filters.status }),
    ...(filters.search.trim() !== "" && { search: filters.search.trim() }),
  };
}
