"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AuditFilter, EFFECTS } from "./audit-filter";
import type { AuditNames, AuditPermissions } from "./audit-names";
import { eventTypeOptions } from "./event-words";

interface FilterFormProps {
  filter: AuditFilter;
  resourceId: string | null;
  names: AuditNames;
  may: AuditPermissions;
  onChange: (change: Partial<AuditFilter>) => void;
  onResourceId: (id: string | null) => void;
  onDone: () => void;
}

const optionsOf = (names: ReadonlyMap<string, string>) =>
  [...names].map(([value, label]) => ({ value, label, description: value }));

/** All filters at once; they take effect together, so that a log of a million entries is asked once. */
export function FilterForm({
  filter,
  resourceId,
  names,
  may,
  onChange,
  onResourceId,
  onDone,
}: FilterFormProps) {
  const effects = useTranslations("decision.effects");
  const effectOptions = [
    { value: "any" as const, label: "Any effect" },
    ...EFFECTS.map((value) => ({ value, label: effects(value) })),
  ];
  const [draft, setDraft] = useState(filter);
  const [patient, setPatient] = useState(resourceId ?? "");
  const set = (change: Partial<AuditFilter>) => setDraft((now) => ({ ...now, ...change }));
  const typed = (text: string) => (text.trim() === "" ? null : text.trim());

  function apply(event: FormEvent) {
    event.preventDefault();
    onChange(draft);
    if (typed(patient) !== resourceId) onResourceId(typed(patient));
    onDone();
  }

  return (
    <form onSubmit={apply} className="flex flex-col gap-3">
      <Field label="What happened">
        <Combobox
          options={eventTypeOptions}
          value={draft.type}
          onValueChange={(type) => set({ type })}
          placeholder="Anything"
          clearable
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="From">
          <Input
            type="date"
            value={draft.from ?? ""}
            onChange={(event) => set({ from: typed(event.target.value) })}
          />
        </Field>
        <Field label="To">
          <Input
            type="date"
            value={draft.to ?? ""}
            onChange={(event) => set({ to: typed(event.target.value) })}
          />
        </Field>
        <Field label="Effect">
          <Select
            options={effectOptions}
            value={draft.effect ?? "any"}
            onValueChange={(effect) => set({ effect: effect === "any" ? null : effect })}
          />
        </Field>
        <Field label="Agent">
          <Combobox
            options={optionsOf(names.agents)}
            value={draft.agent}
            onValueChange={(agent) => set({ agent })}
            placeholder="Any agent"
            allowCustom
            clearable
          />
        </Field>
        <Field label="Who">
          <Combobox
            options={[...optionsOf(names.people), ...optionsOf(names.agents)]}
            value={draft.actor}
            onValueChange={(actor) => set({ actor })}
            placeholder="Anybody"
            allowCustom
            clearable
          />
        </Field>
        <Field label="Policy">
          <Combobox
            options={optionsOf(names.policies)}
            value={draft.policy}
            onValueChange={(policy) => set({ policy })}
            placeholder="Any policy"
            allowCustom
            clearable
          />
        </Field>
        <Field label="Action">
          <Input
            mono
            value={draft.action ?? ""}
            placeholder="ehr.read"
            onChange={(event) => set({ action: typed(event.target.value) })}
          />
        </Field>
        <Field label="Resource type">
          <Input
            mono
            value={draft.resource_type ?? ""}
            placeholder="patient_record"
            onChange={(event) => set({ resource_type: typed(event.target.value) })}
          />
        </Field>
      </div>
      {may.reveal ? (
        <Field
          label="Patient or resource id"
          hint="Exactly as the agents send it. The log records, under your name, that you searched for it; it stays out of the address."
        >
          <Input
            mono
            value={patient}
            autoComplete="off"
            onChange={(event) => setPatient(event.target.value)}
          />
        </Field>
      ) : null}
      <div className="flex justify-end gap-2 pt-1">
        <Button type="submit" variant="primary">
          Show entries
        </Button>
      </div>
    </form>
  );
}
