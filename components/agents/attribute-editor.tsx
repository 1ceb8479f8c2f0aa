"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ATTRIBUTE_KINDS, type AttributeKind, type AttributeRow, JSON_EXAMPLE } from "./attribute-rows";

interface AttributeEditorProps {
  rows: readonly AttributeRow[];
  onChange: (rows: AttributeRow[]) => void;
  faults: ReadonlyMap<number, string>;
  error: string | undefined;
  legend: string;
  hint: string;
  /** An example of a name. */
  example: string;
  /** What the button says that adds one. */
  addLabel: string;
  kinds?: readonly AttributeKind[];
}

const PLACEHOLDERS: Record<AttributeKind, string> = {
  text: "icu",
  number: "4",
  boolean: "",
  list: "3A, 3B",
  json: JSON_EXAMPLE,
};

/** Values by name and kind. */
export function AttributeEditor(props: AttributeEditorProps) {
  const { rows, onChange, faults, error, legend, hint, example, addLabel, kinds = ATTRIBUTE_KINDS } = props;
  const t = useTranslations("agents.attributes");
  const set = (key: number, part: Partial<AttributeRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    onChange([...rows, { key, name: "", kind: "text", value: "" }]);
  };
  return (
    <Fieldset legend={legend} hint={hint}>
      {rows.map((row) => (
        <div key={row.key} className="flex flex-col gap-1">
          <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,2fr)_8.5rem_minmax(0,3fr)_auto]">
            <Field label={t("name")} hideLabel>
              <Input
                id={`attribute-${row.key}`}
                mono
                value={row.name}
                maxLength={128}
                placeholder={example}
                autoCapitalize="off"
                invalid={faults.has(row.key)}
                onValueChange={(name) => set(row.key, { name })}
              />
            </Field>
            <IconButton
              label={t("remove", { name: row.name }).trim()}
              className="sm:order-last"
              onClick={() => onChange(rows.filter((other) => other.key !== row.key))}
            >
              <Trash2 aria-hidden />
            </IconButton>
            <div className="col-span-2 grid grid-cols-[8.5rem_minmax(0,1fr)] gap-2 sm:contents">
              <Select
                aria-label={t("kind", { name: row.name || t("nameless") })}
                options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
                value={row.kind}
                onValueChange={(kind) =>
                  set(row.key, kind === "boolean" ? { kind, value: String(row.value === "true") } : { kind })
                }
              />
              <AttributeValue row={row} onValue={(value) => set(row.key, { value })} />
            </div>
          </div>
          {faults.has(row.key) ? (
            <p className="font-medium text-negative-ink text-sm">{faults.get(row.key)}</p>
          ) : null}
        </div>
      ))}
      {error ? <p className="font-medium text-negative-ink text-sm">{error}</p> : null}
      <Button size="sm" className="self-start" iconStart={<Plus aria-hidden />} onClick={add}>
        {addLabel}
      </Button>
    </Fieldset>
  );
}

function AttributeValue({ row, onValue }: { row: AttributeRow; onValue: (value: string) => void }) {
  const t = useTranslations("agents.attributes");
  const label = t("value", { name: row.name || t("nameless") });
  if (row.kind === "boolean")
    return (
      <Select
        aria-label={label}
        options={[
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
        value={row.value === "true" ? "true" : "false"}
        onValueChange={onValue}
      />
    );
  return (
    <Field label={label} hideLabel>
      <Input
        value={row.value}
        mono={row.kind === "json"}
        placeholder={PLACEHOLDERS[row.kind]}
        inputMode={row.kind === "number" ? "decimal" : "text"}
        onValueChange={onValue}
      />
    </Field>
  );
}
