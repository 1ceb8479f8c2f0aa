"use client";

import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { AttributeRows } from "./attribute-rows";
import type { RequestFault, RequestForm } from "./request-document";

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

interface RequestFieldsProps {
  form: RequestForm;
  agents: readonly Choice[];
  people: readonly Choice[];
  faults: readonly RequestFault[];
  onChange: (change: Partial<RequestForm>) => void;
}

export function RequestFields({ form, agents, people, faults, onChange }: RequestFieldsProps) {
  const fault = (pointer: string) => faults.find((one) => one.pointer === pointer)?.message;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Agent" error={fault("/subject_id")}>
          <Combobox
            options={agents}
            value={form.agentId === "" ? null : form.agentId}
            onValueChange={(agentId) => onChange({ agentId: agentId ?? "" })}
            placeholder="Choose an agent"
            allowCustom
            clearable
          />
        </Field>
        <Field label="On behalf of" optional error={fault("/on_behalf_of_user_id")}>
          <Combobox
            options={people}
            value={form.onBehalfOf === "" ? null : form.onBehalfOf}
            onValueChange={(onBehalfOf) => onChange({ onBehalfOf: onBehalfOf ?? "" })}
            placeholder="Nobody"
            allowCustom
            clearable
          />
        </Field>
        <Field label="Action" error={fault("/action")}>
          <Input
            mono
            value={form.action}
            placeholder="ehr.read"
            onChange={(event) => onChange({ action: event.target.value })}
          />
        </Field>
        <Field label="Resource type" error={fault("/resource/type")}>
          <Input
            mono
            value={form.resourceType}
            placeholder="patient_record"
            onChange={(event) => onChange({ resourceType: event.target.value })}
          />
        </Field>
        <Field label="Resource id" optional error={fault("/resource/id")} className="sm:col-span-2">
          <Input
            mono
            value={form.resourceId}
            placeholder="p-100"
            onChange={(event) => onChange({ resourceId: event.target.value })}
          />
        </Field>
      </div>
      <AttributeRows
        legend="Resource attributes"
        placeholder="record_type"
        rows={form.resourceAttrs}
        onChange={(resourceAttrs) => onChange({ resourceAttrs })}
      />
      <AttributeRows
        legend="Context"
        placeholder="purpose"
        rows={form.context}
        onChange={(context) => onChange({ context })}
      />
    </div>
  );
}
