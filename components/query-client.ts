import { defaultShouldDehydrateQuery, isServer, QueryClient } from "@tanstack/react-query";

const MAX_RETRIES = 2;

/** An answer of the 4xx class will not change by asking again; 429 says itself when to. */
function isRefusal(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("status" in error)) return false;
  return typeof error.status === "number" && error.status >= 400 && error.status < 500;
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What the server has just rendered is not fetched again on hydration.
        staleTime: 30_000,
        retry: (failures, error) => failures < MAX_RETRIES && !isRefusal(error),
      },
      // A change is never repeated silently: the person sees the failure and decides.
      mutations: { retry: false },
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}

let browserClient: QueryClient | undefined;

/** A new client for each request on the server, so that nobody reads another's cache; one for the life of the tab. */
export function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}
