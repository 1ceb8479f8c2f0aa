"use client";

import { useState } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Input } from "@/components/ui/input";
import { checkCondition, literalEngine } from "@/lib/policy";
import { hasOpenPattern, useRegexEngine } from "../use-regex-engine";

interface PatternInputProps {
  pattern: string;
  onPatternChange: (pattern: string) => void;
  label: string;
  invalid: boolean;
}

const asCondition = (pattern: string, text: string) => ({
  op: "matches",
  args: [{ lit: text }, { lit: pattern }],
});

interface VerdictProps {
  pattern: string;
  text: string;
  /** What is wrong is said already: that it is being looked at would contradict it. */
  isFaulty: boolean;
}

/** What the engine that decides says of a text. */
function Verdict({ pattern, text, isFaulty }: VerdictProps) {
  const t = useTranslations("policies.builder.pattern");
  const condition = asCondition(pattern, text);
  const { regex, state } = useRegexEngine(hasOpenPattern(checkCondition(condition, literalEngine)));
  const checked = checkCondition(condition, regex);
  if (state !== "whole" && hasOpenPattern(checked)) {
    return state === "partial" && !isFaulty ? <Badge>{t("checking")}</Badge> : null;
  }
  if (checked.kind === "invalid") return <Badge tone="negative">{t("invalid")}</Badge>;
  return regex(pattern)?.(text) ? (
    <Badge tone="positive">{t("matches")}</Badge>
  ) : (
    <Badge>{t("matchesNot")}</Badge>
  );
}

const EXAMPLE = "^dr-[0-9]+$";

/** A regular expression, tried at once on a text by the engine that decides. */
export function PatternInput({ pattern, onPatternChange, label, invalid }: PatternInputProps) {
  const t = useTranslations("policies.builder.pattern");
  const [text, setText] = useState("");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Input
        aria-label={label}
        mono
        spellCheck={false}
        invalid={invalid}
        value={pattern}
        placeholder={EXAMPLE}
        onChange={(event) => onPatternChange(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Input
          aria-label={t("tryOn")}
          size="sm"
          mono
          value={text}
          placeholder={t("tryPlaceholder")}
          onChange={(event) => setText(event.target.value)}
          className="min-w-40 flex-1"
        />
        <span role="status">
          {text === "" ? null : <Verdict pattern={pattern} text={text} isFaulty={invalid} />}
        </span>
      </div>
    </div>
  );
}
