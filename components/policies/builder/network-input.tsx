"use client";

import { TagInput } from "@/components/ui/tag-input";
import { checkCondition, literalEngine } from "@/lib/policy";
import { usePolicyFaultWords } from "../fault-words";

interface NetworkInputProps {
  networks: readonly string[];
  onNetworksChange: (networks: string[]) => void;
  label: string;
  invalid: boolean;
}

const EXAMPLES = ["10.20.0.0/16", "2001:db8::/32"];

/** Networks in CIDR notation, each checked by the language's own parser before it is taken. */
export function NetworkInput({ networks, onNetworksChange, label, invalid }: NetworkInputProps) {
  const words = usePolicyFaultWords();
  function refusal(text: string): string | null {
    const test = checkCondition({ op: "ip_in", args: ["ctx.context.ip", text] }, literalEngine);
    return test.kind === "ok" || test.faults[0] === undefined ? null : words(test.faults[0]);
  }
  return (
    <TagInput
      aria-label={label}
      mono
      invalid={invalid}
      values={networks}
      onValuesChange={onNetworksChange}
      validate={refusal}
      placeholder={EXAMPLES.join(", ")}
    />
  );
}
