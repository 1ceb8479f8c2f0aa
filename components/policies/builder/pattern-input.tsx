"use client";

import { useState } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Input } from "@/components/ui/input";
import { compileCondition, evaluateCondition, parseCondition } from "@/lib/policy";

interface PatternInputProps {
  pattern: string;
  onPatternChange: (pattern: string) => void;
  label: string;
  invalid: boolean;
}

/** What the engine that decides says of a text: null where the pattern is none. */
function verdict(pattern: string, text: string): boolean | null {
  const test = parseCondition({ op: "matches", args: [{ lit: text }, { lit: pattern }] });
  if (test.kind === "invalid") return null;
  return evaluateCondition(compileCondition(test.value), {}) === "true";
}

function Verdict({ matches }: { matches: boolean | null }) {
  const t = useTranslations("policies.builder.pattern");
  if (matches === null) return <Badge tone="negative">{t("invalid")}</Badge>;
  return matches ? <Badge tone="positive">{t("matches")}</Badge> : <Badge>{t("matchesNot")}</Badge>;
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
        <span role="status">{text === "" ? null : <Verdict matches={verdict(pattern, text)} />}</span>
      </div>
    </div>
  );
}
