"use client";

import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { AgentDraft, FieldName } from "./agent-draft";
import { AttributeEditor } from "./attribute-editor";
import type { RoleChoice } from "./role-choice";
import { roleName } from "./role-name";

interface AgentFormFieldsProps {
  draft: AgentDraft;
  onChange: (part: Partial<AgentDraft>) => void;
  errors: Partial<Record<FieldName, string>>;
  rowErrors: ReadonlyMap<number, string>;
  roles: readonly RoleChoice[];
  people: readonly { id: string; name: string; email: string }[];
}

export function AgentFormFields(props: AgentFormFieldsProps) {
  const t = useTranslations("agents.form");
  const modes = useTranslations("agents.modes");
  const attributes = useTranslations("agents.attributes");
  const { draft, onChange, errors, rowErrors, roles, people } = props;
  const chosen = roles.filter((role) => draft.roles.includes(role.name));
  return (
    <>
      <Field label={t("name")} hint={t("nameHint")} error={errors.name}>
        <Input
          id="agent-name"
          value={draft.name}
          maxLength={200}
          placeholder={t("nameExample")}
          autoComplete="off"
          onValueChange={(name) => onChange({ name })}
        />
      </Field>
      <Field label={t("description")} optional hint={t("descriptionHint")} error={errors.description}>
        <Textarea
          id="agent-description"
          rows={2}
          value={draft.description}
          maxLength={2000}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <Fieldset legend={t("mode")} hint={t("modeHint")}>
        <RadioGroup
          appearance="cards"
          aria-label={t("mode")}
          value={draft.mode}
          onValueChange={(mode) => onChange({ mode })}
          options={(["read_only", "read_write"] as const).map((mode) => ({
            value: mode,
            label: modes(`${mode}.label`),
            description: modes(`${mode}.meaning`),
          }))}
        />
      </Fieldset>
      <div className="flex flex-col gap-2">
        <Field label={t("roles")} hint={t("rolesHint")} error={errors.roles}>
          <MultiCombobox
            id="agent-roles"
            options={roles.map((role) => ({
              value: role.name,
              label: role.displayName,
              description: role.permits.join("; ") || t("rolePermitsNothing"),
            }))}
            values={draft.roles}
            onValuesChange={(names) => onChange({ roles: names })}
            placeholder={t("rolesExample")}
          />
        </Field>
        <RoleMeaning roles={chosen} />
      </div>
      <Field label={t("owner")} optional hint={t("ownerHint")} error={errors.owner_user_id}>
        <Combobox
          id="agent-owner_user_id"
          clearable
          value={draft.ownerUserId}
          onValueChange={(ownerUserId) => onChange({ ownerUserId })}
          options={people.map((person) => ({
            value: person.id,
            label: person.name,
            description: person.email,
          }))}
          placeholder={t("ownerExample")}
        />
      </Field>
      <Field label={t("budget")} optional hint={t("budgetHint")} error={errors.daily_action_budget}>
        <Input
          id="agent-daily_action_budget"
          className="max-w-44"
          inputMode="numeric"
          value={draft.budget}
          placeholder={t("budgetExample")}
          onValueChange={(budget) => onChange({ budget })}
        />
      </Field>
      <AttributeEditor
        rows={draft.attributes}
        onChange={(attributes) => onChange({ attributes })}
        faults={rowErrors}
        error={errors.attrs}
        legend={attributes("legend")}
        hint={attributes("hint")}
        example="unit"
        addLabel={attributes("add")}
      />
    </>
  );
}

function RoleMeaning({ roles }: { roles: readonly RoleChoice[] }) {
  const t = useTranslations("agents.form");
  if (roles.length === 0) return <Callout tone="caution">{t("noRole")}</Callout>;
  return (
    <ul className="flex flex-col gap-1 text-ink-muted text-sm">
      {roles.map((role) => (
        <li key={role.name}>
          {role.permits.length === 0
            ? t.rich("permitsNothing", { role: roleName, name: role.displayName })
            : t.rich("permits", { role: roleName, name: role.displayName, what: role.permits.join("; ") })}
        </li>
      ))}
    </ul>
  );
}
