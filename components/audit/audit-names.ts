"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { agentQueries } from "@/lib/client/agent-queries";
import { memberQueries } from "@/lib/client/member-queries";
import { policyQueries } from "@/lib/client/policy-queries";
import { NAMED } from "./audit-page-key";

/** What this reader may do on the page; the server asks again for each. */
export interface AuditPermissions {
  reveal: boolean;
  exports: boolean;
  verify: boolean;
  agents: boolean;
  policies: boolean;
  people: boolean;
}

/** The log holds ids, which do not change; people read names. */
export interface AuditNames {
  agents: ReadonlyMap<string, string>;
  policies: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
}

export function useAuditNames(may: AuditPermissions): AuditNames {
  const agents = useInfiniteQuery({ ...agentQueries.list(NAMED), enabled: may.agents }).data;
  const policies = useInfiniteQuery({ ...policyQueries.list(NAMED), enabled: may.policies }).data;
  const people = useInfiniteQuery({ ...memberQueries.list(NAMED), enabled: may.people }).data;
  return useMemo(
    () => ({
      agents: named(agents?.pages, (agent) => agent.name),
      policies: named(policies?.pages, (policy) => policy.display_name),
      people: named(people?.pages, (person) => person.name),
    }),
    [agents, policies, people],
  );
}

function named<T extends { id: string }>(
  pages: readonly { items: readonly T[] }[] | undefined,
  nameOf: (item: T) => string,
): ReadonlyMap<string, string> {
  return new Map((pages ?? []).flatMap((page) => page.items).map((item) => [item.id, nameOf(item)]));
}
