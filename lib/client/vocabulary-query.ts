import { queryOptions } from "@tanstack/react-query";
import { policyVocabularyEndpoints } from "../contracts/endpoints/policy-vocabulary";
import { call } from "./call";

/** What policies can name; the server finds it anew when something changed, at most once a minute otherwise. */
export const vocabularyQuery = queryOptions({
  queryKey: ["policy-vocabulary"],
  queryFn: ({ signal }) => call(policyVocabularyEndpoints.get, { signal }),
  staleTime: 60_000,
});
