"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { FormErrorSummary } from "@/components/ui/form-error-summary";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TagInput } from "@/components/ui/tag-input";
import { Textarea } from "@/components/ui/textarea";
import { Section, Specimen } from "./specimen";

const roles = [
  {
    value: "attending_physician",
    label: "Attending physician",
    description: "Approves for their own patients",
  },
  { value: "privacy_officer", label: "Privacy officer", description: "Reviews emergency access" },
  { value: "auditor", label: "Auditor", description: "Reads and verifies the log" },
];

export function FormSection() {
  const [attribute, setAttribute] = useState<string | null>("resource.attrs.record_type");
  const [chosen, setChosen] = useState<string[]>(["attending_physician"]);
  const [codes, setCodes] = useState<string[]>(["diagnosis", "lab_result"]);
  const [showErrors, setShowErrors] = useState(false);
  return (
    <Section title="Forms">
      <Specimen name="Text" className="flex-col items-stretch gap-4">
        <Field label="Name" hint="People see it in every request.">
          <Input defaultValue="Ward scribe" />
        </Field>
        <Field label="Action" error="Use letters, digits and dots, such as ehr.read. Nothing was saved.">
          <Input mono defaultValue="ehr read" />
        </Field>
        <Field label="Search" hideLabel>
          <Input iconStart={<Search aria-hidden />} placeholder="Search agents" end={<Kbd>/</Kbd>} />
        </Field>
        <Field label="Disabled" disabled>
          <Input defaultValue="Not yours to change" />
        </Field>
        <Field label="Reason" optional>
          <Textarea placeholder="Why this is needed now" />
        </Field>
      </Specimen>
      <Specimen name="Choice" className="flex-col items-stretch gap-4">
        <Field label="Role">
          <Select options={roles} defaultValue="attending_physician" />
        </Field>
        <Field label="Role, not chosen yet" error="Choose a role.">
          <Select options={roles} />
        </Field>
        <Field label="Attribute" hint="Found by typing; custom names are taken as typed.">
          <Combobox
            mono
            allowCustom
            clearable
            value={attribute}
            onValueChange={setAttribute}
            options={[
              {
                value: "resource.attrs.record_type",
                label: "resource.attrs.record_type",
                description: "diagnosis, medication",
              },
              { value: "context.purpose", label: "context.purpose", description: "TREAT, HOPERAT" },
              { value: "env.hour", label: "env.hour" },
            ]}
          />
        </Field>
        <Field label="Approver roles">
          <MultiCombobox options={roles} values={chosen} onValuesChange={setChosen} />
        </Field>
        <div className="flex flex-col gap-1.5">
          <span className="font-medium text-sm">Record types</span>
          <TagInput
            aria-label="Record types"
            mono
            values={codes}
            onValuesChange={setCodes}
            validate={(text) => (/^[a-z_]+$/.test(text) ? null : "Lower-case letters and underscores only.")}
          />
        </div>
      </Specimen>
      <Specimen name="Checkbox and switch" className="flex-col items-stretch gap-3">
        <Field
          layout="inline"
          label="Require a reason for denial"
          hint="On unless the policy says otherwise."
        >
          <Checkbox defaultChecked />
        </Field>
        <Field layout="inline" label="Some are selected">
          <Checkbox indeterminate />
        </Field>
        <Field layout="inline" label="Off">
          <Checkbox />
        </Field>
        <Field layout="inline" label="Not available on this plan" disabled>
          <Checkbox />
        </Field>
        <Field layout="inline" label="Agent is active">
          <Switch defaultChecked />
        </Field>
        <Field layout="inline" label="Notify by e-mail">
          <Switch />
        </Field>
        <Field layout="inline" label="Locked by directory" disabled>
          <Switch defaultChecked />
        </Field>
      </Specimen>
      <Specimen name="Radio" className="flex-col items-stretch gap-5">
        <Fieldset legend="Effect">
          <RadioGroup
            appearance="cards"
            aria-label="Effect"
            defaultValue="require_approval"
            options={[
              { value: "allow", label: "Allow", description: "The action goes ahead and is recorded." },
              {
                value: "require_approval",
                label: "Ask a person",
                description: "The agent waits for a decision.",
              },
              { value: "deny", label: "Deny", description: "Wins over every other policy." },
            ]}
          />
        </Fieldset>
        <RadioGroup
          aria-label="Expiry"
          defaultValue="24h"
          options={[
            { value: "1h", label: "One hour" },
            { value: "24h", label: "One day" },
            { value: "never", label: "Never", disabled: true },
          ]}
        />
      </Specimen>
      <Specimen name="Error summary" wide className="flex-col items-stretch">
        <button
          type="button"
          className="self-start text-accent-ink underline"
          onClick={() => setShowErrors(!showErrors)}
        >
          {showErrors ? "Hide errors" : "Show errors"}
        </button>
        <FormErrorSummary
          errors={
            showErrors
              ? [
                  { message: "Name is needed." },
                  { controlId: "design-action", message: "Action has a space in it." },
                ]
              : []
          }
        />
        <Input id="design-action" aria-label="Action" defaultValue="ehr read" />
      </Specimen>
    </Section>
  );
}
