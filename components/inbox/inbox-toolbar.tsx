"use client";

import { ArrowUp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Approval } from "@/lib/contracts/approvals";
import { type InboxView, OUTCOMES } from "./inbox-view";
import { STATE_WORDS } from "./request-words";

const ANY = "any";

interface InboxToolbarProps {
  view: InboxView;
  items: readonly Approval[];
  freshCount: number;
  onReveal: () => void;
  onChange: (change: Partial<Pick<InboxView, "agent" | "outcome">>) => void;
}

/** Agents that can be chosen: those of the requests that were loaded, and the one that is chosen already. */
function agentOptions(items: readonly Approval[], chosen: string | null) {
  const names = new Map<string, string>();
  if (chosen !== null) names.set(chosen, chosen);
  for (const { subject } of items) names.set(subject.id, subject.name);
  return [{ value: ANY, label: "Every agent" }, ...[...names].map(([value, label]) => ({ value, label }))];
}

const OUTCOME_OPTIONS = [
  { value: ANY, label: "Every outcome" },
  ...OUTCOMES.map((outcome) => ({ value: outcome as string, label: STATE_WORDS[outcome] })),
];

/** Filters and the word of new requests, in a line that is always there, so that nothing below it moves. */
export function InboxToolbar({ view, items, freshCount, onReveal, onChange }: InboxToolbarProps) {
  return (
    <div className="flex h-13 items-center gap-2 px-4">
      <Select
        aria-label="Agent"
        size="sm"
        className="w-36 min-w-0"
        options={agentOptions(items, view.agent)}
        value={view.agent ?? ANY}
        onValueChange={(value) => onChange({ agent: value === ANY ? null : value })}
      />
      {view.tab === "history" ? (
        <Select
          aria-label="Outcome"
          size="sm"
          className="w-36 min-w-0"
          options={OUTCOME_OPTIONS}
          value={view.outcome ?? ANY}
          onValueChange={(value) =>
            onChange({ outcome: OUTCOMES.find((outcome) => outcome === value) ?? null })
          }
        />
      ) : null}
      <span role="status" className="ml-auto min-w-0">
        {freshCount > 0 ? (
          <Button variant="primary" size="sm" iconStart={<ArrowUp aria-hidden />} onClick={onReveal}>
            {freshCount === 1 ? "1 new request" : `${freshCount} new requests`}
          </Button>
        ) : null}
      </span>
    </div>
  );
}
