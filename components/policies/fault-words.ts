"use client";

import { useCallback } from "react";
import { useTranslations } from "#i18n";
import { type FaultWords, faultWords } from "@/components/messages/fault-words";
import type { Translator } from "@/lib/i18n/translator";

/** A fault of a policy in the reader's language: the parser's, which are the most, or another of the API. */
export function usePolicyFaultWords(): FaultWords {
  const ofPolicies = useTranslations("policies.form.faults");
  const ofAll = useTranslations("errors.faults");
  return useCallback(
    (fault) => {
      const isOfPolicies = ofPolicies.has(`${fault.code ?? ""}` as "text");
      // The groups differ in their keys alone, and has() has asked for this one.
      return faultWords(fault, isOfPolicies ? (ofPolicies as unknown as Translator<"errors.faults">) : ofAll);
    },
    [ofPolicies, ofAll],
  );
}
