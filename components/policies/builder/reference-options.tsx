"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { popupGroupLabelStyles, popupItemStyles } from "@/components/ui/popup-styles";
import type { Attribute } from "../document/attribute-path";
import { completePath } from "../document/attribute-path";

export interface ReferenceOption {
  readonly value: string;
  readonly label: string;
  /** Null for what was typed. */
  readonly attribute: Attribute | null;
}

/** A part of the request, or "typed". */
export interface ReferenceGroup {
  readonly value: string;
  readonly items: readonly ReferenceOption[];
}

/** The tree: parts of the request, their attributes, and what lies within those. */
export function ReferenceOptions() {
  const t = useTranslations("policies.builder.reference");
  return (
    <Combobox.List className="scroll-thin max-h-80 overflow-y-auto empty:hidden">
      {(group: ReferenceGroup) => (
        <Combobox.Group key={group.value} items={group.items} className="pb-1">
          <Combobox.GroupLabel className={cn(popupGroupLabelStyles, "sticky top-0 z-1 bg-raised")}>
            {t(`roots.${group.value as "typed"}`)}
          </Combobox.GroupLabel>
          <Combobox.Collection>
            {(option: ReferenceOption) => (
              <Combobox.Item
                key={option.value}
                value={option}
                className={cn(popupItemStyles, "items-start pr-8")}
              >
                <OptionText option={option} />
                <Combobox.ItemIndicator className="absolute top-2 right-2">
                  <Check className="size-4 text-accent-ink" />
                </Combobox.ItemIndicator>
              </Combobox.Item>
            )}
          </Combobox.Collection>
        </Combobox.Group>
      )}
    </Combobox.List>
  );
}

function OptionText({ option: { attribute, value } }: { option: ReferenceOption }) {
  const t = useTranslations("policies.builder.reference");
  if (attribute === null) {
    const complete = completePath(value);
    return (
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-mono text-sm">{complete}</span>
        <span className="text-ink-faint text-sm">{t("asTyped")}</span>
      </span>
    );
  }
  return (
    <span
      className={cn("flex min-w-0 flex-1 flex-col", attribute.depth > 0 && "border-line border-l pl-2.5")}
    >
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-mono text-sm">{attribute.name}</span>
        <span className="ml-auto shrink-0 text-ink-faint text-xs">
          {attribute.types.map((type) => t(`types.${type}`)).join(" / ")}
        </span>
      </span>
      <span className="truncate text-ink-faint text-sm">
        <Where attribute={attribute} />
      </span>
    </span>
  );
}

/** Where it was seen, and a few values where they may be shown. */
function Where({ attribute: { fixed, seen } }: { attribute: Attribute }) {
  const t = useTranslations("policies.builder.reference");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { style: "short", type: "unit" });
  const places = (seen?.sources ?? []).map(
    (source) => source.type ?? t(`sources.${source.kind as "agents"}`),
  );
  const where = fixed === null ? list.format([...new Set(places)]) : t(`fixed.${fixed}`);
  const samples = seen?.samples ?? [];
  if (samples.length === 0) return where;
  return t.rich("withSamples", {
    where,
    samples: samples.slice(0, 3).join(", "),
    code: (words) => <span className="font-mono text-xs">{words}</span>,
  });
}
