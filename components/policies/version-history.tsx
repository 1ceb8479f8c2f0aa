"use client";

import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "#i18n";
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
import { storedSentence } from "./stored-sentence";
import { usePolicyLanguage } from "./use-policy-language";

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
  const t = useTranslations("policies.versions");
  const language = usePolicyLanguage();
  const { policy, first, selected, previous, authors, mayWrite } = props;
  const initialData: InfiniteData<Page<PolicyVersionView>, string | undefined> = {
    pages: [first],
    pageParams: [undefined],
  };
  const list = useInfiniteQuery({ ...policyQueries.versions(policy.id), initialData });
  const versions = list.data.pages.flatMap((page) => page.items);
  const author = (id: string) => authors[id] ?? (id.startsWith("key_") ? t("apiKey") : id);
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card aria-label={t("label")}>
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
                  <span className="num font-semibold">{t("version", { version: version.version })}</span>
                  {version.version === policy.version && policy.status === "published" ? (
                    <Badge tone="positive">{t("inForce")}</Badge>
                  ) : null}
                </span>
                <span className="text-ink-muted text-sm">
                  {author(version.created_by)} · <Time at={version.created_at} />
                </span>
                {version.note ? (
                  <span className="break-words text-sm">{t("note", { note: version.note })}</span>
                ) : null}
              </Link>
            </li>
          ))}
        </ol>
        <LoadMore
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
          summary={t("shown", { count: versions.length })}
        />
      </Card>
      <Card aria-label={t("version", { version: selected.version })}>
        <CardHeader
          title={t("version", { version: selected.version })}
          description={previous === null ? t("first") : t("since", { version: previous.version })}
          actions={
            mayWrite && policy.status === "published" && selected.version !== policy.version ? (
              <RestoreVersion policy={policy} version={selected} />
            ) : null
          }
        />
        <div className="flex flex-col gap-3 p-4">
          <blockquote className="break-words border-accent-line border-l-2 pl-3 text-ink">
            {storedSentence(selected, language)}
          </blockquote>
          <DiffView
            label={t("content", { version: selected.version })}
            before={(previous?.document ?? selected.document) as JsonObject}
            after={selected.document as JsonObject}
            whole={previous === null}
          />
        </div>
      </Card>
    </div>
  );
}
