"use client";

import { Combobox } from "@base-ui/react/combobox";
import { ChevronsUpDown } from "lucide-react";
import { useContext, useMemo, useState } from "react";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { ComboboxClosers } from "@/components/ui/combobox-closers";
import { controlStyles } from "@/components/ui/control-styles";
import { popupStyles } from "@/components/ui/popup-styles";
import type { SeenType } from "@/lib/contracts/policy-vocabulary";
import { completePath, UNCHOSEN } from "../document/attribute-path";
import { VocabularyContext } from "./builder-context";
import { type ReferenceGroup, type ReferenceOption, ReferenceOptions } from "./reference-options";

interface ReferenceInputProps {
  path: string;
  /** With the types that the chosen attribute was seen to hold; none where it is not known. */
  onPathChange: (path: string, types: readonly SeenType[]) => void;
  label: string;
  invalid: boolean;
}

function matches(option: ReferenceOption, query: string): boolean {
  const { attribute } = option;
  const text = `${option.value} ${attribute?.seen?.samples.join(" ") ?? ""}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Chooses an attribute from the tree of those that are known, by searching in it, or takes a path as typed. */
export function ReferenceInput({ path, onPathChange, label, invalid }: ReferenceInputProps) {
  const t = useTranslations("policies.builder.reference");
  const { groups } = useContext(VocabularyContext);
  const [query, setQuery] = useState("");
  const current = path === UNCHOSEN ? null : path;
  const items = useMemo(
    () => withTyped(groups.map(asGroup), [query.trim(), current ?? ""]),
    [groups, query, current],
  );
  const selected = items.flatMap((group) => group.items).find((one) => one.value === current) ?? null;

  function choose(option: ReferenceOption | null) {
    if (option === null) return onPathChange(UNCHOSEN, []);
    const complete = option.attribute === null ? completePath(option.value) : option.value;
    const known = groups.flatMap((group) => group.attributes).find((one) => one.path === complete);
    onPathChange(complete, known?.types ?? []);
  }

  return (
    <Combobox.Root
      items={items}
      value={selected}
      onValueChange={choose}
      onInputValueChange={(text, details) => setQuery(details.reason === "input-change" ? text : "")}
      isItemEqualToValue={(one: ReferenceOption, other: ReferenceOption) => one.value === other.value}
      filter={matches}
      autoHighlight
    >
      <Combobox.InputGroup className="relative flex w-full items-center">
        <Combobox.Input
          aria-label={label}
          {...(invalid ? { "aria-invalid": true } : {})}
          placeholder={t("placeholder")}
          spellCheck={false}
          autoCapitalize="off"
          className={cn(controlStyles(), "pr-8 font-mono text-sm")}
        />
        <Combobox.Trigger
          aria-label={t("show")}
          className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
        >
          <ChevronsUpDown className="size-3.5" />
        </Combobox.Trigger>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} align="start" className="z-popover">
          <Combobox.Popup
            className={cn(popupStyles, "w-[max(var(--anchor-width),26rem)] max-w-(--available-width)")}
          >
            <ComboboxClosers />
            <Combobox.Empty>
              <div className="px-2 py-3 text-center text-ink-faint text-sm empty:hidden">{t("empty")}</div>
            </Combobox.Empty>
            <ReferenceOptions />
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function asGroup({
  root,
  attributes,
}: {
  root: string;
  attributes: readonly ReferenceAttribute[];
}): ReferenceGroup {
  const items = attributes.map((attribute) => ({ value: attribute.path, label: attribute.path, attribute }));
  return { value: root, items };
}

type ReferenceAttribute = NonNullable<ReferenceOption["attribute"]>;

/** What was typed, and a path that nobody has seen, can be chosen too. */
function withTyped(groups: readonly ReferenceGroup[], texts: readonly string[]): ReferenceGroup[] {
  const known = new Set(groups.flatMap((group) => group.items.map((item) => item.value)));
  const typed = [...new Set(texts)].filter((text) => text !== "" && !known.has(text));
  if (typed.length === 0) return [...groups];
  return [
    ...groups,
    { value: "typed", items: typed.map((value) => ({ value, label: value, attribute: null })) },
  ];
}
