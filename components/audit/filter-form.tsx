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

const EXAMPLES = { action: "ehr.read", resourceType: "patient_record" };

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
  const t = useTranslations("audit.filters");
  const events = useTranslations("audit.events");
  const effects = useTranslations("decision.effects");
  const effectOptions = [
    { value: "any" as const, label: t("anyEffect") },
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
      <Field label={t("names.type")}>
        <Combobox
          options={eventTypeOptions(events)}
          value={draft.type}
          onValueChange={(type) => set({ type })}
          placeholder={t("anything")}
          clearable
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("names.from")}>
          <Input
            type="date"
            value={draft.from ?? ""}
            onChange={(event) => set({ from: typed(event.target.value) })}
          />
        </Field>
        <Field label={t("names.to")}>
          <Input
            type="date"
            value={draft.to ?? ""}
            onChange={(event) => set({ to: typed(event.target.value) })}
          />
        </Field>
        <Field label={t("names.effect")}>
          <Select
            options={effectOptions}
            value={draft.effect ?? "any"}
            onValueChange={(effect) => set({ effect: effect === "any" ? null : effect })}
          />
        </Field>
        <Field label={t("names.agent")}>
          <Combobox
            options={optionsOf(names.agents)}
            value={draft.agent}
            onValueChange={(agent) => set({ agent })}
            placeholder={t("anyAgent")}
            allowCustom
            clearable
          />
        </Field>
        <Field label={t("names.actor")}>
          <Combobox
            options={[...optionsOf(names.people), ...optionsOf(names.agents)]}
            value={draft.actor}
            onValueChange={(actor) => set({ actor })}
            placeholder={t("anybody")}
            allowCustom
            clearable
          />
        </Field>
        <Field label={t("names.policy")}>
          <Combobox
            options={optionsOf(names.policies)}
            value={draft.policy}
            onValueChange={(policy) => set({ policy })}
            placeholder={t("anyPolicy")}
            allowCustom
            clearable
          />
        </Field>
        <Field label={t("names.action")}>
          <Input
            mono
            value={draft.action ?? ""}
            placeholder={EXAMPLES.action}
            onChange={(event) => set({ action: typed(event.target.value) })}
          />
        </Field>
        <Field label={t("names.resource_type")}>
          <Input
            mono
            value={draft.resource_type ?? ""}
            placeholder={EXAMPLES.resourceType}
            onChange={(event) => set({ resource_type: typed(event.target.value) })}
          />
        </Field>
      </div>
      {may.reveal ? (
        <Field label={t("resourceId")} hint={t("resourceIdHint")}>
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
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}
