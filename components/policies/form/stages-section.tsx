"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/fieldset";
import { IconButton } from "@/components/ui/icon-button";
import { isList, isObject } from "../document/builder-node";
import { membersAt } from "../document/policy-members";
import { useFault } from "../fault-context";
import type { ApprovalPartProps } from "./approval-part";
import { RolesField, WholeNumberField } from "./form-fields";

/** Groups of approvers, one asked after the other has approved. */
export function StagesSection({ rule, roles }: ApprovalPartProps) {
  const t = useTranslations("policies.form.approval");
  const { pointer, value, onValueChange } = rule("stages");
  const stages = isList(value) ? value : [];
  const error = useFault(pointer);
  return (
    <Fieldset legend={t("stages")} hint={t("stagesHint")}>
      {stages.map((json, index) => {
        const number = String(index + 1);
        const member = membersAt(isObject(json) ? json : {}, `${pointer}/${index}`, (next) =>
          onValueChange(stages.with(index, next)),
        );
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: stages are edited in place and have no identity but their order.
            key={index}
            aria-label={t("stage", { number })}
            className="grid min-w-0 gap-4 rounded-md border border-line p-3 sm:grid-cols-[minmax(0,1fr)_9rem_auto]"
          >
            <RolesField {...member("approver_roles")} label={t("stageRoles", { number })} roles={roles} />
            <WholeNumberField {...member("quorum")} label={t("quorum")} placeholder="1" />
            <IconButton
              label={t("removeStage", { number })}
              className="sm:mt-6"
              onClick={() => onValueChange(stages.length === 1 ? undefined : stages.toSpliced(index, 1))}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </fieldset>
        );
      })}
      {error ? <p className="font-medium text-negative-ink text-sm">{error}</p> : null}
      <Button
        size="sm"
        className="self-start"
        iconStart={<Plus aria-hidden />}
        onClick={() => onValueChange([...stages, {}])}
      >
        {t("addStage")}
      </Button>
    </Fieldset>
  );
}
