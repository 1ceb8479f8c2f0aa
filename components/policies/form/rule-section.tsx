"use client";

import { useContext } from "react";
import { useTranslations } from "#i18n";
import { RadioGroup } from "@/components/ui/radio-group";
import { DEFAULT_PRIORITY, isNamePattern, type JsonObject } from "@/lib/policy";
import { VocabularyContext } from "../builder/builder-context";
import { ControlGroup } from "../control-group";
import { membersAt, withEffect } from "../document/policy-members";
import { useFault } from "../fault-context";
import { FlagField, TextField, TextsField, WholeNumberField } from "./form-fields";

export interface SectionProps {
  document: JsonObject;
  onEdit: (document: JsonObject, place: string) => void;
}

const EXAMPLES = { action: "ehr.read", resourceType: "patient_record" };
const EFFECTS = ["require_approval", "allow", "deny"] as const;

export function RuleSection({ document, onEdit }: SectionProps) {
  const t = useTranslations("policies.form.rule");
  const { actions, resourceTypes } = useContext(VocabularyContext);
  const member = membersAt(document, "", onEdit);
  const effect = EFFECTS.find((one) => one === document.effect);
  const refusal = (text: string) => (isNamePattern(text) ? null : t("noPattern"));
  return (
    <div className="flex flex-col gap-5">
      <TextField
        {...member("display_name")}
        label={t("name")}
        hint={t("nameHint")}
        placeholder={t("namePlaceholder")}
      />
      <ControlGroup label={t("effect")} title={t("effect")} error={useFault("/effect")}>
        <RadioGroup
          aria-label={t("effect")}
          appearance="cards"
          className="sm:grid sm:grid-cols-3"
          options={EFFECTS.map((value) => ({
            value,
            label: t(`effects.${value}.label`),
            description: t(`effects.${value}.note`),
          }))}
          {...(effect === undefined ? {} : { value: effect })}
          onValueChange={(next) => onEdit(withEffect(document, next), "/effect")}
        />
      </ControlGroup>
      <TextsField
        {...member("actions")}
        label={t("actions")}
        hint={t.rich("actionsHint", { code: (words) => <code>{words}</code> })}
        placeholder={EXAMPLES.action}
        validate={refusal}
        suggestions={actions}
      />
      <TextsField
        {...member("resource_types")}
        label={t("resourceTypes")}
        hint={t("resourceTypesHint")}
        optional
        mayBeAbsent
        placeholder={EXAMPLES.resourceType}
        validate={refusal}
        suggestions={resourceTypes}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <WholeNumberField
          {...member("priority")}
          label={t("priority")}
          hint={t("priorityHint")}
          placeholder={String(DEFAULT_PRIORITY)}
        />
        <FlagField {...member("enabled")} label={t("enabled")} hint={t("enabledHint")} className="sm:pt-6" />
      </div>
    </div>
  );
}
