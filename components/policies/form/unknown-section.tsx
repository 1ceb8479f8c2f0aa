"use client";

import { useTranslations } from "#i18n";
import { RadioGroup } from "@/components/ui/radio-group";
import { ControlGroup } from "../control-group";
import { withMember } from "../document/policy-members";
import { useFault } from "../fault-context";
import type { SectionProps } from "./rule-section";

const CHOICES = ["match", "no_match"] as const;

/** What happens when an attribute is missing or of the wrong type, so that the condition is neither true nor false. */
export function UnknownSection({ document, onEdit }: SectionProps) {
  const t = useTranslations("policies.form.unknown");
  const closed = document.effect === "allow" ? "no_match" : "match";
  const chosen = CHOICES.find((one) => one === document.unknown) ?? closed;
  return (
    <ControlGroup label={t("title")} title={t("title")} error={useFault("/unknown")}>
      <RadioGroup
        aria-label={t("title")}
        value={chosen}
        onValueChange={(next) =>
          onEdit(withMember(document, "unknown", next === closed ? undefined : next), "/unknown")
        }
        options={CHOICES.map((value) => ({
          value,
          label: t(`${value}.label`),
          description: t(`${value}.note`, { safe: value === closed ? "yes" : "no" }),
        }))}
      />
    </ControlGroup>
  );
}
