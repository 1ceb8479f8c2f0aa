"use client";

import { Plus, X } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AttributeKind, type AttributeRow, attributeFault } from "./request-document";

const KINDS: readonly AttributeKind[] = ["text", "number", "yes_no", "json"];

interface AttributeRowsProps {
  legend: string;
  /** An example of a name. */
  placeholder: string;
  rows: readonly AttributeRow[];
  onChange: (rows: AttributeRow[]) => void;
}

/** Attributes by name, kind and value. */
export function AttributeRows({ legend, placeholder, rows, onChange }: AttributeRowsProps) {
  const t = useTranslations("try-it.attributes");
  const nextId = useId();
  const set = (index: number, change: Partial<AttributeRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...change } : row)));
  const add = () => onChange([...rows, { id: `${nextId}-${Date.now()}`, name: "", kind: "text", text: "" }]);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-ink text-sm">{legend}</legend>
      {rows.map((row, index) => (
        <AttributeEditor
          key={row.id}
          row={row}
          placeholder={placeholder}
          label={t("named", { legend, name: row.name || t("numbered", { number: index + 1 }) })}
          onChange={(change) => set(index, change)}
          onRemove={() => onChange(rows.filter((_, place) => place !== index))}
        />
      ))}
      <Button size="sm" variant="ghost" iconStart={<Plus aria-hidden />} onClick={add} className="self-start">
        {t("add")}
      </Button>
    </fieldset>
  );
}

interface AttributeEditorProps {
  row: AttributeRow;
  label: string;
  placeholder: string;
  onChange: (change: Partial<AttributeRow>) => void;
  onRemove: () => void;
}

function AttributeEditor({ row, label, placeholder, onChange, onRemove }: AttributeEditorProps) {
  const t = useTranslations("try-it.attributes");
  const fault = attributeFault(row);
  return (
    <div className="flex flex-col gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem_2.75rem] items-center gap-2 sm:grid-cols-[minmax(0,1fr)_6.5rem_minmax(0,1.2fr)_2rem]">
        <Input
          mono
          value={row.name}
          placeholder={placeholder}
          aria-label={t("name", { label })}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Select
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={row.kind}
          aria-label={t("kind", { label })}
          onValueChange={(kind) => onChange(kind === "yes_no" ? { kind, text: "true" } : { kind })}
        />
        <div className="order-4 col-span-2 min-w-0 sm:order-none sm:col-span-1">
          {row.kind === "yes_no" ? (
            <Select
              options={[
                { value: "true", label: t("yes") },
                { value: "false", label: t("no") },
              ]}
              value={row.text === "true" ? "true" : "false"}
              aria-label={t("value", { label })}
              onValueChange={(text) => onChange({ text })}
            />
          ) : (
            <Input
              mono
              value={row.text}
              invalid={fault !== null}
              inputMode={row.kind === "number" ? "decimal" : "text"}
              aria-label={t("value", { label })}
              onChange={(event) => onChange({ text: event.target.value })}
            />
          )}
        </div>
        <IconButton label={t("remove", { label })} size="sm" onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
      {fault === null ? null : (
        <p role="alert" className="font-medium text-negative-ink text-sm">
          {t(fault)}
        </p>
      )}
    </div>
  );
}
