"use client";

import { useTranslations } from "#i18n";
import { Fieldset } from "@/components/ui/fieldset";
import type { JsonObject } from "@/lib/policy";
import { isObject } from "../document/builder-node";
import { membersAt, withMember } from "../document/policy-members";
import type { ApprovalPartProps } from "./approval-part";
import { ChoiceField, DurationField, FlagField, RolesField, WholeNumberField } from "./form-fields";
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
  const change = (next: JsonObject, place: string) => {
    const approval = Object.keys(next).length === 0 ? undefined : next;
    onEdit(withMember(document, "approval", approval), place);
  };
  const rule = membersAt(rules, "/approval", change);
  const part = { rule, roles };
  return (
    <div className="flex flex-col gap-6">
      <ApproversPart {...part} />
      <StagesSection {...part} />
      <TimePart {...part} />
      <CarePart {...part} />
      <UsePart {...part} />
      <RelationshipSection
        relationship={rules.relationship}
        onRelationshipChange={(value, place) => change(withMember(rules, "relationship", value), place)}
      />
    </div>
  );
}

function ApproversPart({ rule, roles }: ApprovalPartProps) {
  const t = useTranslations("policies.form.approval");
  return (
    <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <RolesField {...rule("approver_roles")} label={t("roles")} hint={t("rolesHint")} roles={roles} />
      <WholeNumberField {...rule("quorum")} label={t("quorum")} hint={t("quorumHint")} placeholder="1" />
    </div>
  );
}

function TimePart({ rule, roles }: ApprovalPartProps) {
  const t = useTranslations("policies.form.approval");
  return (
    <Fieldset legend={t("time")}>
      <DurationField
        {...rule("expires_in_seconds")}
        label={t("expires")}
        hint={t("expiresHint")}
        placeholder="24"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DurationField
          {...rule("escalate_after_seconds")}
          label={t("escalates")}
          hint={t("escalatesHint")}
          optional
        />
        <RolesField {...rule("escalate_to_roles")} label={t("escalatesTo")} optional roles={roles} />
      </div>
    </Fieldset>
  );
}

function CarePart({ rule }: ApprovalPartProps) {
  const t = useTranslations("policies.form.approval");
  return (
    <Fieldset legend={t("care")}>
      <FlagField {...rule("separation_of_duties")} label={t("separation")} hint={t("separationHint")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceField
          {...rule("require_reason")}
          label={t("reason")}
          options={[
            { value: "deny", label: t("reasonDeny") },
            { value: "always", label: t("reasonAlways") },
          ]}
        />
        <ChoiceField
          {...rule("step_up")}
          label={t("presence")}
          options={[
            { value: "none", label: t("presenceNone") },
            { value: "passkey", label: t("presencePasskey") },
          ]}
        />
      </div>
    </Fieldset>
  );
}

function UsePart({ rule }: ApprovalPartProps) {
  const t = useTranslations("policies.form.approval");
  return (
    <Fieldset legend={t("use")} hint={t("useHint")}>
      <div className="grid gap-5 sm:grid-cols-2">
        <WholeNumberField {...rule("uses")} label={t("times")} placeholder="1" />
        <DurationField {...rule("window_seconds")} label={t("within")} optional />
      </div>
    </Fieldset>
  );
}
