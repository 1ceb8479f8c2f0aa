"use client";

import { RadioGroup } from "@/components/ui/radio-group";
import { ControlGroup } from "../control-group";
import { withMember } from "../document/policy-members";
import { useFault } from "../fault-context";
import type { SectionProps } from "./rule-section";

/** What happens when an attribute is missing or of the wrong type, so that the condition is neither true nor false. */
export function UnknownSection({ document, onEdit }: SectionProps) {
  const closed = document.effect === "allow" ? "no_match" : "match";
  const value =
    document.unknown === "match" || document.unknown === "no_match" ? document.unknown : undefined;
  const risky = document.effect === "allow" ? "match" : "no_match";
  const caution = (option: string) =>
    option === risky ? " Missing data then gives more access, not less." : " The safe choice.";
  return (
    <ControlGroup
      label="When an attribute is missing"
      title="When an attribute is missing"
      error={useFault("/unknown")}
    >
      <RadioGroup
        aria-label="When an attribute is missing"
        value={value ?? closed}
        onValueChange={(next) =>
          onEdit(withMember(document, "unknown", next === closed ? undefined : next), "/unknown")
        }
        options={[
          {
            value: "match",
            label: "The policy applies",
            description: `It cannot be told whether the condition is true, and the policy takes effect.${caution("match")}`,
          },
          {
            value: "no_match",
            label: "The policy is passed over",
            description: `The next policy in order is looked at.${caution("no_match")}`,
          },
        ]}
      />
    </ControlGroup>
  );
}
