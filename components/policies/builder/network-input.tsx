"use client";

import { TagInput } from "@/components/ui/tag-input";
import { parseCondition } from "@/lib/policy";

interface NetworkInputProps {
  networks: readonly string[];
  onNetworksChange: (networks: string[]) => void;
  label: string;
  invalid: boolean;
}

function refusal(text: string): string | null {
  const test = parseCondition({ op: "ip_in", args: ["ctx.context.ip", text] });
  return test.kind === "ok" ? null : (test.faults[0]?.message ?? "This is no network.");
}

/** Networks in CIDR notation, each checked by the language's own parser before it is taken. */
export function NetworkInput({ networks, onNetworksChange, label, invalid }: NetworkInputProps) {
  return (
    <TagInput
      aria-label={label}
      mono
      invalid={invalid}
      values={networks}
      onValuesChange={onNetworksChange}
      validate={refusal}
      placeholder="10.20.0.0/16, 2001:db8::/32"
    />
  );
}
