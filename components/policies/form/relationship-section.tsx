"use client";

import { useContext, useMemo } from "react";
import { Fieldset } from "@/components/ui/fieldset";
import type { JsonValue } from "@/lib/policy";
import { AttributeContext, type ChangeNode } from "../builder/builder-context";
import { ConditionBuilder } from "../builder/condition-builder";
import { APPROVER_PATHS } from "../document/attribute-path";

interface RelationshipSectionProps {
  relationship: JsonValue | undefined;
  onRelationshipChange: ChangeNode<JsonValue | undefined>;
}

/** A condition over the approver and the request, such as "same unit". */
export function RelationshipSection({ relationship, onRelationshipChange }: RelationshipSectionProps) {
  const attributes = useContext(AttributeContext);
  const all = useMemo(() => [...APPROVER_PATHS, ...attributes], [attributes]);
  return (
    <Fieldset
      legend="Who of them"
      hint="Narrows the approvers by what ties them to the request, such as the same unit."
    >
      <AttributeContext value={all}>
        <ConditionBuilder
          condition={relationship}
          pointer="/approval/relationship"
          onConditionChange={onRelationshipChange}
          emptyText="Everybody with these roles may approve."
        />
      </AttributeContext>
    </Fieldset>
  );
}
