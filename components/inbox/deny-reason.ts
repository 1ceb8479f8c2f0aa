export const DENY_CHOICES = [
  { value: "wrong_patient", label: "Wrong patient" },
  { value: "not_needed", label: "Not needed for care" },
  { value: "in_person", label: "Ask me in person" },
  { value: "other", label: "Other" },
] as const;
export type DenyChoice = (typeof DENY_CHOICES)[number]["value"];

type Reason = { kind: "given"; text: string } | { kind: "missing"; message: string };

/** The reason as it is sent and recorded: the choice in words, what was written behind it. */
export function denyReason(choice: DenyChoice | "", text: string): Reason {
  const written = text.trim();
  if (choice === "" && written === "") return { kind: "missing", message: "Choose a reason or write one." };
  if (choice === "" || choice === "other") {
    return written === ""
      ? { kind: "missing", message: "Write the reason." }
      : { kind: "given", text: written };
  }
  const label = DENY_CHOICES.find(({ value }) => value === choice)?.label ?? "";
  return { kind: "given", text: written === "" ? label : `${label}: ${written}` };
}
