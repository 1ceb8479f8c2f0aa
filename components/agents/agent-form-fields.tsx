"use client";

import { Callout } from "@/components/ui/callout";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { AgentDraft, FieldName } from "./agent-draft";
import { MODE_WORDS } from "./agent-words";
import { AttributeEditor } from "./attribute-editor";
import type { RoleChoice } from "./role-choice";

interface AgentFormFieldsProps {
  draft: AgentDraft;
  onChange: (part: Partial<AgentDraft>) => void;
  errors: Partial<Record<FieldName, string>>;
  rowErrors: ReadonlyMap<number, string>;
  roles: readonly RoleChoice[];
  people: readonly { id: string; name: string; email: string }[];
}

export function AgentFormFields(props: AgentFormFieldsProps) {
  const { draft, onChange, errors, rowErrors, roles, people } = props;
  const chosen = roles.filter((role) => draft.roles.includes(role.name));
  return (
    <>
      <Field label="Name" hint="Approvers read it in every request." error={errors.name}>
        <Input
          id="agent-name"
          value={draft.name}
          maxLength={200}
          placeholder="Ward scribe"
          autoComplete="off"
          onValueChange={(name) => onChange({ name })}
        />
      </Field>
      <Field
        label="Description"
        optional
        hint="What it is for, where it runs, whom to call."
        error={errors.description}
      >
        <Textarea
          id="agent-description"
          rows={2}
          value={draft.description}
          maxLength={2000}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <Fieldset legend="What it may ask for at all" hint="A gate before roles and policies.">
        <RadioGroup
          appearance="cards"
          aria-label="What it may ask for at all"
          value={draft.mode}
          onValueChange={(mode) => onChange({ mode })}
          options={(["read_only", "read_write"] as const).map((mode) => ({
            value: mode,
            label: MODE_WORDS[mode].label,
            description: MODE_WORDS[mode].meaning,
          }))}
        />
      </Fieldset>
      <div className="flex flex-col gap-2">
        <Field
          label="Roles"
          hint="What it may ask for, before policies decide. It never gets more than the person it acts for."
          error={errors.roles}
        >
          <MultiCombobox
            id="agent-roles"
            options={roles.map((role) => ({
              value: role.name,
              label: role.displayName,
              description: role.permits.join("; ") || "Permits agents nothing",
            }))}
            values={draft.roles}
            onValuesChange={(names) => onChange({ roles: names })}
            placeholder="Choose roles"
          />
        </Field>
        <RoleMeaning roles={chosen} />
      </div>
      <Field
        label="Owner"
        optional
        hint="Answers for the agent, and never votes on its requests."
        error={errors.owner_user_id}
      >
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
          placeholder="Search people"
        />
      </Field>
      <Field
        label="Allowed actions a day"
        optional
        hint="After so many it is denied until midnight UTC. Empty: no limit."
        error={errors.daily_action_budget}
      >
        <Input
          id="agent-daily_action_budget"
          className="max-w-44"
          inputMode="numeric"
          value={draft.budget}
          placeholder="No limit"
          onValueChange={(budget) => onChange({ budget })}
        />
      </Field>
      <AttributeEditor
        rows={draft.attributes}
        onChange={(attributes) => onChange({ attributes })}
        faults={rowErrors}
        error={errors.attrs}
      />
    </>
  );
}

function RoleMeaning({ roles }: { roles: readonly RoleChoice[] }) {
  if (roles.length === 0)
    return (
      <Callout tone="caution">Without a role nothing is permitted: every request will be denied.</Callout>
    );
  return (
    <ul className="flex flex-col gap-1 text-ink-muted text-sm">
      {roles.map((role) => (
        <li key={role.name}>
          <span className="font-medium text-ink">{role.displayName}</span>{" "}
          {role.permits.length === 0
            ? "permits agents nothing."
            : `permits ${role.permits.join("; ")}. Policies then decide each request.`}
        </li>
      ))}
    </ul>
  );
}
