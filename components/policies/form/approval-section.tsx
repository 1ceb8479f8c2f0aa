"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Select } from "@/components/ui/select";
import type { JsonValue } from "@/lib/policy";
import { isObject } from "../document/builder-node";
import { withMember } from "../document/policy-members";
import { useFault } from "../fault-context";
import type { ApprovalPartProps } from "./approval-part";
import { DurationField, RolesField, WholeNumberField } from "./form-fields";
import { RelationshipSection } from "./relationship-section";
import type { SectionProps } from "./rule-section";
import { StagesSection } from "./stages-section";

/** Who may approve, how many, how long it waits, and what a person must do to approve. */
export function ApprovalSection({
  document,
  onEdit,
  roles,
}: SectionProps & { roles: ApprovalPartProps["roles"] }) {
  const rules = isObject(document.approval) ? document.approval : {};
  const change = (name: string, value: JsonValue | undefined, place: string) => {
    const next = withMember(rules, name, value);
    const approval = Object.keys(next).length === 0 ? undefined : next;
    onEdit(withMember(document, "approval", approval), place);
  };
  const onRuleChange = (name: string) => (value: JsonValue | undefined) =>
    change(name, value, `/approval/${name}`);
  const part = { rules, onRuleChange, roles };
  return (
    <div className="flex flex-col gap-6">
      <ApproversPart {...part} />
      <StagesSection {...part} />
      <TimePart {...part} />
      <CarePart {...part} />
      <UsePart {...part} />
      <RelationshipSection
        relationship={rules.relationship}
        onRelationshipChange={(value, place) => change("relationship", value, place)}
      />
    </div>
  );
}

function ApproversPart({ rules, onRuleChange, roles }: ApprovalPartProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <RolesField
        label="Approver roles"
        hint="Any of these. Left empty: everybody who may decide approvals."
        pointer="/approval/approver_roles"
        value={rules.approver_roles}
        onValueChange={onRuleChange("approver_roles")}
        roles={roles}
      />
      <WholeNumberField
        label="People needed"
        hint="Distinct people who approve."
        pointer="/approval/quorum"
        value={rules.quorum}
        onValueChange={onRuleChange("quorum")}
        placeholder="1"
      />
    </div>
  );
}

function TimePart({ rules, onRuleChange, roles }: ApprovalPartProps) {
  return (
    <Fieldset legend="Time">
      <DurationField
        label="Expires after"
        hint="An expired request counts as denied."
        pointer="/approval/expires_in_seconds"
        value={rules.expires_in_seconds}
        onValueChange={onRuleChange("expires_in_seconds")}
        placeholder="24"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DurationField
          label="Escalates after"
          hint="Others are asked too when nobody has answered."
          optional
          pointer="/approval/escalate_after_seconds"
          value={rules.escalate_after_seconds}
          onValueChange={onRuleChange("escalate_after_seconds")}
        />
        <RolesField
          label="Escalates to"
          optional
          pointer="/approval/escalate_to_roles"
          value={rules.escalate_to_roles}
          onValueChange={onRuleChange("escalate_to_roles")}
          roles={roles}
        />
      </div>
    </Fieldset>
  );
}

function CarePart({ rules, onRuleChange }: ApprovalPartProps) {
  return (
    <Fieldset legend="Care">
      <Field
        layout="inline"
        label="Separation of duties"
        hint="Neither who asks, nor the person the agent acts for, nor the agent's owner may approve."
        error={useFault("/approval/separation_of_duties")}
      >
        <Checkbox
          checked={rules.separation_of_duties !== false}
          onCheckedChange={(checked) => onRuleChange("separation_of_duties")(checked ? undefined : false)}
        />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Reason" error={useFault("/approval/require_reason")}>
          <Select
            value={rules.require_reason === "always" ? "always" : "deny"}
            onValueChange={(next) => onRuleChange("require_reason")(next === "deny" ? undefined : next)}
            options={[
              { value: "deny", label: "Needed to deny" },
              { value: "always", label: "Needed to approve and to deny" },
            ]}
          />
        </Field>
        <Field label="Proof of presence" error={useFault("/approval/step_up")}>
          <Select
            value={rules.step_up === "passkey" ? "passkey" : "none"}
            onValueChange={(next) => onRuleChange("step_up")(next === "none" ? undefined : next)}
            options={[
              { value: "none", label: "Being signed in is enough" },
              { value: "passkey", label: "A passkey at each approval" },
            ]}
          />
        </Field>
      </div>
    </Fieldset>
  );
}

function UsePart({ rules, onRuleChange }: ApprovalPartProps) {
  return (
    <Fieldset
      legend="Use"
      hint="How often, and how long after, one approval may be used for the same request."
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <WholeNumberField
          label="Times"
          pointer="/approval/uses"
          value={rules.uses}
          onValueChange={onRuleChange("uses")}
          placeholder="1"
        />
        <DurationField
          label="Within"
          optional
          pointer="/approval/window_seconds"
          value={rules.window_seconds}
          onValueChange={onRuleChange("window_seconds")}
        />
      </div>
    </Fieldset>
  );
}
