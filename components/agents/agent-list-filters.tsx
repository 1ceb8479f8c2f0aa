"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "#i18n";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";

interface Filters {
  search: string;
  status: "active" | "disabled" | null;
}

interface AgentListFiltersProps {
  filters: Filters;
  onChange: (next: Partial<Filters>) => void;
}

const TYPING_PAUSE_MS = 250;

export function AgentListFilters({ filters, onChange }: AgentListFiltersProps) {
  const t = useTranslations("agents.list");
  const [typed, setTyped] = useState(filters.search);
  const [sent, setSent] = useState(filters.search);
  // The address may change by the back button or by "Clear filters".
  if (filters.search !== sent) {
    setSent(filters.search);
    setTyped(filters.search);
  }
  useEffect(() => {
    if (typed === sent) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onChange({ search: typed });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sent, onChange]);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Field label={t("search.label")} hideLabel className="w-full sm:w-72">
        <Input
          type="search"
          iconStart={<Search aria-hidden />}
          placeholder={t("search.placeholder")}
          value={typed}
          maxLength={200}
          onValueChange={(value) => setTyped(value)}
        />
      </Field>
      <SegmentedControl
        aria-label={t("status.label")}
        value={filters.status ?? "all"}
        onValueChange={(value) => onChange({ status: value === "all" ? null : value })}
        segments={[
          { value: "all", label: t("status.all") },
          { value: "active", label: t("status.active") },
          { value: "disabled", label: t("status.disabled") },
        ]}
      />
    </div>
  );
}
