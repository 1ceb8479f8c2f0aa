"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { DeferredSelect } from "@/components/ui/deferred-select";
import type { Approval } from "@/lib/contracts/approvals";
import { type InboxView, OUTCOMES } from "./inbox-view";

const ANY = "any";

interface InboxToolbarProps {
  view: InboxView;
  items: readonly Approval[];
  freshCount: number;
  onReveal: () => void;
  onChange: (change: Partial<Pick<InboxView, "agent" | "outcome">>) => void;
}

/** Agents that can be chosen: those of the requests that were loaded, and the one that is chosen already. */
function agentsIn(items: readonly Approval[], chosen: string | null) {
  const names = new Map<string, string>();
  if (chosen !== null) names.set(chosen, chosen);
  for (const { subject } of items) names.set(subject.id, subject.name);
  return [...names].map(([value, label]) => ({ value, label }));
}

/** Filters and the word of new requests, in a line that is always there, so that nothing below it moves. */
export function InboxToolbar({ view, items, freshCount, onReveal, onChange }: InboxToolbarProps) {
  const t = useTranslations("inbox.filters");
  const states = useTranslations("inbox.states");
  return (
    <div className="flex h-13 items-center gap-2 px-4">
      <DeferredSelect
        aria-label={t("agent")}
        size="sm"
        className="min-w-0 max-w-44 flex-1"
        options={[{ value: ANY, label: t("everyAgent") }, ...agentsIn(items, view.agent)]}
        value={view.agent ?? ANY}
        onValueChange={(value) => onChange({ agent: value === ANY ? null : value })}
      />
      {view.tab === "history" ? (
        <DeferredSelect
          aria-label={t("outcome")}
          size="sm"
          className="min-w-0 max-w-44 flex-1"
          options={[
            { value: ANY, label: t("everyOutcome") },
            ...OUTCOMES.map((outcome) => ({ value: outcome as string, label: states(outcome) })),
          ]}
          value={view.outcome ?? ANY}
          onValueChange={(value) =>
            onChange({ outcome: OUTCOMES.find((outcome) => outcome === value) ?? null })
          }
        />
      ) : null}
      <span role="status" className="ml-auto min-w-0">
        {freshCount > 0 ? (
          <Button variant="primary" size="sm" iconStart={<ArrowUp aria-hidden />} onClick={onReveal}>
            {t("fresh", { count: freshCount })}
          </Button>
        ) : null}
      </span>
    </div>
  );
}
