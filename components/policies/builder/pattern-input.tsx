"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Input } from "@/components/ui/input";
import { compileCondition, evaluateCondition, parseCondition } from "@/lib/policy";

interface PatternInputProps {
  pattern: string;
  onPatternChange: (pattern: string) => void;
  label: string;
  invalid: boolean;
}

function verdict(pattern: string, text: string) {
  const test = parseCondition({ op: "matches", args: [{ lit: text }, { lit: pattern }] });
  if (test.kind === "invalid") return <Badge tone="negative">No valid pattern</Badge>;
  return evaluateCondition(compileCondition(test.value), {}) === "true" ? (
    <Badge tone="positive">Matches</Badge>
  ) : (
    <Badge>Does not match</Badge>
  );
}

/** A regular expression, tried at once on a text by the engine that decides. */
export function PatternInput({ pattern, onPatternChange, label, invalid }: PatternInputProps) {
  const [text, setText] = useState("");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Input
        aria-label={label}
        mono
        spellCheck={false}
        invalid={invalid}
        value={pattern}
        placeholder="^dr-[0-9]+$"
        onChange={(event) => onPatternChange(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Input
          aria-label="Try the pattern on a text"
          size="sm"
          mono
          value={text}
          placeholder="Try it on a text…"
          onChange={(event) => setText(event.target.value)}
          className="min-w-40 flex-1"
        />
        <span role="status">{text === "" ? null : verdict(pattern, text)}</span>
      </div>
    </div>
  );
}
