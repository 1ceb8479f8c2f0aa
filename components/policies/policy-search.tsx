"use client";

import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { EFFECTS } from "@/lib/policy";
import type { PolicyFilter } from "./policy-filters";

interface PolicySearchProps {
  filter: PolicyFilter;
  onChange: (filter: Partial<PolicyFilter>) => void;
  /** Stands at the end of the line. */
  children?: ReactNode;
}

export function PolicySearch({ filter, onChange, children }: PolicySearchProps) {
  const t = useTranslations("policies.list.search");
  return (
    <search className="flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        iconStart={<Search aria-hidden />}
        value={filter.q}
        onChange={(event) => onChange({ q: event.target.value })}
        className="min-w-32 flex-1 basis-56 sm:max-w-sm"
      />
      <SegmentedControl
        aria-label={t("effect")}
        segments={[
          { value: "any" as const, label: t("anyEffect") },
          ...EFFECTS.map((effect) => ({ value: effect, label: t(`effects.${effect}`) })),
        ]}
        value={filter.effect ?? "any"}
        onValueChange={(effect) => onChange({ effect: effect === "any" ? null : effect })}
        className="max-sm:order-last max-sm:w-full"
      />
      {children ? <div className="ml-auto flex items-center gap-2">{children}</div> : null}
    </search>
  );
}
