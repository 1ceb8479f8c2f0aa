"use client";

import { useTranslations } from "#i18n";
import { useFaultWords } from "@/components/messages/fault-words";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Fault } from "@/lib/contracts/faults";
import { AttributeRows } from "./attribute-rows";
import type { RequestForm } from "./request-document";

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

/** Names of the language, alike in every tongue. */
const EXAMPLES = {
  action: "ehr.read",
  type: "patient_record",
  id: "p-100",
  attribute: "record_type",
  context: "purpose",
};

interface RequestFieldsProps {
  form: RequestForm;
  agents: readonly Choice[];
  people: readonly Choice[];
  faults: readonly Fault[];
  onChange: (change: Partial<RequestForm>) => void;
}

export function RequestFields({ form, agents, people, faults, onChange }: RequestFieldsProps) {
  const t = useTranslations("try-it.fields");
  const words = useFaultWords();
  const fault = (pointer: string) => {
    const found = faults.find((one) => one.pointer === pointer);
    return found && words(found);
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("agent")} error={fault("/subject_id")}>
          <Combobox
            options={agents}
            value={form.agentId === "" ? null : form.agentId}
            onValueChange={(agentId) => onChange({ agentId: agentId ?? "" })}
            placeholder={t("chooseAgent")}
            allowCustom
            clearable
          />
        </Field>
        <Field label={t("onBehalfOf")} optional error={fault("/on_behalf_of_user_id")}>
          <Combobox
            options={people}
            value={form.onBehalfOf === "" ? null : form.onBehalfOf}
            onValueChange={(onBehalfOf) => onChange({ onBehalfOf: onBehalfOf ?? "" })}
            placeholder={t("nobody")}
            allowCustom
            clearable
          />
        </Field>
        <Field label={t("action")} error={fault("/action") && t("wrongAction")}>
          <Input
            mono
            value={form.action}
            placeholder={EXAMPLES.action}
            onChange={(event) => onChange({ action: event.target.value })}
          />
        </Field>
        <Field label={t("resourceType")} error={fault("/resource/type") && t("wrongType")}>
          <Input
            mono
            value={form.resourceType}
            placeholder={EXAMPLES.type}
            onChange={(event) => onChange({ resourceType: event.target.value })}
          />
        </Field>
        <Field label={t("resourceId")} optional error={fault("/resource/id")} className="sm:col-span-2">
          <Input
            mono
            value={form.resourceId}
            placeholder={EXAMPLES.id}
            onChange={(event) => onChange({ resourceId: event.target.value })}
          />
        </Field>
      </div>
      <AttributeRows
        legend={t("resourceAttrs")}
        placeholder={EXAMPLES.attribute}
        rows={form.resourceAttrs}
        onChange={(resourceAttrs) => onChange({ resourceAttrs })}
      />
      <AttributeRows
        legend={t("context")}
        placeholder={EXAMPLES.context}
        rows={form.context}
        onChange={(context) => onChange({ context })}
      />
    </div>
  );
}
