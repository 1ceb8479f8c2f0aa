"use client";

import { useCallback } from "react";
import { useTranslations } from "#i18n";
import type { Fault } from "@/lib/contracts/faults";
import type { Translator } from "@/lib/i18n/translator";

export type ToldFault = Pick<Fault, "message" | "code" | "params">;
export type FaultWords = (fault: ToldFault) => string;

/** A fault of the API in the reader's language. */
export function useFaultWords(): FaultWords {
  const t = useTranslations("errors.faults");
  return useCallback((fault) => faultWords(fault, t), [t]);
}

/** The sentence of a fault's code; its own, in English, where this version knows none. */
export function faultWords(
  { message, code = "", params = {} }: ToldFault,
  t: Translator<"errors.faults">,
): string {
  // Each message takes the parameters of its own code, which a test holds; the types cannot know it.
  const translate = t as unknown as (key: string, values: NonNullable<Fault["params"]>) => string;
  return t.has(`${code}` as "required") ? translate(`${code}`, params) : message;
}
