"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { DEFAULT_PRIORITY, isNamePattern, type JsonObject, type JsonValue } from "@/lib/policy";
import { ControlGroup } from "../control-group";
import { fieldText, withEffect, withMember } from "../document/policy-members";
import { useFault } from "../fault-context";
import { PatternsField, WholeNumberField } from "./form-fields";

export interface SectionProps {
  document: JsonObject;
  onEdit: (document: JsonObject, place: string) => void;
}

const EFFECTS = [
  {
    value: "require_approval",
    label: "Require approval",
    description: "A person decides before it may happen.",
  },
  { value: "allow", label: "Allow", description: "It may happen, within what roles permit." },
  { value: "deny", label: "Deny", description: "It must not happen." },
] as const;

function patternRefusal(text: string): string | null {
  return isNamePattern(text) ? null : "Dotted words, each a name or *: ehr.read, ehr.*, *.read.";
}

export function RuleSection({ document, onEdit }: SectionProps) {
  const set = (name: string) => (value: JsonValue | undefined) =>
    onEdit(withMember(document, name, value), `/${name}`);
  const effect = EFFECTS.find((one) => one.value === document.effect)?.value;
  return (
    <div className="flex flex-col gap-5">
      <Field label="Name" hint="As it stands in lists and decisions." error={useFault("/display_name")}>
        <Input
          value={fieldText(document.display_name)}
          onChange={(event) => set("display_name")(event.target.value)}
          placeholder="PHI access: require approval for clinical data"
        />
      </Field>
      <ControlGroup label="Effect" title="Effect" error={useFault("/effect")}>
        <RadioGroup
          aria-label="Effect"
          appearance="cards"
          className="sm:grid sm:grid-cols-3"
          options={EFFECTS}
          {...(effect === undefined ? {} : { value: effect })}
          onValueChange={(next) => onEdit(withEffect(document, next), "/effect")}
        />
      </ControlGroup>
      <PatternsField
        label="Actions"
        hint={
          <>
            What the agent does. <code>*</code> stands for one word, at the end for one or more. Press Enter
            after each.
          </>
        }
        pointer="/actions"
        value={document.actions}
        onValueChange={set("actions")}
        placeholder="ehr.read"
        validate={patternRefusal}
      />
      <PatternsField
        label="Resource types"
        hint="On what kind of resource. Left empty: on every kind."
        optional
        mayBeAbsent
        pointer="/resource_types"
        value={document.resource_types}
        onValueChange={set("resource_types")}
        placeholder="patient_record"
        validate={patternRefusal}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <WholeNumberField
          label="Priority"
          hint="0 to 1000. The lowest number is looked at first, and the first policy that matches decides."
          pointer="/priority"
          value={document.priority}
          onValueChange={set("priority")}
          placeholder={String(DEFAULT_PRIORITY)}
        />
        <Field
          layout="inline"
          label="Enabled"
          hint="A disabled policy keeps its place and decides nothing."
          error={useFault("/enabled")}
          className="sm:pt-6"
        >
          <Checkbox
            checked={document.enabled !== false}
            onCheckedChange={(checked) => set("enabled")(checked ? undefined : false)}
          />
        </Field>
      </div>
    </div>
  );
}
