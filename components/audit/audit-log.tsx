"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowDownUp, Printer, RefreshCw } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { LinkButton } from "@/components/ui/link-button";
import { useOpened } from "@/components/ui/use-opened";
import { call, urlOf } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";
import { useSearchState } from "@/lib/client/use-search-state";
import { type AuditFilter, type AuditQuery, auditParams, entryParams, queryOf } from "./audit-filter";
import { AuditFilters, activeFilters } from "./audit-filters";
import { AuditList } from "./audit-list";
import { type AuditPermissions, useAuditNames } from "./audit-names";

// Checks an entry's hashes here, for which it brings the ledger's own code.
const loadDrawer = () => import("./entry-drawer");

const NO_FILTER = Object.fromEntries(
  Object.keys(auditParams)
    .filter((name) => name !== "order")
    .map((name) => [name, null]),
) as Partial<AuditFilter>;

interface AuditLogProps {
  may: AuditPermissions;
  /** The last entry there was when the page was made. */
  lastSeq: number;
}

/** The log with its filters and the entry that is open, all of it in the address but a patient's id. */
export function AuditLog({ may, lastSeq }: AuditLogProps) {
  const t = useTranslations("audit.list");
  const [filter, setFilter] = useSearchState(auditParams, "push");
  const [{ entry: openSeq }, setEntry] = useSearchState(entryParams, "push");
  const drawer = useOpened(loadDrawer, openSeq !== null);
  const [resourceId, setResourceId] = useState<string | null>(null);
  const [{ round, last }, setRound] = useState({ round: 0, last: lastSeq });
  const client = useQueryClient();
  const names = useAuditNames(may);
  const query = useMemo(() => queryOf(filter, resourceId), [filter, resourceId]);
  const hrefOf = useEntryHref();
  const open = useCallback((seq: number | null) => setEntry({ entry: seq }), [setEntry]);
  const filtered = activeFilters(filter).length > 0 || resourceId !== null;

  const clear = () => {
    setResourceId(null);
    setFilter(NO_FILTER);
  };
  const refresh = useMutation({
    mutationFn: () => call(auditOperations.list, { query: { limit: 1 } }),
    onSuccess: ({ items }) => {
      client.removeQueries({ queryKey: ["audit", "page"] });
      setRound((now) => ({ round: now.round + 1, last: items[0]?.seq ?? now.last }));
    },
  });

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-1 gap-y-2 pb-3 sm:flex-nowrap sm:items-start">
        <AuditFilters
          filter={filter}
          resourceId={resourceId}
          names={names}
          may={may}
          onChange={(change) => setFilter(change)}
          onResourceId={setResourceId}
          onClear={clear}
        />
        <Button
          variant="ghost"
          aria-label={t(filter.order)}
          iconStart={<ArrowDownUp aria-hidden />}
          onClick={() => setFilter({ order: filter.order === "newest" ? "oldest" : "newest" })}
        >
          <span>
            <span className="sm:hidden">{t(filter.order === "newest" ? "newestShort" : "oldestShort")}</span>
            <span className="hidden sm:inline">{t(filter.order)}</span>
          </span>
        </Button>
        <IconButton label={t("refresh")} onClick={() => refresh.mutate()}>
          <RefreshCw aria-hidden />
        </IconButton>
        {/* A patient's id stays out of addresses, so this search has no page for paper. */}
        {resourceId === null ? <PrintLink query={query} /> : null}
      </div>
      <Card>
        <AuditList
          key={`${round} ${JSON.stringify(query)}`}
          query={query}
          lastSeq={last}
          names={names}
          openSeq={openSeq}
          hrefOf={hrefOf}
          onOpen={open}
          filtered={filtered}
          onClearFilters={clear}
        />
      </Card>
      {drawer ? (
        <drawer.EntryDrawer seq={openSeq} names={names} may={may} hrefOf={hrefOf} onOpen={open} />
      ) : null}
    </>
  );
}

/** The address of an entry over the list as it is filtered now; put together once, not for each of the rows. */
function useEntryHref(): (seq: number) => string {
  const path = usePathname();
  const search = useSearchParams();
  return useMemo(() => {
    const others = new URLSearchParams(search);
    others.delete("entry");
    const before = `${path}?${others}${others.size > 0 ? "&" : ""}entry=`;
    return (seq: number) => `${before}${seq}`;
  }, [path, search]);
}

/** The entries that pass the filter, as a page for paper; its days are made instants here, where the zone is known. */
function PrintLink({ query }: { query: AuditQuery }) {
  const t = useTranslations("audit.list");
  const { agent_id, policy_id, approval_id, ...same } = query;
  const asked = { ...same, agent: agent_id, policy: policy_id, approval: approval_id };
  return (
    <LinkButton
      href={urlOf({ path: "/audit/print" }, {}, asked)}
      variant="ghost"
      prefetch={false}
      aria-label={t("print")}
      iconStart={<Printer aria-hidden />}
    >
      <span className="hidden sm:inline">{t("print")}</span>
    </LinkButton>
  );
}
