"use client";

import { ListFilter } from "lucide-react";
import { useLocale, useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Deferred } from "@/components/ui/deferred";
import { Tag } from "@/components/ui/tag";
import type { Translator } from "@/lib/i18n/translator";
import { type AuditFilter, type AuditFilterName, EFFECTS } from "./audit-filter";
import type { AuditNames, AuditPermissions } from "./audit-names";
import { eventTypeLabel } from "./event-words";

const FILTERS = [
  "type",
  "effect",
  "actor",
  "agent",
  "action",
  "resource_type",
  "policy",
  "approval",
  "from",
  "to",
] as const satisfies AuditFilterName[];

const loadForm = () => import("./filter-popover");

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
  const t = useTranslations("audit.filters");
  const words = useFilterWords();
  const active = activeFilters(filter);
  const button = (
    <Button iconStart={<ListFilter aria-hidden />} className="max-sm:mr-auto">
      {t("open")}
    </Button>
  );
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:contents">
      <Deferred load={loadForm} popup="dialog" trigger={button}>
        {({ FilterPopover }) => <FilterPopover {...props} trigger={button} />}
      </Deferred>
      {active.length === 0 && resourceId === null ? null : (
        <div className="flex min-w-0 flex-wrap items-center gap-2 max-sm:order-last max-sm:w-full">
          {active.map(([name, value]) => {
            const label = filterLabel(name, value, names, words);
            return (
              <Tag
                key={name}
                onRemove={() => onChange({ [name]: null })}
                removeLabel={t("remove", { label })}
              >
                {label}
              </Tag>
            );
          })}
          {resourceId === null ? null : (
            <Tag onRemove={() => onResourceId(null)} removeLabel={t("removePatient")}>
              {t("patient", { id: resourceId })}
            </Tag>
          )}
          {active.length > 1 || (active.length > 0 && resourceId !== null) ? (
            <Button variant="ghost" size="sm" onClick={onClear}>
              {t("clear")}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

export function activeFilters(filter: AuditFilter): [AuditFilterName, string][] {
  return FILTERS.flatMap((name) => {
    const value = filter[name];
    return value === null || value === "" ? [] : [[name, value] as [AuditFilterName, string]];
  });
}

interface FilterWords {
  filters: Translator<"audit.filters">;
  events: Translator<"audit.events">;
  effects: Translator<"decision.effects">;
  locale: string;
}

export function useFilterWords(): FilterWords {
  const filters = useTranslations("audit.filters");
  const events = useTranslations("audit.events");
  const effects = useTranslations("decision.effects");
  const locale = useLocale();
  return { filters, events, effects, locale };
}

export function filterLabel(
  name: AuditFilterName,
  value: string,
  names: AuditNames,
  words: FilterWords,
): string {
  const label = words.filters(`names.${name}`);
  return `${label}: ${filterText(name, value, names, words)}`;
}

function filterText(
  name: AuditFilterName,
  value: string,
  names: AuditNames,
  { events, effects, locale }: FilterWords,
): string {
  switch (name) {
    case "type":
      return eventTypeLabel(value, events);
    case "effect":
      return EFFECTS.some((effect) => effect === value) ? effects(value as (typeof EFFECTS)[number]) : value;
    case "agent":
      return names.agents.get(value) ?? value;
    case "actor":
      return names.people.get(value) ?? names.agents.get(value) ?? value;
    case "policy":
      return names.policies.get(value) ?? value;
    case "from":
    case "to":
      return dayText(value, locale);
    default:
      return value;
  }
}

/** A day as it was chosen, or the UTC day and time of an instant that a link named. */
function dayText(value: string, locale: string): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  const isMidnight = at.getTime() % 86_400_000 === 0;
  const shape: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeZone: "UTC" };
  if (!isMidnight) shape.timeStyle = "short";
  return `${new Intl.DateTimeFormat(locale, shape).format(at)}${value.length > 10 ? " UTC" : ""}`;
}
