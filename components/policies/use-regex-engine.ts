"use client";

import { useState } from "react";
import { useDeferred } from "@/components/ui/use-deferred";
import { literalEngine, type Parsed, type RegexEngine } from "@/lib/policy";

/** RE2 is a third of what an editor's page would otherwise load, and few policies have a pattern that needs it. */
const loadRegex = () => import("@/lib/policy/regex");

interface PatternEngine {
  readonly regex: RegexEngine;
  /** `partial` knows plain texts alone, until `whole` has come; `unreachable` when it did not, though it is tried again. */
  readonly state: "partial" | "whole" | "unreachable";
}

/** The engine for patterns, fetched from when it is wanted on. */
export function useRegexEngine(wanted: boolean): PatternEngine {
  const [failed, setFailed] = useState(false);
  const whole = useDeferred(loadRegex, wanted, () => setFailed(true));
  if (whole !== null) return { regex: whole.compileRegex, state: "whole" };
  return { regex: literalEngine, state: failed ? "unreachable" : "partial" };
}

/** Whether a document parsed with the partial engine has a pattern that only the whole one can judge. */
export function hasOpenPattern(parsed: Parsed<unknown>): boolean {
  return parsed.kind === "invalid" && parsed.faults.some(({ code }) => code === "regex");
}
