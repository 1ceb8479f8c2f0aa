import { queryOptions } from "@tanstack/react-query";
import { call } from "./call";
import { policyVocabularyOperations } from "./operations";

/** What policies can name; the server finds it anew when something changed, at most once a minute otherwise. */
export const vocabularyQuery = queryOptions({
  queryKey: ["policy-vocabulary"],
  queryFn: ({ signal }) => call(policyVocabularyOperations.get, { signal }),
  staleTime: 60_000,
});
