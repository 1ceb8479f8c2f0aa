"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { TagInput } from "@/components/ui/tag-input";
import type { JsonObject, JsonValue } from "@/lib/policy";
import { isList, isObject } from "../document/builder-node";
import { formatJson } from "../document/format-json";
import { fieldText, fieldTexts, withMember } from "../document/policy-members";
import { useFault } from "../fault-context";
import type { SectionProps } from "./rule-section";

const KNOWN = [
  { value: "redact", label: "redact", description: "Leave fields out of what is handed on" },
  { value: "mask", label: "mask", description: "Show parts of fields only" },
  { value: "notify", label: "notify", description: "Tell somebody that it happened" },
];

/** What the agent must do with the answer; handed back with each decision that this policy makes. */
export function ObligationsSection({ document, onEdit }: SectionProps) {
  const obligations = isList(document.obligations) ? document.obligations : [];
  const set = (next: readonly JsonValue[], place: string) =>
    onEdit(withMember(document, "obligations", next.length === 0 ? undefined : next), place);
  const error = useFault("/obligations");
  return (
    <div className="flex flex-col gap-3">
      {obligations.map((json, index) => (
        <ObligationRow
          // biome-ignore lint/suspicious/noArrayIndexKey: obligations are edited in place and have no identity but their order.
          key={index}
          json={json}
          index={index}
          onChange={(next) => set(obligations.with(index, next), `/obligations/${index}`)}
          onRemove={() => set(obligations.toSpliced(index, 1), "/obligations")}
        />
      ))}
      {error ? <p className="font-medium text-negative-ink text-sm">{error}</p> : null}
      <Button
        size="sm"
        className="self-start"
        iconStart={<Plus aria-hidden />}
        onClick={() => set([...obligations, { type: "redact", fields: [] }], "/obligations")}
      >
        Add obligation
      </Button>
    </div>
  );
}

interface ObligationRowProps {
  json: JsonValue;
  index: number;
  onChange: (json: JsonValue) => void;
  onRemove: () => void;
}

function ObligationRow({ json, index, onChange, onRemove }: ObligationRowProps) {
  const members: JsonObject = isObject(json) ? json : {};
  const { type, fields, ...rest } = members;
  const pointer = `/obligations/${index}`;
  const typeError = useFault(`${pointer}/type`);
  const rowError = useFault(pointer);
  const fieldsError = useFault(`${pointer}/fields`, { within: true });
  const hasFields = isList(fields)
    ? fields.every((field) => typeof field === "string")
    : fields === undefined;
  const others = hasFields ? rest : withMember(rest, "fields", fields);
  return (
    <fieldset
      aria-label={`Obligation ${index + 1}`}
      className="grid min-w-0 gap-3 rounded-md border border-line p-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
    >
      <Field label="Obligation" error={typeError ?? rowError}>
        <Combobox
          aria-label={`Obligation ${index + 1}`}
          options={KNOWN}
          allowCustom
          value={fieldText(type) || null}
          onValueChange={(next) => onChange(withMember(members, "type", next ?? ""))}
        />
      </Field>
      {hasFields ? (
        <Field label="Fields" optional error={fieldsError}>
          <TagInput
            aria-label={`Fields of obligation ${index + 1}`}
            mono
            values={fieldTexts(fields)}
            placeholder="ssn, address"
            onValuesChange={(next) =>
              onChange(withMember(members, "fields", next.length === 0 ? undefined : next))
            }
          />
        </Field>
      ) : (
        <span />
      )}
      <IconButton label={`Remove obligation ${index + 1}`} className="sm:mt-6" onClick={onRemove}>
        <Trash2 aria-hidden />
      </IconButton>
      {Object.keys(others).length > 0 ? (
        <p className="text-ink-faint text-sm sm:col-span-3">
          And, edited as JSON: <code className="break-all text-xs">{formatJson(others)}</code>
        </p>
      ) : null}
    </fieldset>
  );
}
