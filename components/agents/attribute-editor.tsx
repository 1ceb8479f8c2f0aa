"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AttributeKind, type AttributeRow, KIND_LABELS } from "./attribute-rows";

interface AttributeEditorProps {
  rows: readonly AttributeRow[];
  onChange: (rows: AttributeRow[]) => void;
  faults: ReadonlyMap<number, string>;
  error: string | undefined;
}

const KINDS = (Object.entries(KIND_LABELS) as [AttributeKind, string][]).map(([value, label]) => ({
  value,
  label,
}));
const PLACEHOLDERS: Record<AttributeKind, string> = {
  text: "icu",
  number: "4",
  boolean: "",
  list: "3A, 3B",
  json: '{"ward": "3B"}',
};

/** Name and value of what policies may read about the agent. */
export function AttributeEditor({ rows, onChange, faults, error }: AttributeEditorProps) {
  const set = (key: number, part: Partial<AttributeRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    onChange([...rows, { key, name: "", kind: "text", value: "" }]);
  };
  return (
    <Fieldset legend="Attributes" hint="Facts that policies may ask about, such as unit or vendor.">
      {rows.map((row) => (
        <div key={row.key} className="flex flex-col gap-1">
          <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,2fr)_8.5rem_minmax(0,3fr)_auto]">
            <Field label="Attribute name" hideLabel>
              <Input
                id={`attribute-${row.key}`}
                mono
                value={row.name}
                maxLength={128}
                placeholder="unit"
                autoCapitalize="off"
                invalid={faults.has(row.key)}
                onValueChange={(name) => set(row.key, { name })}
              />
            </Field>
            <IconButton
              label={`Remove attribute ${row.name}`.trim()}
              className="sm:order-last"
              onClick={() => onChange(rows.filter((other) => other.key !== row.key))}
            >
              <Trash2 aria-hidden />
            </IconButton>
            <div className="col-span-2 grid grid-cols-[8.5rem_minmax(0,1fr)] gap-2 sm:contents">
              <Select
                aria-label={`Kind of ${row.name || "attribute"}`}
                options={KINDS}
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
        Add attribute
      </Button>
    </Fieldset>
  );
}

function AttributeValue({ row, onValue }: { row: AttributeRow; onValue: (value: string) => void }) {
  const label = `Value of ${row.name || "attribute"}`;
  if (row.kind === "boolean")
    return (
      <Select
        aria-label={label}
        options={[
          { value: "true", label: "Yes" },
          { value: "false", label: "No" },
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
