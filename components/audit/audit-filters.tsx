"use client";

import { ListFilter } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { Tag } from "@/components/ui/tag";
import type { Translator } from "@/lib/i18n/translator";
import { type AuditFilter, type AuditFilterName, EFFECTS } from "./audit-filter";
import type { AuditNames, AuditPermissions } from "./audit-names";
import { eventTypeLabel } from "./event-words";
import { FilterForm } from "./filter-form";

export const FILTER_LABELS: Record<AuditFilterName, string> = {
  type: "What happened",
  effect: "Effect",
  actor: "Who",
  agent: "Agent",
  action: "Action",
  resource_type: "Resource type",
  policy: "Policy",
  approval: "Approval",
  from: "From",
  to: "To",
};

interface AuditFiltersProps {
  filter: AuditFilter;
  resourceId: string | null;
  names: AuditNames;
  may: AuditPermissions;
  onChange: (change: Partial<AuditFilter>) => void;
  onResourceId: (id: string | null) => void;
  onClear: () => void;
}

/** What the list is narrowed to, each part removable by itself. */
export function AuditFilters(props: AuditFiltersProps) {
  const { filter, resourceId, names, onChange, onResourceId, onClear } = props;
  const effects = useTranslations("decision.effects");
  const [open, setOpen] = useState(false);
  const active = activeFilters(filter);
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:contents">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button iconStart={<ListFilter aria-hidden />} className="max-sm:mr-auto">
            Filter
          </Button>
        }
        title="Filter the log"
        className="w-[min(26rem,calc(100vw-2rem))]"
      >
        <FilterForm {...props} onDone={() => setOpen(false)} />
      </Popover>
      {active.length === 0 && resourceId === null ? null : (
        <div className="flex min-w-0 flex-wrap items-center gap-2 max-sm:order-last max-sm:w-full">
          {active.map(([name, value]) => {
            const label = `${FILTER_LABELS[name]}: ${filterText(name, value, names, effects)}`;
            return (
              <Tag
                key={name}
                onRemove={() => onChange({ [name]: null })}
                removeLabel={`Remove filter ${label}`}
              >
                {label}
              </Tag>
            );
          })}
          {resourceId === null ? null : (
            <Tag onRemove={() => onResourceId(null)} removeLabel="Remove filter for one patient or resource">
              Patient or resource: {resourceId}
            </Tag>
          )}
          {active.length > 1 || (active.length > 0 && resourceId !== null) ? (
            <Button variant="ghost" size="sm" onClick={onClear}>
              Clear all
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

export function activeFilters(filter: AuditFilter): [AuditFilterName, string][] {
  return (Object.keys(FILTER_LABELS) as AuditFilterName[]).flatMap((name) => {
    const value = filter[name];
    return value === null || value === "" ? [] : [[name, value] as [AuditFilterName, string]];
  });
}

export function filterText(
  name: AuditFilterName,
  value: string,
  names: AuditNames,
  effects: Translator<"decision.effects">,
): string {
  switch (name) {
    case "type":
      return eventTypeLabel(value);
    case "effect":
      return EFFECTS.some((effect) => effect === value) ? effects(value as (typeof EFFECTS)[number]) : value;
    case "agent":
      return names.agents.get(value) ?? value;
    case "actor":
      return names.people.get(value) ?? names.agents.get(value) ?? value;
    case "policy":
      return names.policies.get(value) ?? value;
    default:
      return value;
  }
}
