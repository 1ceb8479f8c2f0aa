import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { approvalQueries } from "@/lib/client/approval-queries";
import { call } from "@/lib/client/call";
import { approvalOperations } from "@/lib/client/operations";
import type { Approval } from "@/lib/contracts/approvals";
import type { Page } from "@/lib/contracts/common";
import type { ListFilter } from "./inbox-view";

type List = InfiniteData<Page<Approval>, string | undefined>;

const LISTS = [...approvalQueries.all, "list"] as const;

function lists(client: QueryClient): List[] {
  return client.getQueriesData<List>({ queryKey: LISTS }).flatMap(([, list]) => (list ? [list] : []));
}

export function findListed(client: QueryClient, id: string): Approval | undefined {
  for (const list of lists(client)) {
    for (const { items } of list.pages) {
      const found = items.find((item) => item.id === id);
      if (found) return found;
    }
  }
  return undefined;
}

/** Another request that the reader may decide, of what is known here: the oldest on a list, else one that just came. */
export function findWaiting(
  client: QueryClient,
  arrivals: readonly Approval[],
  except: string,
): Approval | undefined {
  const known = lists(client).flatMap((list) => list.pages.flatMap((page) => page.items));
  return [...arrivals, ...known].findLast(
    (item) => item.id !== except && item.state === "pending" && item.may_vote?.allowed === true,
  );
}

/** Puts the server's newest word in place of the old one wherever it is shown; nothing moves. */
export function putApproval(client: QueryClient, approval: Approval): void {
  client.setQueryData(approvalQueries.one(approval.id).queryKey, approval);
  client.setQueriesData<List>({ queryKey: LISTS }, (list) => {
    if (!list?.pages.some(({ items }) => items.some((item) => item.id === approval.id))) return list;
    const pages = list.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === approval.id ? approval : item)),
    }));
    return { ...list, pages };
  });
}

/** Sets new requests on top of one list. */
export function prependApprovals(
  client: QueryClient,
  filter: ListFilter,
  approvals: readonly Approval[],
): void {
  client.setQueryData<List>(approvalQueries.list(filter).queryKey, (list) => {
    const [first, ...rest] = list?.pages ?? [];
    if (!list || !first) return list;
    const known = new Set(list.pages.flatMap((page) => page.items.map((item) => item.id)));
    const added = approvals.filter((approval) => !known.has(approval.id));
    return { ...list, pages: [{ ...first, items: [...added, ...first.items] }, ...rest] };
  });
}

export interface Missed {
  /** The newest word of the requests on the first pages of what is shown. */
  seen: Approval[];
  /** Shown as waiting, yet no longer among them: each has to be asked for. */
  gone: string[];
}

/** Asks anew for the first page of every list on screen, without putting it there. */
export async function askForMissed(client: QueryClient): Promise<Missed> {
  const shown = client.getQueryCache().findAll({ queryKey: LISTS, type: "active" });
  const seen = new Map<string, Approval>();
  const gone = new Set<string>();
  for (const query of shown) {
    const filter = query.queryKey[2] as ListFilter;
    const { items } = await call(approvalOperations.list, { query: filter });
    for (const item of items) seen.set(item.id, item);
    for (const page of (query.state.data as List | undefined)?.pages ?? []) {
      for (const item of page.items) if (item.state === "pending" && !seen.has(item.id)) gone.add(item.id);
    }
  }
  return { seen: [...seen.values()], gone: [...gone] };
}
