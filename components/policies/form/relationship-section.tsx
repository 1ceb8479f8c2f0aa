"use client";

import { useContext, useMemo } from "react";
import { useTranslations } from "#i18n";
import { Fieldset } from "@/components/ui/fieldset";
import type { JsonValue } from "@/lib/policy";
import { type ChangeNode, VocabularyContext } from "../builder/builder-context";
import { ConditionBuilder } from "../builder/condition-builder";

interface RelationshipSectionProps {
  relationship: JsonValue | undefined;
  onRelationshipChange: ChangeNode<JsonValue | undefined>;
}

/** A condition over the approver and the request, such as "same unit". */
export function RelationshipSection({ relationship, onRelationshipChange }: RelationshipSectionProps) {
  const t = useTranslations("policies.form.approval");
  const vocabulary = useContext(VocabularyContext);
  const withApprover = useMemo(() => ({ ...vocabulary, groups: vocabulary.groupsOfApproval }), [vocabulary]);
  return (
    <Fieldset legend={t("relationship")} hint={t("relationshipHint")}>
      <VocabularyContext value={withApprover}>
        <ConditionBuilder
          condition={relationship}
          pointer="/approval/relationship"
          onConditionChange={onRelationshipChange}
          emptyText={t("noRelationship")}
        />
      </VocabularyContext>
    </Fieldset>
  );
}
