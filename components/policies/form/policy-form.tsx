"use client";

import { useTranslations } from "#i18n";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConditionBuilder } from "../builder/condition-builder";
import { withMember } from "../document/policy-members";
import { ApprovalSection } from "./approval-section";
import type { RoleChoice } from "./form-fields";
import { ObligationsSection } from "./obligations-section";
import { RuleSection, type SectionProps } from "./rule-section";
import { UnknownSection } from "./unknown-section";

interface PolicyFormProps extends SectionProps {
  roles: readonly RoleChoice[] | null;
}

/** The whole document as a form. */
export function PolicyForm({ document, onEdit, roles }: PolicyFormProps) {
  const t = useTranslations("policies.form.sections");
  const section = { document, onEdit };
  return (
    <div className="flex flex-col gap-4">
      <Card aria-label={t("rule")}>
        <CardHeader title={t("rule")} />
        <CardBody>
          <RuleSection {...section} />
        </CardBody>
      </Card>
      <Card aria-label={t("condition")}>
        <CardHeader title={t("condition")} description={t("conditionNote")} />
        <CardBody className="flex flex-col gap-6">
          <ConditionBuilder
            condition={document.condition}
            pointer="/condition"
            onConditionChange={(condition, place) =>
              onEdit(withMember(document, "condition", condition), place)
            }
            emptyText={t("noCondition")}
          />
          {document.condition === undefined || document.condition === true ? null : (
            <UnknownSection {...section} />
          )}
        </CardBody>
      </Card>
      {document.effect === "require_approval" ? (
        <Card aria-label={t("approval")}>
          <CardHeader title={t("approval")} description={t("approvalNote")} />
          <CardBody>
            <ApprovalSection {...section} roles={roles} />
          </CardBody>
        </Card>
      ) : null}
      <Card aria-label={t("obligations")}>
        <CardHeader title={t("obligations")} description={t("obligationsNote")} />
        <CardBody>
          <ObligationsSection {...section} />
        </CardBody>
      </Card>
    </div>
  );
}
