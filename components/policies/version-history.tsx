"use client";

import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { LoadMore } from "@/components/ui/load-more";
import { Time } from "@/components/ui/time";
import { policyQueries } from "@/lib/client/policy-queries";
import type { Page } from "@/lib/contracts/common";
import type { PolicyVersionView, PolicyView } from "@/lib/contracts/policies";
import type { JsonObject } from "@/lib/policy";
import { DiffView } from "./diff-view";
import { RestoreVersion } from "./restore-version";

interface VersionHistoryProps {
  policy: PolicyView;
  first: Page<PolicyVersionView>;
  /** The version looked at, and the one before it; null for the first version. */
  selected: PolicyVersionView;
  previous: PolicyVersionView | null;
  /** Names of people by their ids, as far as this person may see them. */
  authors: Readonly<Record<string, string>>;
  mayWrite: boolean;
}

/** Every version with who, when and why, and what each one changed. */
export function VersionHistory(props: VersionHistoryProps) {
  const { policy, first, selected, previous, authors, mayWrite } = props;
  const initialData: InfiniteData<Page<PolicyVersionView>, string | undefined> = {
    pages: [first],
    pageParams: [undefined],
  };
  const list = useInfiniteQuery({ ...policyQueries.versions(policy.id), initialData });
  const versions = list.data.pages.flatMap((page) => page.items);
  const author = (id: string) => authors[id] ?? (id.startsWith("key_") ? "API key" : id);
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card aria-label="Versions">
        <ol className="flex flex-col divide-y divide-line">
          {versions.map((version) => (
            <li key={version.version}>
              <Link
                href={`/policies/${policy.id}/versions?version=${version.version}`}
                scroll={false}
                aria-current={version.version === selected.version ? "true" : undefined}
                className={cn(
                  "flex flex-col gap-0.5 px-4 py-3 transition-colors duration-fast hover:bg-hover focus-visible:-outline-offset-2",
                  version.version === selected.version && "bg-accent-soft hover:bg-accent-soft",
                )}
              >
                <span className="flex items-center gap-2">
                  <span className="num font-semibold">Version {version.version}</span>
                  {version.version === policy.version && policy.status === "published" ? (
                    <Badge tone="positive">In force</Badge>
                  ) : null}
                </span>
                <span className="text-ink-muted text-sm">
                  {author(version.created_by)} · <Time at={version.created_at} />
                </span>
                {version.note ? <span className="break-words text-sm">“{version.note}”</span> : null}
              </Link>
            </li>
          ))}
        </ol>
        <LoadMore
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
          summary={`${versions.length} shown`}
        />
      </Card>
      <Card aria-label={`Version ${selected.version}`}>
        <CardHeader
          title={`Version ${selected.version}`}
          description={
            previous === null
              ? "The first version, whole."
              : `What changed since version ${previous.version}.`
          }
          actions={
            mayWrite && policy.status === "published" && selected.version !== policy.version ? (
              <RestoreVersion policy={policy} version={selected} />
            ) : null
          }
        />
        <div className="p-4">
          <DiffView
            label={`Content of version ${selected.version}`}
            before={(previous?.document ?? selected.document) as JsonObject}
            after={selected.document as JsonObject}
            whole={previous === null}
          />
        </div>
      </Card>
    </div>
  );
}
