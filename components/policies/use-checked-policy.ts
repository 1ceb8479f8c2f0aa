"use client";

import { useMemo } from "react";
import type { Fault } from "@/lib/contracts/faults";
import { checkPolicy, type JsonObject, literalEngine, type Policy } from "@/lib/policy";
import { hasOpenPattern, useRegexEngine } from "./use-regex-engine";

interface CheckedPolicy {
  /** Null where the document is no policy, or is not known to be one. */
  readonly policy: Policy | null;
  readonly faults: readonly Fault[];
  /** Whether a pattern waits for the engine that judges it. */
  readonly isChecking: boolean;
}

/** The document as a policy, or what is wrong with it. Nothing counts as right before it has been looked at. */
export function useCheckedPolicy(document: JsonObject): CheckedPolicy {
  const known = useMemo(() => checkPolicy(document, literalEngine), [document]);
  const isOpen = hasOpenPattern(known);
  const { regex, state } = useRegexEngine(isOpen);
  return useMemo(() => {
    if (!isOpen || state === "whole") {
      const parsed = isOpen ? checkPolicy(document, regex) : known;
      return parsed.kind === "ok"
        ? { policy: parsed.value, faults: [], isChecking: false }
        : { policy: null, faults: parsed.faults, isChecking: false };
    }
    const faults = known.kind === "invalid" ? known.faults : [];
    const isUnreachable = state === "unreachable";
    return {
      policy: null,
      faults: faults.flatMap((fault) => {
        if (fault.code !== "regex") return [fault];
        return isUnreachable ? [{ ...fault, code: "regex_unchecked" }] : [];
      }),
      isChecking: !isUnreachable,
    };
  }, [document, known, isOpen, regex, state]);
}
