"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/fieldset";
import { IconButton } from "@/components/ui/icon-button";
import { isList, isObject } from "../document/builder-node";
import { withMember } from "../document/policy-members";
import { useFault } from "../fault-context";
import type { ApprovalPartProps } from "./approval-part";
import { RolesField, WholeNumberField } from "./form-fields";

/** Groups of approvers, one asked after the other has approved. */
export function StagesSection({ rules, onRuleChange, roles }: ApprovalPartProps) {
  const stages = isList(rules.stages) ? rules.stages : [];
  const error = useFault("/approval/stages");
  const set = onRuleChange("stages");
  return (
    <Fieldset
      legend="Stages"
      hint="One after another. What a stage leaves open is taken from above. Without stages everybody is asked at once."
    >
      {stages.map((stage, index) => {
        const members = isObject(stage) ? stage : {};
        const pointer = `/approval/stages/${index}`;
        const change = (name: string) => (value: Parameters<typeof set>[0]) =>
          set(stages.with(index, withMember(members, name, value)));
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: stages are edited in place and have no identity but their order.
            key={index}
            aria-label={`Stage ${index + 1}`}
            className="grid min-w-0 gap-4 rounded-md border border-line p-3 sm:grid-cols-[minmax(0,1fr)_9rem_auto]"
          >
            <RolesField
              label={`Stage ${index + 1}: roles`}
              pointer={`${pointer}/approver_roles`}
              value={members.approver_roles}
              onValueChange={change("approver_roles")}
              roles={roles}
            />
            <WholeNumberField
              label="People needed"
              pointer={`${pointer}/quorum`}
              value={members.quorum}
              onValueChange={change("quorum")}
              placeholder="1"
            />
            <IconButton
              label={`Remove stage ${index + 1}`}
              className="sm:mt-6"
              onClick={() => set(stages.length === 1 ? undefined : stages.toSpliced(index, 1))}
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
        onClick={() => set([...stages, {}])}
      >
        Add stage
      </Button>
    </Fieldset>
  );
}
