"use client";

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
  const section = { document, onEdit };
  return (
    <div className="flex flex-col gap-4">
      <Card aria-label="Rule">
        <CardHeader title="Rule" />
        <CardBody>
          <RuleSection {...section} />
        </CardBody>
      </Card>
      <Card aria-label="Condition">
        <CardHeader title="Condition" description="When it applies, by what is known of the request." />
        <CardBody className="flex flex-col gap-6">
          <ConditionBuilder
            condition={document.condition}
            pointer="/condition"
            onConditionChange={(condition, place) =>
              onEdit(withMember(document, "condition", condition), place)
            }
            emptyText="Applies to every request with these actions and resource types."
          />
          {document.condition === undefined || document.condition === true ? null : (
            <UnknownSection {...section} />
          )}
        </CardBody>
      </Card>
      {document.effect === "require_approval" ? (
        <Card aria-label="Approval">
          <CardHeader title="Approval" description="Who decides, how, and for how long it counts." />
          <CardBody>
            <ApprovalSection {...section} roles={roles} />
          </CardBody>
        </Card>
      ) : null}
      <Card aria-label="Obligations">
        <CardHeader
          title="Obligations"
          description="What the agent must do with the answer when this policy decides."
        />
        <CardBody>
          <ObligationsSection {...section} />
        </CardBody>
      </Card>
    </div>
  );
}
