import { queryOptions } from "@tanstack/react-query";
import { sessionEndpoints } from "../contracts/endpoints/session";
import { call } from "./call";

export const sessionQueries = {
  all: ["session"] as const,
  current: () =>
    queryOptions({
      queryKey: [...sessionQueries.all, "current"],
      queryFn: ({ signal }) => call(sessionEndpoints.get, { signal }),
    }),
  list: () =>
    queryOptions({
      queryKey: [...sessionQueries.all, "list"],
      queryFn: ({ signal }) => call(sessionEndpoints.list, { signal }),
    }),
};
