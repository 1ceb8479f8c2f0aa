import { queryOptions } from "@tanstack/react-query";
import type { PolicyView } from "../contracts/policies";
import { call } from "./call";
import { memberOperations, policyOperations } from "./operations";

export interface PolicyConflict {
  newest: PolicyView;
  /** The name of whoever published it, or "Somebody else" to those who may not see people. */
  author: string;
  note: string;
}

/** What stands in force now, and who put it there; asked anew each time. */
export const conflictQuery = (id: string) =>
  queryOptions({
    queryKey: ["policies", "conflict", id],
    staleTime: 0,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<PolicyConflict> => {
      const [newest, versions] = await Promise.all([
        call(policyOperations.get, { params: { id }, signal }),
        call(policyOperations.listVersions, { params: { id }, query: { limit: 1 }, signal }),
      ]);
      const version = versions.items[0];
      const author = version ? await nameOf(version.created_by, signal) : null;
      return { newest, author: author ?? "Somebody else", note: version?.note ?? "" };
    },
  });

async function nameOf(userId: string, signal: AbortSignal): Promise<string | null> {
  if (!userId.startsWith("usr_")) return userId.startsWith("key_") ? "An API key" : null;
  try {
    return (await call(memberOperations.get, { params: { id: userId }, signal })).name;
  } catch {
    // Who may not see people still has to be told that there is a conflict.
    return null;
  }
}
