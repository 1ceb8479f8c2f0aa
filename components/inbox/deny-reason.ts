import type { Translator } from "@/lib/i18n/translator";

export const DENY_CHOICES = ["wrong_patient", "not_needed", "in_person", "other"] as const;
export type DenyChoice = (typeof DENY_CHOICES)[number];

type Reason = { kind: "given"; text: string } | { kind: "missing"; message: string };

/** The reason as it is sent and recorded: the choice in words, what was written behind it. */
export function denyReason(choice: DenyChoice | "", text: string, t: Translator<"inbox.denial">): Reason {
  const written = text.trim();
  if (choice === "" && written === "") return { kind: "missing", message: t("chooseOrWrite") };
  if (choice === "" || choice === "other") {
    return written === "" ? { kind: "missing", message: t("write") } : { kind: "given", text: written };
  }
  const label = t(`choices.${choice}`);
  return { kind: "given", text: written === "" ? label : `${label}: ${written}` };
}
